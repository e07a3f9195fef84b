import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis } from '../core/analysis';
import { CONFIG_FILE_NAME } from '../core/config';
import type { CompletionClient } from '../core/features/completion';
import type { Finding } from '../core/finding';
import { type LintOptions, lint } from '../core/lint';
import { urlOf } from '../core/rules/metadata';
import type { CodeActionClient } from './codeActions';
import { FIX_ALL_KIND, fixAllAction, quickFixes } from './codeActions';
import { toDiagnostic } from './convert';
import { AnalysisCache } from './documents';
import {
  EXPLAIN_COMMAND,
  type Host,
  type InitializationOptions,
  READ_FILE_REQUEST,
  SUGGEST_COMMAND,
  SUMMARY_REQUEST,
  type Summary,
  TREAT_AS_NOTIFICATION,
} from './host';
import { complete, hover } from './language';
import { safely } from './safely';
import { SettingsStore } from './settings';

/** What the client can do, read once from `initialize`. */
interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly hoverMarkdown: boolean;
  readonly completion: CompletionClient;
  readonly codeActions: CodeActionClient;
}

/** Wires the core to a connection and starts listening. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const treatAs = new Set<string>();
  const cache = new AnalysisCache((uri) => treatAs.has(uri));
  const log = (line: string): void => connection.console.error(line);
  let client: Client = readClient({}, {});
  let syntaxErrors = true;
  let settings = new SettingsStore(connection, host, false, undefined);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = asOptions(params.initializationOptions);
    client = readClient(params.capabilities, options);
    syntaxErrors = options.syntaxErrors !== false;
    const files: Host = options.files
      ? {
          async readFile(uri) {
            const text: unknown = await connection.sendRequest(READ_FILE_REQUEST, { uri });
            return typeof text === 'string' ? text : undefined;
          },
        }
      : host;
    settings = new SettingsStore(connection, files, client.configuration, options.settings);
    setTreatAs(options.treatAsTaskDefinition ?? []);
    return {
      serverInfo: { name: 'ecs-taskdef' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['"', ':', ' '], resolveProvider: false },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
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
  });

  // ---- diagnostics

  async function findingsOf(document: TextDocument): Promise<readonly Finding[]> {
    const options = await lintOptions(document);
    // It may have been closed meanwhile, and another opened in its place.
    return documents.get(document.uri) === document ? cache.findings(document, options) : [];
  }

  async function lintOptions(document: TextDocument): Promise<LintOptions> {
    return {
      settings: await settings.of(document.uri),
      syntaxErrors,
      commentErrors: syntaxErrors || document.languageId === 'jsonc',
      log,
    };
  }

  const diagnosticOf = (document: TextDocument, finding: Finding): Diagnostic =>
    toDiagnostic(document, finding, urlOf(finding.rule), client.relatedInformation);

  if (connection.languages?.diagnostics) {
    connection.languages.diagnostics.on((params, token) =>
      safely(token, log, { kind: DocumentDiagnosticReportKind.Full, items: [] }, async () => {
        const document = documents.get(params.textDocument.uri);
        const findings = document ? await findingsOf(document) : [];
        return {
          kind: DocumentDiagnosticReportKind.Full,
          items: document ? findings.map((finding) => diagnosticOf(document, finding)) : [],
        };
      }),
    );
  }

  /** For clients that do not pull: one publication a version, and none for a version already overtaken. */
  async function publish(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    const findings = await findingsOf(document);
    if (documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({
      uri,
      version,
      diagnostics: findings.map((finding) => diagnosticOf(document, finding)),
    });
  }

  const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

  function refresh(): void {
    if (!client.pullsDiagnostics) {
      for (const { uri } of documents.all()) void safely(never, log, undefined, () => publish(uri));
    } else if (client.refreshesDiagnostics) {
      connection.languages.diagnostics.refresh().catch((error: unknown) => log(String(error)));
    }
  }

  // Without a word about changed files, a file opened anew is the best moment to look again.
  documents.onDidOpen(() => {
    if (!client.registersWatchers) settings.filesChanged();
  });

  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!client.pullsDiagnostics) void safely(never, log, undefined, () => publish(uri));
  });

  documents.onDidClose(({ document: { uri } }) => {
    cache.drop(uri);
    settings.drop(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onDidChangeConfiguration(({ settings: changed }) => {
    settings.editorChanged(changed);
    refresh();
  });

  connection.onDidChangeWatchedFiles(() => {
    settings.filesChanged();
    refresh();
  });

  // ---- the document under the cursor

  connection.onHover((params, token) =>
    safely(token, log, null, () => {
      const document = documents.get(params.textDocument.uri);
      return document
        ? hover(document, cache.analysis(document), params.position, client.hoverMarkdown)
        : null;
    }),
  );

  connection.onCompletion((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return null;
      return complete(document, cache.analysis(document), params.position, client.completion);
    }),
  );

  connection.onCodeAction((params, token) =>
    safely(token, log, null, async () => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return null;
      const options = await lintOptions(document);
      const wants = (kind: string) =>
        params.context.only?.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
      const actions =
        !params.context.only || wants(CodeActionKind.QuickFix)
          ? quickFixes(
              document,
              cache.analysis(document),
              cache.findings(document, options),
              { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) },
              (finding) => diagnosticOf(document, finding),
              client.codeActions,
            )
          : [];
      if (!wants(FIX_ALL_KIND)) return actions;
      const relint = (text: string): Finding[] =>
        lint(new Analysis(text, document.uri, treatAs.has(document.uri)), options);
      const fixAll = fixAllAction(document, relint, client.codeActions);
      return fixAll ? [...actions, fixAll] : actions;
    }),
  );

  // ---- the VS Code client's own messages

  function setTreatAs(uris: readonly unknown[]): void {
    treatAs.clear();
    for (const uri of uris) if (typeof uri === 'string') treatAs.add(uri);
  }

  connection.onNotification(TREAT_AS_NOTIFICATION, (params: { uris?: readonly unknown[] }) => {
    setTreatAs(Array.isArray(params?.uris) ? params.uris : []);
    refresh();
  });

  connection.onRequest(SUMMARY_REQUEST, (params: { textDocument?: { uri?: unknown } }, token) =>
    safely(token, log, null, async (): Promise<Summary | null> => {
      const uri = params?.textDocument?.uri;
      const document = typeof uri === 'string' ? documents.get(uri) : undefined;
      return document ? summarize(cache.analysis(document), await findingsOf(document)) : null;
    }),
  );

  documents.listen(connection);
  connection.listen();
}

