import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DIAGRAM_REQUEST,
  type Diagram,
  type DiagramParams,
  REVEAL_COMMAND,
} from '../../../server/src/lsp/host';
import type { TaskDefinitionDocuments } from '../documents';
import { diagramPage } from './diagramPage';

/** Milliseconds without an edit before a diagram is drawn anew. */
const IDLE = 200;

interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The diagrams that are open, one for a document. They follow it as it changes. */
export class Diagrams implements vscode.Disposable {
  readonly #panels = new Map<string, DiagramPanel>();
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly documents: TaskDefinitionDocuments,
  ) {
    const changed = (document: vscode.TextDocument): void => this.update(document);
    this.#disposables = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) changed(document);
      }),
      vscode.workspace.onDidCloseTextDocument(changed),
      vscode.commands.registerCommand(REVEAL_COMMAND, (uri: string, place: Place) =>
        this.#panels.get(uri)?.reveal(place),
      ),
    ];
  }

  /** @param uri of an open document. Default: the active one. */
  async show(uri?: unknown): Promise<void> {
    const key = typeof uri === 'string' ? uri : vscode.window.activeTextEditor?.document.uri.toString();
    if (key === undefined) return;
    const known = this.#panels.get(key);
    if (known) {
      known.show();
      return;
    }
    const panel = new DiagramPanel(vscode.Uri.parse(key, true), this.client, this.documents, () =>
      this.#panels.delete(key),
    );
    this.#panels.set(key, panel);
    await panel.draw();
  }

  /** The document has changed, has been closed, or has become known to the server. */
  update({ uri }: vscode.TextDocument): void {
    this.#panels.get(uri.toString())?.update();
  }

  dispose(): void {
    for (const disposable of [...this.#disposables, ...this.#panels.values()]) disposable.dispose();
  }
}

class DiagramPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One for all pages, as what was drawn before may be shown again. */
  readonly #nonce = globalThis.crypto.randomUUID();
  /** What was drawn last; it stays when the document is closed. */
  #diagram: Diagram | undefined;
  /** Counts drawings, of which only the last one is shown. */
  #latest = 0;

  constructor(
    private readonly uri: vscode.Uri,
    private readonly client: BaseLanguageClient,
    private readonly documents: TaskDefinitionDocuments,
    closed: () => void,
  ) {
    this.#panel = vscode.window.createWebviewPanel(
      'ecsTaskdef.diagram',
      `Diagram: ${uri.path.split('/').at(-1)}`,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableCommandUris: [REVEAL_COMMAND], localResourceRoots: [], enableFindWidget: true },
    );
    this.#panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#latest++;
      closed();
    });
  }

  show(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Draws it again when nobody has typed for a moment. */
  update(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.draw(), IDLE);
  }

  async draw(): Promise<void> {
    const turn = ++this.#latest;
    const diagram = await this.#ask();
    if (turn !== this.#latest) return;
    if (diagram) this.#diagram = diagram;
    this.#panel.webview.html = diagramPage({
      diagram: this.#diagram,
      nonce: this.#nonce,
      message: diagram ? undefined : this.#whyNot(),
    });
  }

  /** Selects what a box stands for, in the editor that has the document; opens it again where there is none. */
  async reveal({ start, end }: Place): Promise<void> {
    const isOurs = ({ document }: vscode.TextEditor): boolean =>
      document.uri.toString() === this.uri.toString();
    const column = vscode.window.visibleTextEditors.find(isOurs)?.viewColumn ?? this.#columnOfTab();
    await vscode.window.showTextDocument(this.uri, {
      viewColumn: column ?? vscode.ViewColumn.One,
      selection: new vscode.Range(start.line, start.character, end.line, end.character),
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #ask(): Promise<Diagram | undefined> {
    const uri = this.uri.toString();
    if (!this.documents.has(uri) || !this.client.isRunning()) return undefined;
    const params: DiagramParams = { textDocument: { uri }, nonce: this.#nonce };
    const diagram = await this.client
      .sendRequest<Diagram | null>(DIAGRAM_REQUEST, params)
      .catch(() => undefined); // the server is stopping
    return diagram ?? undefined;
  }

  #whyNot(): string {
    if (this.documents.has(this.uri)) return 'The language server is starting.';
    const name = this.uri.path.split('/').at(-1);
    const isOpen = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === this.uri.toString(),
    );
    return isOpen
      ? `${name} is no task definition at the moment.`
      : `${name} is closed. This is how it was; it is drawn again when the file is opened.`;
  }

  /** Where the document is open behind another one. */
  #columnOfTab(): vscode.ViewColumn | undefined {
    return vscode.window.tabGroups.all.find(({ tabs }) =>
      tabs.some(
        ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === this.uri.toString(),
      ),
    )?.viewColumn;
  }
}
