import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { formatCpu, formatMemory } from '../../../server/src/core/model/size';
import { SUMMARY_REQUEST, type Summary } from '../../../server/src/lsp/host';
import type { TaskDefinitionDocuments } from '../documents';

const LAUNCH_TYPES: Record<string, string> = {
  FARGATE: 'Fargate',
  EC2: 'EC2',
  EXTERNAL: 'External',
  MANAGED_INSTANCES: 'Managed Instances',
};

const KINDS: Record<string, string> = {
  'container-definitions': 'Container definitions',
  'describe-output': 'Describe output',
  'task-definition': 'ECS task definition',
};

/** The language status of the active task definition: launch type, size, number of problems. */
export class StatusItem implements vscode.Disposable {
  #item: vscode.LanguageStatusItem | undefined;
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly documents: TaskDefinitionDocuments,
  ) {
    this.#disposables = [
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === active)) this.update();
      }),
    ];
  }

  update(): void {
    void this.#update().catch(() => this.#hide()); // the server is stopping
  }

  dispose(): void {
    this.#hide();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !this.documents.has(document.uri) || !this.client.isRunning()) return this.#hide();
    const textDocument = { uri: document.uri.toString() };
    const summary = await this.client.sendRequest<Summary | null>(SUMMARY_REQUEST, { textDocument });
    if (!summary || vscode.window.activeTextEditor?.document !== document) return;
    void vscode.commands.executeCommand('setContext', 'ecsTaskdef.kind', summary.kind);
    // Any JSON document's: it is only there while the active one is a task definition.
    this.#item ??= vscode.languages.createLanguageStatusItem('ecsTaskdef', [
      { language: 'json' },
      { language: 'jsonc' },
    ]);
    const item = this.#item;
    item.name = 'ECS Task Definition';
    item.text = describe(summary);
    item.detail = problems(summary);
    item.severity =
      summary.errors > 0
        ? vscode.LanguageStatusSeverity.Error
        : summary.warnings > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
    item.command = { title: 'Problems', command: 'workbench.actions.view.problems' };
  }

  #hide(): void {
    void vscode.commands.executeCommand('setContext', 'ecsTaskdef.kind', undefined);
    this.#item?.dispose();
    this.#item = undefined;
  }
}

function describe({ kind, launchTypes, cpu, memory }: Summary): string {
  const parts = [
    launchTypes.map((type) => LAUNCH_TYPES[type] ?? type).join(' + ') || (KINDS[kind] ?? kind),
    cpu === undefined ? '' : formatCpu(cpu),
    memory === undefined ? '' : formatMemory(memory),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function problems({ errors, warnings }: Summary): string {
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  if (errors + warnings === 0) return 'no problems';
  return [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')]
    .filter(Boolean)
    .join(', ');
}
