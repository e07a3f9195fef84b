import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  CompletionList,
  Connection,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  ReferenceParams,
  RenameParams,
  ResponseError,
  SelectionRange,
  SymbolInformation,
  TextDocuments,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind } from 'vscode-languageserver-types';
import { Analysis, CONFIG_FILE_NAME, type Finding, imagesIn, type LintOptions, lint, urlOf } from '../core';
import type { Client } from './client';
import { type ConfigText, fixAllAction, quickFixes } from './codeActions';
import { codeLenses } from './codeLens';
import { complete, resolveCompletion } from './completion';
import { ConfigProblems, configDiagnostics, isConfigFile } from './configProblems';
import { conversionActions, resolveConversion } from './conversions';
import { toDiagnostic } from './convert';
import { diagram } from './diagram';
import { documentLinks, documentOfLink, resolveLink } from './documentLinks';
import { AnalysisCache } from './documents';
import { type Diagram, FIX_ALL_KIND, type Host, type InitializationOptions, type Summary } from './host';
import { inlayHints } from './inlayHints';
import { hover } from './language';
import { foldingRanges, formatting, selectionRanges } from './layout';
import { definition, highlights, references } from './navigation';
import { OtherFiles } from './otherFiles';
import { refactorings, resolveRefactoring } from './refactorings';
import { prepareRename, rename } from './rename';
import { foldersUpwards, SettingsStore } from './settings';
import { searchable, symbols } from './symbols';
import { WorkspaceDefinitions } from './workspaceDefinitions';

/** Answers what a client asks about its open documents. The core is loaded with this module. */
export class Session {
  readonly settings: SettingsStore;
  readonly #cache = new AnalysisCache((uri) => this.#treatAs.has(uri));
  readonly #config: ConfigProblems;
  readonly #otherFiles: OtherFiles;
  readonly #workspace: WorkspaceDefinitions;
  #treatAs: ReadonlySet<string>;