function summarize(analysis: Analysis, findings: readonly Finding[]): Summary {
  const { definition } = analysis;
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    kind: analysis.kind,
    family: definition?.task?.string('family')?.value,
    launchTypes: definition?.task?.strings('requiresCompatibilities').map(({ value }) => value) ?? [],
    cpu: definition?.cpu?.value,
    memory: definition?.memory?.value,
    containers: definition?.containers.length ?? 0,
    errors: count('error'),
    warnings: count('warning'),
  };
}

/** Clients may send anything here; what is not understood counts as not given. */
function asOptions(given: unknown): InitializationOptions {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return {};
  const options = given as Record<string, unknown>;
  const strings = (value: unknown) =>
    Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  return {
    syntaxErrors: options.syntaxErrors !== false,
    settings: options.settings,
    files: options.files === true,
    commands: strings(options.commands),
    treatAsTaskDefinition: strings(options.treatAsTaskDefinition),
  };
}

function readClient(capabilities: ClientCapabilities, options: InitializationOptions): Client {
  const { textDocument, workspace } = capabilities;
  const completionItem = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation ??
      textDocument?.publishDiagnostics?.relatedInformation ??
      false,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    completion: {
      snippets: completionItem?.snippetSupport === true,
      markdown: completionItem?.documentationFormat?.includes('markdown') ?? false,
      suggestCommand: options.commands?.includes(SUGGEST_COMMAND) ?? false,
    },
    codeActions: {
      versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
      canExplain: options.commands?.includes(EXPLAIN_COMMAND) ?? false,
    },
  };
}
