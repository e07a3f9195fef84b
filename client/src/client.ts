import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  CONVERT_TO_FARGATE_COMMAND,
  EXPLAIN_COMMAND,
  FIND_FILES_REQUEST,
  PROBLEMS_COMMAND,
  READ_FILE_REQUEST,
  REVEAL_COMMAND,
  SAVE_CONFIG_COMMAND,
  SHOW_DIAGRAM_COMMAND,
  SUGGEST_COMMAND,
  TREAT_AS_NOTIFICATION,
} from '../../server/src/lsp/host';
import { registerCommands } from './commands';
import { registerSaveConfigFile } from './configFile';
import { TaskDefinitionDocuments } from './documents';
import { findFiles } from './findFiles';
import { Gate } from './gate';
import { linkToPage, registerPages } from './rulePages';
import { Diagrams } from './views/diagram';
import { StatusItem } from './views/status';

/** What the extension offers to others, and to its own end-to-end tests. */
export interface Api {
  serverRunning(): boolean;
  /** Resolves when no start of the server is under way. */
  ready(): Promise<void>;
}

export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts watching documents; the server starts with the first one that is a task definition. */
export async function activateClient(context: vscode.ExtensionContext, create: CreateClient): Promise<Api> {
  const documents = new TaskDefinitionDocuments(context.workspaceState);
  const gate = new Gate(documents);
  const output = vscode.window.createOutputChannel('ECS Task Definitions', { log: true });
  const client = create('ecsTaskdef', 'ECS Task Definitions', clientOptions(documents, gate, output));
  const status = new StatusItem(client, documents);
  const diagrams = new Diagrams(client, documents);
  context.subscriptions.push(documents, output, client, status, diagrams);
  context.subscriptions.push(registerPages(context.extensionUri), registerSaveConfigFile());

  let starting: Promise<void> | undefined;
  const start = (): Promise<void> => {
    void vscode.commands.executeCommand('setContext', 'ecsTaskdef.started', true);
    starting ??= client.start().catch((error: unknown) => {
      starting = undefined;
      output.error(error instanceof Error ? error : String(error));
    });
    return starting;
  };

  client.onRequest(READ_FILE_REQUEST, async ({ uri }: { uri: string }) => {
    const unsaved = vscode.workspace.textDocuments.find(
      (document) => document.isDirty && document.uri.toString() === uri,
    );
    if (unsaved) return unsaved.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
    } catch {
      return null; // no such file
    }
  });

  client.onRequest(FIND_FILES_REQUEST, ({ folder, globs }: { folder: string; globs: string[] }) =>
    findFiles(folder, globs),
  );

  const updateContext = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    void vscode.commands.executeCommand(
      'setContext',
      'ecsTaskdef.active',
      uri !== undefined && documents.has(uri),
    );
  };
  context.subscriptions.push(
    documents.onDidChange(async ({ document, recognised }) => {
      updateContext();
      if (recognised) await start();
      if (!client.isRunning()) return;
      await client.sendNotification(TREAT_AS_NOTIFICATION, { uris: documents.declared });
      await gate.update(client, document, recognised);
      askAgain(client, document);
      diagrams.update(document);
      status.update();
    }),
    vscode.window.onDidChangeActiveTextEditor(updateContext),
    registerCommands({
      client,
      documents,
      diagrams,
      output,
      async restart() {
        await starting;
        if (client.isRunning()) await client.stop();
        gate.reset();
        starting = undefined;
        await start();
      },
    }),
  );

  documents.lookAtAll();
  updateContext();
  return { serverRunning: () => client.isRunning(), ready: () => starting ?? Promise.resolve() };
}

function clientOptions(
  documents: TaskDefinitionDocuments,
  gate: Gate,
  output: vscode.LogOutputChannel,
): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'json' }, { language: 'jsonc' }],
    outputChannel: output,
    initializationOptions: () => ({
      // VS Code's own JSON server has them, and the schema of the config file.
      syntaxErrors: false,
      jsonFeatures: false,
      configProblems: false,
      files: true,
      commands: [
        EXPLAIN_COMMAND,
        SAVE_CONFIG_COMMAND,
        SUGGEST_COMMAND,
        PROBLEMS_COMMAND,
        CONVERT_TO_FARGATE_COMMAND,
        SHOW_DIAGRAM_COMMAND,
        REVEAL_COMMAND,
      ],
      treatAsTaskDefinition: documents.declared,
    }),
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    middleware: {
      ...gate.middleware,
      handleDiagnostics: (uri, diagnostics, next) => {
        for (const diagnostic of diagnostics) linkToPage(diagnostic);
        next(uri, diagnostics);
      },
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const report = await next(document, previousResultId, token);
        if (report?.kind === 'full') for (const diagnostic of report.items) linkToPage(diagnostic);
        return report;
      },
      provideCodeActions: async (document, range, context, token, next) => {
        const actions = await next(document, range, context, token);
        for (const action of actions ?? []) {
          if ('diagnostics' in action)
            for (const diagnostic of action.diagnostics ?? []) linkToPage(diagnostic);
        }
        return actions;
      },
    },
  };
}

/** What is shown for a document that was (un)recognised without an edit has to be asked for again. */
function askAgain(client: BaseLanguageClient, document: vscode.TextDocument): void {
  client.getFeature('textDocument/diagnostic')?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
  client.getFeature('textDocument/inlayHint')?.getProvider(document)?.onDidChangeInlayHints.fire();
  client.getFeature('textDocument/codeLens')?.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
}
