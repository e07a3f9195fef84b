import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  FileChangeType,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type InlayHint,
  InlayHintRefreshRequest,
  InlayHintRequest,
  LogMessageNotification,
  type Position,
  ProposedFeatures,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShowMessageNotification,
  type ShowMessageParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { globPattern } from '../../server/src/lsp/findBelow';
import { FIND_FILES_REQUEST, READ_FILE_REQUEST } from '../../server/src/lsp/host';
import { startServer } from '../../server/src/lsp/server';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers to `workspace/configuration`, by document; `''` for all others. */
  readonly configuration?: Record<string, unknown>;
  /** What the server's own host can read, by URI. */
  readonly disk?: Record<string, string>;
  /** What the client answers to `ecsTaskdef/readFile`, by URI. */
  readonly files?: Record<string, string>;
}

export const PULL: ClientCapabilities = { textDocument: { diagnostic: {} } };
export const PUSH: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };
/** A range over any document of a test. */
export const EVERYWHERE: Range = {
  start: { line: 0, character: 0 },
  end: { line: 10_000, character: 0 },
};

/**
 * A client for tests. It waits for messages and never for time: the server handles what arrives in order, so
 * that an answer also says that nothing else came before it.
 */
export class TestClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: Registration[] = [];
  readonly log: string[] = [];
  /** What the server wants a person to see. */
  readonly messages: ShowMessageParams[] = [];
  /** Documents the server asked settings for. */
  readonly configurationRequests: string[] = [];
  /** Files the server asked the client for. */
  readonly fileRequests: string[] = [];
  refreshes = 0;
  /** What else the server wants to be asked for again. */
  readonly refreshed: ('hints' | 'lenses')[] = [];
  initialized!: InitializeResult;
  readonly #waiting: { done: () => boolean; resolve: () => void }[] = [];
  #versions = new Map<string, number>();

  constructor(
    readonly connection: ProtocolConnection,
    readonly options: ClientOptions = {},
  ) {
    const { configuration = {}, files = {} } = options;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.#look();
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
      this.#look();
    });
    connection.onNotification(ShowMessageNotification.type, (params) => {
      this.messages.push(params);
      this.#look();
    });
    connection.onRequest(RegistrationRequest.type, (params) => {
      this.registrations.push(...params.registrations);
      this.#look();
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri = '', section }) => {
        this.configurationRequests.push(scopeUri);
        return section === 'ecsTaskdef' ? (configuration[scopeUri] ?? configuration[''] ?? null) : null;
      }),
    );
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      this.#look();
    });
    connection.onRequest(InlayHintRefreshRequest.type, () => {
      this.refreshed.push('hints');
      this.#look();
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => {
      this.refreshed.push('lenses');
      this.#look();
    });
    connection.onRequest(READ_FILE_REQUEST, ({ uri }: { uri: string }) => {
      this.fileRequests.push(uri);
      return files[uri] ?? null;
    });
    connection.onRequest(FIND_FILES_REQUEST, ({ folder, globs }: { folder: string; globs: string[] }) =>
      find(files, folder, globs),
    );
    connection.listen();
  }

  async initialize(rootUri: string | null = null): Promise<InitializeResult> {
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri,
      capabilities: this.options.capabilities ?? PULL,
      initializationOptions: this.options.initializationOptions,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return this.initialized;
  }

  async open(uri: string, text: string, languageId = 'json', version = 1): Promise<void> {
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
  }

  /** Sends changes as one event; the version grows by one unless another is given. */
  async change(
    uri: string,
    changes: TextDocumentContentChangeEvent[],
    version = (this.#versions.get(uri) ?? 0) + 1,
  ): Promise<void> {
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    if (report.kind !== 'full') throw new Error('not a full report');
    return report.items;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async complete(uri: string, position: Position): Promise<CompletionItem[]> {
    const list = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return (list as CompletionList | null)?.items ?? [];
  }

  async inlayHints(uri: string, range: Range = EVERYWHERE): Promise<InlayHint[]> {
    return (await this.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })) ?? [];
  }

  async codeLenses(uri: string): Promise<CodeLens[]> {
    return (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  }

  async codeActions(
    uri: string,
    range: Range = EVERYWHERE,
    context: Partial<CodeActionContext> = {},
  ): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
    return (actions ?? []) as CodeAction[];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  /** Runs the command of an action, as an editor does when its edit has been made. */
  async run({ command }: CodeAction): Promise<void> {
    if (!command) throw new Error('no command');
    await this.connection.sendRequest(ExecuteCommandRequest.type, {
      command: command.command,
      ...(command.arguments && { arguments: command.arguments }),
    });
  }

  async changeConfiguration(settings: unknown = null): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  async fileChanged(uri: string): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
  }

  shutdown(): Promise<void> {
    return this.connection.sendRequest(ShutdownRequest.type);
  }

  /** Resolves when a message from the server has made the condition true. */
  until(done: () => boolean): Promise<void> {
    if (done()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ done, resolve }));
  }

  /** The nth publication for a document, counted from one. */
  async publication(uri: string, nth = 1): Promise<PublishDiagnosticsParams> {
    const all = () => this.published.filter((params) => params.uri === uri);
    await this.until(() => all().length >= nth);
    const params = all()[nth - 1];
    if (!params) throw new Error('not published');
    return params;
  }

  #look(): void {
    for (const waiting of [...this.#waiting]) {
      if (!waiting.done()) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve();
    }
  }
}

function find(files: Record<string, string>, folder: string, globs: readonly string[]): string[] {
  return Object.keys(files).filter(
    (uri) =>
      uri.startsWith(`${folder}/`) &&
      globs.some((glob) => globPattern(glob).test(uri.slice(folder.length + 1))),
  );
}

/** The real server and a real client on two streams in memory. The client is initialized. */
export async function startClient(
  options: ClientOptions = {},
  rootUri: string | null = null,
): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const { disk = {} } = options;
  startServer(
    createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    ),
    {
      readFile: (uri) => Promise.resolve(disk[uri]),
      findFiles: (...where) => Promise.resolve(find(disk, ...where)),
    },
  );
  const client = new TestClient(
    createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
    options,
  );
  await client.initialize(rootUri);
  return client;
}
