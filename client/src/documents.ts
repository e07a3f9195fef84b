import * as vscode from 'vscode';
import { detect, mayBeTaskDefinition } from '../../server/src/core/detect';
import { parseJson } from '../../server/src/core/syntax/json/parse';

const LANGUAGES = new Set(['json', 'jsonc']);
/** Both sides of every diff, settings and logs are JSON too: none of them is a file somebody registers. */
const FOREIGN_SCHEMES =
  /^(git|gitfs|gitlens|output|debug|pr|review|search-editor|walkThrough.*|vscode(-(?!vfs|remote|test-web).*)?)$/;
/** Milliseconds without an edit before a document is looked at again. */
const IDLE = 250;
const TREAT_AS_KEY = 'treatAsTaskDefinition';

/**
 * Which open documents are task definitions: by the setting `ecsTaskdef.files`, by the command "Treat as
 * Task Definition", by content, by name. Everything else stays unseen by the server.
 */
export class TaskDefinitionDocuments implements vscode.Disposable {
  readonly #recognised = new Map<string, vscode.TextDocument>();
  readonly #treatAs: Set<string>;
  /** Open documents that the setting says are task definitions. */
  readonly #chosen = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #changed = new vscode.EventEmitter<{ document: vscode.TextDocument; recognised: boolean }>();
  readonly #disposables: vscode.Disposable[];

  /** Fires when an open document becomes a task definition, or stops being one. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly state: vscode.Memento) {
    this.#treatAs = new Set(state.get<string[]>(TREAT_AS_KEY, []));
    this.#disposables = [
      this.#changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isCandidate(document)) this.#lookWhenIdle(document);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('ecsTaskdef.files')) this.lookAtAll();
      }),
    ];
  }

  /** The URIs that people declared to be task definitions, by the command or by the setting. */
  get declared(): string[] {
    return [...new Set([...this.#treatAs, ...this.#chosen])];
  }

  has(uri: vscode.Uri | string): boolean {
    return this.#recognised.has(uri.toString());
  }

  get(uri: string): vscode.TextDocument | undefined {
    return this.#recognised.get(uri);
  }

  /** Declares a document to be a task definition. */
  async treatAs(document: vscode.TextDocument): Promise<void> {
    this.#treatAs.add(document.uri.toString());
    await this.state.update(TREAT_AS_KEY, [...this.#treatAs]);
    this.#look(document);
  }

  lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #lookWhenIdle(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        if (!document.isClosed) this.#look(document);
      }, IDLE),
    );
  }

  #look(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const recognised = isCandidate(document) && this.#isTaskDefinition(document);
    if (recognised === this.#recognised.has(key)) return;
    if (recognised) this.#recognised.set(key, document);
    else this.#recognised.delete(key);
    this.#changed.fire({ document, recognised });
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#chosen.delete(key);
    if (this.#recognised.delete(key)) this.#changed.fire({ document, recognised: false });
  }

  #isTaskDefinition(document: vscode.TextDocument): boolean {
    const key = document.uri.toString();
    const chosen = chosenBySetting(document);
    if (chosen) this.#chosen.add(key);
    else this.#chosen.delete(key);
    if (chosen !== undefined) return chosen;
    const forced = this.#treatAs.has(key);
    const text = document.getText();
    if (!forced && !mayBeTaskDefinition(text, document.uri.path)) return false;
    return detect(parseJson(text).root, document.uri.path, forced) !== 'none';
  }
}

function isCandidate(document: vscode.TextDocument): boolean {
  return LANGUAGES.has(document.languageId) && !FOREIGN_SCHEMES.test(document.uri.scheme);
}

/** What `ecsTaskdef.files` says of a document: its last matching pattern counts. */
function chosenBySetting(document: vscode.TextDocument): boolean | undefined {
  const files: unknown = vscode.workspace.getConfiguration('ecsTaskdef', document).get('files');
  if (typeof files !== 'object' || files === null) return undefined;
  let chosen: boolean | undefined;
  for (const [pattern, wanted] of Object.entries(files)) {
    if (typeof wanted !== 'boolean') continue;
    const anywhere = pattern.startsWith('/') || pattern.startsWith('**/') ? pattern : `**/${pattern}`;
    if (vscode.languages.match({ pattern: anywhere }, document) > 0) chosen = wanted;
  }
  return chosen;
}
