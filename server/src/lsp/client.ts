import type { InitializeParams } from 'vscode-languageserver';
import { CompletionItemTag } from 'vscode-languageserver-types';
import type { CodeActionClient } from './codeActions';
import type { LensClient } from './codeLens';
import type { CompletionClient } from './completion';
import {
  CONVERT_TO_FARGATE_COMMAND,
  EXPLAIN_COMMAND,
  type InitializationOptions,
  PROBLEMS_COMMAND,
  REVEAL_COMMAND,
  SAVE_CONFIG_COMMAND,
  SHOW_DIAGRAM_COMMAND,
  SUGGEST_COMMAND,
} from './host';

/** What the client can do, read once from `initialize`. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly hoverMarkdown: boolean;
  /** `textDocument.definition.linkSupport` */
  readonly definitionLinks: boolean;
  /** It asks what is under the cursor before it asks for the new name. */
  readonly preparesRename: boolean;
  /** It shows changes for confirmation: `workspace.workspaceEdit.changeAnnotationSupport`. */
  readonly annotatesChanges: boolean;
  readonly completion: CompletionClient;
  readonly codeActions: CodeActionClient;
  /** It asks for code actions of a whole line, and of all kinds. */
  readonly asksByLine: boolean;
  readonly inlayHints: boolean;
  readonly refreshesInlayHints: boolean;
  /** Undefined for clients without lenses. */
  readonly codeLens: LensClient | undefined;
  readonly refreshesCodeLens: boolean;
  /** It has the command that boxes of a diagram are links to. */
  readonly reveals: boolean;
  readonly documentLinks: boolean;
  readonly linkTooltips: boolean;
  readonly workspaceSymbols: boolean;
  /** Features for JSON itself, which editors with JSON support of their own do not want. */
  readonly symbols: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly folds: boolean;
  readonly selections: boolean;
  readonly formats: boolean;
  readonly formatsParts: boolean;
  /** URIs of the folders that are open. */
  readonly folders: readonly string[];
}

type ClientParams = Pick<InitializeParams, 'capabilities'> &
  Partial<Pick<InitializeParams, 'rootUri' | 'workspaceFolders'>>;

export function readClient(params: ClientParams, options: InitializationOptions): Client {
  const { textDocument, workspace } = params.capabilities;
  const completionItem = textDocument?.completion?.completionItem;
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  const forJson = options.jsonFeatures !== false;
  // Kate asks for formatting without a word about it; see kate.ts for the rest.
  const isKate = options.editor === 'kate';
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    folders: folders.map((uri) => uri.replace(/\/$/, '')),
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
    definitionLinks: textDocument?.definition?.linkSupport === true,
    annotatesChanges:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    completion: {
      snippets: completionItem?.snippetSupport === true,
      markdown: completionItem?.documentationFormat?.includes('markdown') ?? false,
      resolves: completionItem?.resolveSupport?.properties.includes('documentation') ?? false,
      labelDetails: completionItem?.labelDetailsSupport === true,
      deprecatedTag: completionItem?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) ?? false,
      preselects: completionItem?.preselectSupport === true,
      insertReplace: completionItem?.insertReplaceSupport === true,
      insertTextModes: completionItem?.insertTextModeSupport?.valueSet ?? [],
      suggestCommand: options.commands?.includes(SUGGEST_COMMAND) ?? false,
      replacesWord: isKate,
    },
    inlayHints: textDocument?.inlayHint !== undefined,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    codeLens: textDocument?.codeLens && {
      showsProblems: options.commands?.includes(PROBLEMS_COMMAND) ?? false,
      converts: options.commands?.includes(CONVERT_TO_FARGATE_COMMAND) ?? false,
      showsDiagram: options.commands?.includes(SHOW_DIAGRAM_COMMAND) ?? false,
    },
    reveals: options.commands?.includes(REVEAL_COMMAND) ?? false,
    refreshesCodeLens: workspace?.codeLens?.refreshSupport === true,
    documentLinks: textDocument?.documentLink !== undefined,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    workspaceSymbols: workspace?.symbol !== undefined,
    symbols: forJson && textDocument?.documentSymbol !== undefined,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    folds: forJson && textDocument?.foldingRange !== undefined,
    selections: forJson && textDocument?.selectionRange !== undefined,
    formats: forJson && (isKate || textDocument?.formatting !== undefined),
    formatsParts: forJson && (isKate || textDocument?.rangeFormatting !== undefined),
    asksByLine: isKate,
    codeActions: {
      versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
      createsFiles:
        workspace?.workspaceEdit?.documentChanges === true &&
        (workspace.workspaceEdit.resourceOperations?.includes('create') ?? false),
      savesConfig: options.commands?.includes(SAVE_CONFIG_COMMAND) ?? false,
      explains: options.commands?.includes(EXPLAIN_COMMAND)
        ? 'page'
        : workspace?.executeCommand
          ? 'message'
          : undefined,
      resolves:
        dataSupport === true &&
        ['edit', 'command'].every((property) => resolveSupport?.properties.includes(property)),
    },
  };
}

/** Clients may send anything here; what is not understood counts as not given. */
export function readOptions(given: unknown): InitializationOptions {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return {};
  const options = given as Record<string, unknown>;
  return {
    syntaxErrors: options.syntaxErrors !== false,
    jsonFeatures: options.jsonFeatures !== false,
    configProblems: options.configProblems !== false,
    editor: options.editor,
    settings: options.settings,
    files: options.files === true,
    commands: strings(options.commands),
    treatAsTaskDefinition: strings(options.treatAsTaskDefinition),
  };
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
