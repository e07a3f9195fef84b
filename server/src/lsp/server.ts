import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_FILE_NAME } from '../core/settings';
import { readClient, readOptions, strings } from './client';
import {
  DIAGRAM_REQUEST,
  type Diagram,
  FIND_FILES_REQUEST,
  FIX_ALL_KIND,
  type Host,
  type InitializationOptions,
  READ_FILE_REQUEST,
  SHOW_MESSAGE_COMMAND,
  SUMMARY_REQUEST,
  type Summary,
  TREAT_AS_NOTIFICATION,
} from './host';
import { askedInLine } from './kate';
import { safely } from './safely';
import type { Session } from './session';

/**
 * Wires the core to a connection and starts listening. Nothing here imports the core: it is in the same bundle, but
 * set up only when `initialize` has been answered, which makes the answer quicker.
 */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const log = (line: string): void => connection.console.error(line);
  let options: InitializationOptions = {};
  let client = readClient({ capabilities: {} }, options);
  let loading: Promise<Session> | undefined;

  async function load(): Promise<Session> {
    const { Session } = await import('./session');
    const files = options.files ? filesOfClient() : host;
    return new Session(connection, files, documents, client, options, log, refresh);
  }

  function session(): Promise<Session> {
    loading ??= load();
    return loading;
  }

  /** For what needs no answer. */
  function tell(run: (session: Session) => void): void {
    session()
      .then(run)
      .catch((error: unknown) => log(String(error)));
  }

  function filesOfClient(): Host {
    return {
      async readFile(uri) {
        const text: unknown = await connection.sendRequest(READ_FILE_REQUEST, { uri });
        return typeof text === 'string' ? text : undefined;
      },
      async findFiles(folder, globs) {
        // Clients may have been written before there was this request.
        const uris: unknown = await connection
          .sendRequest(FIND_FILES_REQUEST, { folder, globs })
          .catch(() => []);
        return strings(uris);
      },
    };
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    options = readOptions(params.initializationOptions);
    client = readClient(params, options);
    return {
      serverInfo: { name: 'ecs-taskdef' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: client.preparesRename ? { prepareProvider: true } : true,
        completionProvider: {
          triggerCharacters: ['"', ':', ' '],
          resolveProvider: true,
          completionItem: { labelDetailsSupport: true },
        },
        codeActionProvider: {
          codeActionKinds: [
            CodeActionKind.QuickFix,
            CodeActionKind.RefactorExtract,
            CodeActionKind.RefactorRewrite,
            FIX_ALL_KIND,
          ],
          resolveProvider: true,
        },
        ...(client.inlayHints && { inlayHintProvider: true }),
        ...(client.codeLens && { codeLensProvider: { resolveProvider: false } }),
        ...(client.documentLinks && { documentLinkProvider: { resolveProvider: true } }),
        ...(client.workspaceSymbols && { workspaceSymbolProvider: true }),
        ...(client.symbols && { documentSymbolProvider: true }),
        ...(client.folds && { foldingRangeProvider: true }),
        ...(client.selections && { selectionRangeProvider: true }),
        ...(client.formats && { documentFormattingProvider: true }),
        ...(client.formatsParts && { documentRangeFormattingProvider: true }),
        executeCommandProvider: { commands: [SHOW_MESSAGE_COMMAND] },
        ...(client.pullsDiagnostics && {
          diagnosticProvider: {
            identifier: 'ecs-taskdef',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }),
      },
    };
  });

  connection.onInitialized(() => {
    const registrations = [
      client.registersConfiguration &&
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'ecsTaskdef' }),
      client.registersWatchers &&
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: `**/${CONFIG_FILE_NAME}` }],
        }),
    ];
    Promise.all(registrations).catch((error: unknown) => log(String(error)));
    tell(() => {}); // the first document will need it at once
  });

  // ---- diagnostics

  if (connection.languages?.diagnostics) {
    connection.languages.diagnostics.on((params, token) =>
      safely(token, log, { kind: DocumentDiagnosticReportKind.Full, items: [] }, async () => {
        const document = documents.get(params.textDocument.uri);
        return {
          kind: DocumentDiagnosticReportKind.Full,
          items: document ? await (await session()).diagnostics(document) : [],
        };
      }),
    );
  }

  /** For clients that do not pull: one publication a version, and none for a version already overtaken. */
  async function publish(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    const diagnostics = await (await session()).diagnostics(document);
    if (documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

  function refresh(): void {
    if (!client.pullsDiagnostics) {
      for (const { uri } of documents.all()) void safely(never, log, undefined, () => publish(uri));
    } else if (client.refreshesDiagnostics) {
      connection.languages.diagnostics.refresh().catch((error: unknown) => log(String(error)));
    }
    const again = [
      client.refreshesInlayHints && connection.languages.inlayHint.refresh(),
      client.refreshesCodeLens && connection.sendRequest(CodeLensRefreshRequest.type),
    ];
    Promise.all(again).catch((error: unknown) => log(String(error)));
  }

  // Without a word about changed files, a file opened anew is the best moment to look again.
  documents.onDidOpen(() => {
    tell((session) => session.opened());
  });

  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!client.pullsDiagnostics) void safely(never, log, undefined, () => publish(uri));
  });

  documents.onDidClose(({ document: { uri } }) => {
    tell((session) => session.closed(uri));
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onDidChangeConfiguration(({ settings: changed }) => {
    tell((session) => session.settingsChanged(changed));
    refresh();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    tell((session) => session.filesChanged(uris));
    if (uris.some((uri) => uri.endsWith(CONFIG_FILE_NAME))) refresh();
  });

  // ---- the document under the cursor

  connection.onHover((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      return document ? (await session()).hover(document, params.position) : null;
    }),
  );

  connection.onCompletion((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      return document ? (await session()).complete(document, params.position) : null;
    }),
  );

  connection.onDefinition((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      return document ? (await session()).definition(document, params.position) : null;
    }),
  );

  connection.onReferences((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      return document ? (await session()).references(document, params) : null;
    }),
  );

  connection.onDocumentHighlight((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      return document ? (await session()).highlights(document, params.position) : null;
    }),
  );

  connection.onPrepareRename((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      return document ? (await session()).prepareRename(document, params.position) : null;
    }),
  );

  connection.onRenameRequest((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      return document ? (await session()).rename(document, params) : null;
    }),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await session()).inlayHints(document, range) : null;
    }),
  );

  connection.onCodeLens(({ textDocument }, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await session()).codeLenses(document) : null;
    }),
  );

  connection.onCompletionResolve((item, token) =>
    safely(token, log, item, async () => (await session()).resolveCompletion(item)),
  );

  connection.onDocumentLinks(({ textDocument }, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await session()).documentLinks(document) : null;
    }),
  );

  connection.onDocumentLinkResolve((link, token) =>
    safely(token, log, link, async () => (await session()).resolveLink(link)),
  );

  connection.onDocumentSymbol(({ textDocument }, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await session()).symbols(document) : null;
    }),
  );

  connection.onWorkspaceSymbol(({ query }, token) =>
    safely(token, log, null, async () => (await session()).workspaceSymbols(query)),
  );

  connection.onFoldingRanges(({ textDocument }, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await session()).folds(document) : null;
    }),
  );

  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await session()).selections(document, positions) : null;
    }),
  );

  connection.onDocumentFormatting(({ textDocument, options }, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await session()).format(document, options) : null;
    }),
  );

  connection.onDocumentRangeFormatting(({ textDocument, options, range }, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await session()).format(document, options, range) : null;
    }),
  );

  connection.onCodeAction((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return null;
      const asked = client.asksByLine ? askedInLine(document, params) : params;
      return (await session()).codeActions(document, asked);
    }),
  );

  connection.onCodeActionResolve((action, token) =>
    safely(token, log, action, async () => (await session()).resolve(action)),
  );

  connection.onExecuteCommand(({ command, arguments: given }, token) =>
    safely(token, log, null, async () => {
      const [message, more] = strings(given);
      if (command !== SHOW_MESSAGE_COMMAND || message === undefined) return null;
      if (more !== undefined) connection.console.info(more);
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
      return null;
    }),
  );

  // ---- the VS Code client's own messages

  connection.onNotification(TREAT_AS_NOTIFICATION, (params: { uris?: unknown }) => {
    tell((session) => session.treatAs(strings(params?.uris)));
    refresh();
  });

  connection.onRequest(SUMMARY_REQUEST, (params: { textDocument?: { uri?: unknown } }, token) =>
    safely(token, log, null, async (): Promise<Summary | null> => {
      const uri = params?.textDocument?.uri;
      const document = typeof uri === 'string' ? documents.get(uri) : undefined;
      return document ? (await session()).summary(document) : null;
    }),
  );

  connection.onRequest(
    DIAGRAM_REQUEST,
    (params: { textDocument?: { uri?: unknown }; nonce?: unknown }, token) =>
      safely(token, log, null, async (): Promise<Diagram | null> => {
        const uri = params?.textDocument?.uri;
        const document = typeof uri === 'string' ? documents.get(uri) : undefined;
        const nonce = typeof params?.nonce === 'string' ? params.nonce : undefined;
        return document ? (await session()).diagram(document, nonce) : null;
      }),
  );

  documents.listen(connection);
  connection.listen();
}