  constructor(
    connection: Connection,
    host: Host,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly client: Client,
    private readonly options: InitializationOptions,
    private readonly log: (line: string) => void,
    refresh: () => void,
  ) {
    this.#config = new ConfigProblems(
      (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
      () => documents.all(),
    );
    this.settings = new SettingsStore(
      connection,
      host,
      client.configuration,
      options.settings,
      (file, text) => {
        if (options.configProblems !== false) this.#config.read(file, text);
      },
    );
    this.#treatAs = new Set(options.treatAsTaskDefinition);
    this.#workspace = new WorkspaceDefinitions(host, client.folders);
    this.#otherFiles = new OtherFiles({
      host,
      folders: client.folders,
      documents: () => documents.all(),
      analysis: (document) => this.#cache.analysis(document),
      isForced: (uri) => this.#treatAs.has(uri),
      settings: (uri) => this.settings.of(uri),
      publish: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
      refresh,
      watch: (globs) => {
        if (!client.registersWatchers) return;
        const watchers = globs.map((globPattern) => ({ globPattern }));
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      },
      log,
    });
  }

  opened(): void {
    // Without a word about changed files, a file opened anew is the best moment to look again.
    if (!this.client.registersWatchers) {
      this.settings.filesChanged();
      this.#otherFiles.reload();
      this.#workspace.forget();
    }
    this.#otherFiles.opened();
    this.#config.opened();
  }

  filesChanged(uris: readonly string[]): void {
    this.settings.filesChanged();
    this.#otherFiles.changed(uris);
    this.#workspace.forget();
    for (const uri of uris) if (this.#config.isShown(uri)) void this.#readConfig(uri);
  }

  settingsChanged(settings: unknown): void {
    this.settings.editorChanged(settings);
    this.#otherFiles.changed([]);
  }

  /** These documents, and no others, count as task definitions because somebody said so. */
  treatAs(uris: readonly string[]): void {
    this.#treatAs = new Set(uris);
  }

  closed(uri: string): void {
    this.#cache.drop(uri);
    this.settings.drop(uri);
    this.#otherFiles.closed(uri);
    if (isConfigFile(uri)) void this.#readConfig(uri); // to what it is on the disk
  }

  async #readConfig(uri: string): Promise<void> {
    if (this.options.configProblems !== false)
      this.#config.read(uri, await this.settings.readConfigFile(uri));
  }

  async diagnostics(document: TextDocument): Promise<Diagnostic[]> {
    if (isConfigFile(document.uri))
      return this.options.configProblems === false ? [] : configDiagnostics(document);
    const findings = await this.#findings(document);
    this.#otherFiles.look(document, this.#cache.analysis(document));
    return [
      ...findings.map((finding) => this.#diagnostic(document, finding)),
      ...this.#otherFiles.problemsOf(document.uri),
    ];
  }

  hover(document: TextDocument, position: Position): Hover | null {
    const settings = this.settings.known(document.uri);
    return hover(document, this.#cache.analysis(document), position, settings, this.client.hoverMarkdown);
  }

  async complete(document: TextDocument, position: Position): Promise<CompletionList> {
    const { region, assumeLaunchType } = await this.settings.of(document.uri);
    let reading: Promise<void> | undefined;
    const images = () => {
      reading = this.#workspace.load();
      return this.#imagesOutside(document);
    };
    const surroundings = { path: document.uri, images, region, assumeLaunchType };
    const answer = () =>
      complete(document, this.#cache.analysis(document), position, surroundings, this.client.completion);
    const known = answer();
    if (!reading) return known;
    await reading;
    // It may have changed meanwhile, or have been closed.
    return this.documents.get(document.uri) === document ? answer() : known;
  }

  /** The images of other task definitions: of those that are open, then of those on disk. */
  #imagesOutside({ uri }: TextDocument): string[] {
    const open = this.documents.all().filter((other) => other.uri !== uri);
    return [
      ...open.flatMap((other) => imagesIn(this.#cache.analysis(other))),
      ...this.#workspace.imagesExcept(uri),
    ];
  }

  resolveCompletion(item: CompletionItem): CompletionItem {
    return resolveCompletion(item, this.client.completion);
  }

  definition(document: TextDocument, position: Position): Location | LocationLink[] | null {
    return definition(document, this.#cache.analysis(document), position, this.client.definitionLinks);
  }

  references(
    document: TextDocument,
    { position, context }: Omit<ReferenceParams, 'textDocument'>,
  ): Promise<Location[]> {
    const analysis = this.#cache.analysis(document);
    return references(document, analysis, position, context.includeDeclaration, this.#otherFiles);
  }

  highlights(document: TextDocument, position: Position): DocumentHighlight[] {
    return highlights(document, this.#cache.analysis(document), position);
  }

  prepareRename(document: TextDocument, position: Position): ReturnType<typeof prepareRename> {
    return prepareRename(document, this.#cache.analysis(document), position);
  }

  rename(
    document: TextDocument,
    { position, newName }: Omit<RenameParams, 'textDocument'>,
  ): Promise<WorkspaceEdit | ResponseError | null> {
    return rename(document, this.#cache.analysis(document), position, newName, this.client, this.#otherFiles);
  }

  async inlayHints(document: TextDocument, range: Range): Promise<InlayHint[]> {
    const settings = await this.settings.of(document.uri);
    return inlayHints(document, this.#cache.analysis(document), range, settings);
  }

  async codeLenses(document: TextDocument): Promise<CodeLens[]> {
    const { codeLens: client } = this.client;
    if (!client) return [];
    const settings = await this.settings.of(document.uri);
    const findings = settings.codeLens.problems ? await this.#findings(document) : [];
    return codeLenses(document, this.#cache.analysis(document), findings, settings, client);
  }

  async documentLinks(document: TextDocument): Promise<DocumentLink[]> {
    const { region } = await this.settings.of(document.uri);
    return documentLinks(document, this.#cache.analysis(document), region, this.client.linkTooltips);
  }

  async resolveLink(link: DocumentLink): Promise<DocumentLink> {
    const document = this.documents.get(documentOfLink(link));
    if (!document) return link;
    const { region } = await this.settings.of(document.uri);
    return resolveLink(link, document, this.#cache.analysis(document), region);
  }

  symbols(document: TextDocument): DocumentSymbol[] | SymbolInformation[] {
    return symbols(document, this.#cache.analysis(document), this.client.hierarchicalSymbols);
  }

  /** Families and containers whose names hold the query: of open documents, then of files. */
  async workspaceSymbols(query: string): Promise<SymbolInformation[]> {
    const open = this.documents.all();
    const uris = open.map(({ uri }) => uri);
    const found = [
      ...open.flatMap((document) => searchable(document, this.#cache.analysis(document))),
      ...(await this.#workspace.symbolsExcept(uris)),
    ];
    const wanted = query.toLowerCase();
    return found.filter(({ name }) => name.toLowerCase().includes(wanted));
  }

  folds(document: TextDocument): FoldingRange[] {
    return foldingRanges(document, this.#cache.analysis(document));
  }

  selections(document: TextDocument, positions: readonly Position[]): SelectionRange[] {
    return selectionRanges(document, this.#cache.analysis(document), positions);
  }

  format(document: TextDocument, options: FormattingOptions, part?: Range): TextEdit[] {
    return formatting(document, this.#cache.analysis(document), options, part);
  }

  async codeActions(
    document: TextDocument,
    { range, context }: Omit<CodeActionParams, 'textDocument'>,
  ): Promise<CodeAction[]> {
    const options = await this.#lintOptions(document);
    const wants = (kind: string): boolean =>
      context.only?.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`)) ?? false;
    const actions =
      !context.only || wants(CodeActionKind.QuickFix)
        ? quickFixes(
            document,
            this.#cache.analysis(document),
            this.#cache.findings(document, options),
            { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
            (finding) => this.#diagnostic(document, finding),
            this.client.codeActions,
            await this.#configFile(document.uri),
          )
        : [];
    const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const analysis = this.#cache.analysis(document);
    actions.push(
      ...conversionActions(document, analysis, context.only ? wants : place, this.client.codeActions),
    );
    const said = new Set(actions.map(({ title }) => title));
    actions.push(
      ...refactorings(document, analysis, range, context.only && wants, this.client.codeActions).filter(
        ({ title }) => !said.has(title),
      ),
    );
    if (!wants(FIX_ALL_KIND)) return actions;
    const relint = (text: string): Finding[] =>
      lint(new Analysis(text, document.uri, this.#treatAs.has(document.uri)), { ...options, all: true });
    const fixAll = fixAllAction(document, relint, this.client.codeActions);
    return fixAll ? [...actions, fixAll] : actions;
  }

  /** The rest of an action that was offered without it. */
  resolve(action: CodeAction): CodeAction {
    const documentOf = (uri: string): TextDocument | undefined => this.documents.get(uri);
    const analysisOf = (document: TextDocument): Analysis => this.#cache.analysis(document);
    const { codeActions: client } = this.client;
    const resolved = resolveConversion(action, documentOf, analysisOf, client);
    return resolveRefactoring(resolved, documentOf, analysisOf, client);
  }

  async summary(document: TextDocument): Promise<Summary> {
    return summarize(this.#cache.analysis(document), await this.#findings(document));
  }

  diagram(document: TextDocument, nonce: string | undefined): Promise<Diagram | null> {
    const { reveals } = this.client;
    return diagram(document, (current) => this.#cache.analysis(current), { reveals, nonce });
  }

  async #findings(document: TextDocument): Promise<readonly Finding[]> {
    const options = await this.#lintOptions(document);
    // It may have been closed meanwhile, and another opened in its place.
    return this.documents.get(document.uri) === document ? this.#cache.findings(document, options) : [];
  }

  async #lintOptions(document: TextDocument): Promise<LintOptions> {
    const syntaxErrors = this.options.syntaxErrors !== false;
    return {
      settings: await this.settings.of(document.uri),
      syntaxErrors,
      commentErrors: syntaxErrors || document.languageId === 'jsonc',
      log: this.log,
    };
  }

  /** The config file that counts for a document, or where a new one belongs: at the root of the workspace folder. */
  async #configFile(uri: string): Promise<ConfigText | undefined> {
    const nearest = await this.settings.nearestConfig(uri);
    const upwards = foldersUpwards(uri);
    const folder = upwards.findLast((above) => this.client.folders.includes(above)) ?? upwards[0];
    const file = nearest?.uri ?? (folder && `${folder}/${CONFIG_FILE_NAME}`);
    if (file === undefined) return undefined;
    // What counts now may be older than what is to be edited.
    const text = this.documents.get(file)?.getText() ?? (await this.settings.readConfigFile(file)) ?? '';
    return { uri: file, text };
  }

  #diagnostic(document: TextDocument, finding: Finding): Diagnostic {
    return toDiagnostic(document, finding, urlOf(finding.rule), this.client.relatedInformation);
  }
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
