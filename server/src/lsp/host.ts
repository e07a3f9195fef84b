/** What a server needs from the place it runs in, beside the connection. */
export interface Host {
  /** The text of a file, decoded; undefined when it does not exist or cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /**
   * URIs of the files below a folder whose path from there fits one of the patterns, written with `*`, `{a,b}`,
   * `[ab]` and two stars for any folders. Some hundreds at most; none where nobody can say.
   */
  findFiles(folder: string, globs: readonly string[]): Promise<string[]>;
}

/** Requests that a client announcing `files: true` answers, for workspaces that are not on the server's disk. */
export const READ_FILE_REQUEST = 'ecsTaskdef/readFile';

/** With `{ folder, globs }`; the answer is a list of URIs: see `Host.findFiles`. */
export const FIND_FILES_REQUEST = 'ecsTaskdef/findFiles';

/** What a document is about, for a status bar: see `Summary`. */
export const SUMMARY_REQUEST = 'ecsTaskdef/summary';

export interface Summary {
  readonly kind: string;
  readonly family: string | undefined;
  readonly launchTypes: readonly string[];
  /** CPU units and MiB of the task level. */
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
  readonly containers: number;
  readonly errors: number;
  readonly warnings: number;
}

/** With `DiagramParams`; the answer is a `Diagram`, or null for what is no task definition. */
export const DIAGRAM_REQUEST = 'ecsTaskdef/diagram';

export interface DiagramParams {
  readonly textDocument: { readonly uri: string };
  /** For pages that take no style sheet without it. */
  readonly nonce?: string;
}

/** A picture of a task, and the same in words. */
export interface Diagram {
  /** The family, where there is one. */
  readonly title: string;
  /** An SVG document. For clients that have `ecsTaskdef.revealInDocument`, its boxes are links to that command. */
  readonly svg: string;
  /** HTML, to stand inside of a page. */
  readonly words: string;
}

/** `initializationOptions`: every member may be missing or of the wrong type. */
export interface InitializationOptions {
  /** False where the editor reports JSON syntax errors itself. Default true. */
  readonly syntaxErrors?: boolean;
  /** False where the editor has an outline, folding, growing selections and formatting for JSON itself. Default true. */
  readonly jsonFeatures?: boolean;
  /** False where the editor checks `.ecs-taskdef.json` with its schema. Default true. */
  readonly configProblems?: boolean;
  /** `kate` for Kate, which does not announce all that it can do. */
  readonly editor?: unknown;
  /** Settings for clients that do not answer `workspace/configuration`, or answer null. */
  readonly settings?: unknown;
  /** The client answers `ecsTaskdef/readFile` and `ecsTaskdef/findFiles`. */
  readonly files?: boolean;
  /** Those of the commands below that the client has. */
  readonly commands?: readonly string[];
  /** Documents that people declared to be task definitions, by URI. */
  readonly treatAsTaskDefinition?: readonly string[];
}

/** The code action that applies every safe fix. */
export const FIX_ALL_KIND = 'source.fixAll.ecs-taskdef';

/** The code actions that make a task definition over for another launch type are of this kind and `fargate` or `ec2`. */
export const CONVERT_KIND = 'refactor.rewrite.ecs-taskdef';

/** A command of the server: shows its first argument, and logs its second one, where there is one. */
export const SHOW_MESSAGE_COMMAND = 'ecsTaskdef.showMessage';

/** A command of the VS Code client: opens the page of the rule given as its argument. */
export const EXPLAIN_COMMAND = 'ecsTaskdef.explainProblem';

/** A command of the VS Code client: saves the config file that a quick fix has changed, so that the change counts. */
export const SAVE_CONFIG_COMMAND = 'ecsTaskdef.saveConfigFile';

/** A command of the VS Code client: makes the document of the URI given as its argument over for Fargate. */
export const CONVERT_TO_FARGATE_COMMAND = 'ecsTaskdef.convertToFargate';

/** A command of the VS Code client: shows the diagram of the document of the URI given as its argument. */
export const SHOW_DIAGRAM_COMMAND = 'ecsTaskdef.showDiagram';

/** A command of the VS Code client: selects in a document, given by its URI, what stands in a range. */
export const REVEAL_COMMAND = 'ecsTaskdef.revealInDocument';

/** VS Code's own: opens the list of problems. */
export const PROBLEMS_COMMAND = 'workbench.actions.view.problems';

/** VS Code's own: opens the completion list again, for the value behind a key just inserted. */
export const SUGGEST_COMMAND = 'editor.action.triggerSuggest';

/** Notification from the client: the full list of documents that people declared to be task definitions. */
export const TREAT_AS_NOTIFICATION = 'ecsTaskdef/treatAsTaskDefinition';
