import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import {
  Analysis,
  DEFINITION_GLOB,
  type DefinitionNames,
  loadOtherFiles,
  metadataOf,
  mismatch,
  NEIGHBOUR_GLOBS,
  namesOf,
  OTHER_FILE_GLOBS,
  type OtherFile,
  type OtherFileKind,
  otherFileKind,
  type Settings,
  severityOf,
  type Use,
  urlOf,
} from '../core';
import { toDiagnostic, toLspRange } from './convert';
import type { Host } from './host';
import { fileName, folderOf, isInside, join, sameFile } from './uris';

/** More than any project has; a folder that was opened by mistake may hold everything. */
const MOST_FILES = 300;
/** Characters. Nobody writes a longer one by hand. */
const LONGEST = 500_000;

export interface Surroundings {
  readonly host: Host;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  /** Those that are open. */
  readonly documents: () => readonly TextDocument[];
  readonly analysis: (document: TextDocument) => Analysis;
  readonly isForced: (uri: string) => boolean;
  readonly settings: (uri: string) => Promise<Settings>;
  /** Shows the problems of a file that is not open. */
  readonly publish: (uri: string, diagnostics: Diagnostic[]) => void;
  /** The problems of a document that is open have changed. */
  readonly refresh: () => void;
  /** Wants to hear of changes of these files. */
  readonly watch: (globs: readonly string[]) => void;
  readonly log: (line: string) => void;
}

/** A place in another file that names something of a task definition. */
export interface OtherPlace {
  readonly uri: string;
  readonly range: Range;
  /** False where the file may mean another task definition. */
  readonly isSure: boolean;
}

interface Known {
  readonly kind: OtherFileKind;
  readonly document: TextDocument;
  readonly content: OtherFile;
}

/**
 * The files of the workspace that name task definitions, containers and ports: deployment files, workflows, services.
 * They belong to other language servers; what does not fit is reported in them nevertheless, because nobody else knows.
 */
export class OtherFiles {
  /** By URI; undefined until the first task definition is open. */
  #files: Map<string, Known> | undefined;
  /** What may be a task definition in a folder, by the folder. */
  readonly #neighbours = new Map<string, Promise<readonly string[]>>();
  /** What an open task definition had when it could last be read to its end. */
  readonly #names = new Map<string, DefinitionNames>();
  #problems: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
  /** What the client shows for files that are not open. */
  readonly #shown = new Map<string, string>();
  #running: Promise<void> = Promise.resolve();
  #isQueued = false;

  constructor(private readonly around: Surroundings) {}

  /** To be called with every version of a document; compares again where names have changed. */
  look(document: TextDocument, analysis: Analysis): void {
    const { uri } = document;
    if (!this.around.folders.some((folder) => isInside(uri, folder))) return;
    if (analysis.kind === 'none') {
      const known = this.#files?.get(uri);
      if (known && known.document.getText() !== document.getText()) this.changed([uri]);
      return;
    }
    const before = this.#names.get(uri);
    if (before && this.#files?.size === 0) return;
    const names = namesOf(analysis);
    if (before && (!names || JSON.stringify(names) === JSON.stringify(before))) return;
    if (!before) this.#neighbours.delete(folderOf(uri));
    this.#names.set(uri, names ?? { family: undefined, containers: undefined, volumes: undefined });
    void this.update();
  }

  /** A document has been opened, so that its problems are no longer shown as those of a file. */
  opened(): void {
    if (this.#files) this.#show(this.#problems);
  }

  closed(uri: string): void {
    this.#names.delete(uri);
    this.changed([uri]); // to what it is on the disk
  }

  /** Files have been changed, made or deleted. */
  changed(uris: readonly string[]): void {
    if (!this.#files) return;
    this.#neighbours.clear();
    const others = uris.filter((uri) => this.#files?.has(uri) || this.#isWanted(uri));
    void this.#enqueue(async () => {
      for (const uri of others) await this.#read(uri, this.#files?.get(uri)?.kind ?? otherFileKind(uri));
    });
    void this.update();
  }

  /** Nobody says which files change: looks for all of them again. */
  reload(): void {
    if (!this.#files) return;
    this.#neighbours.clear();
    void this.#enqueue(async () => {
      this.#files = undefined;
    });
    void this.update();
  }

  /** Compares everything again. */
  update(): Promise<void> {
    if (this.#isQueued) return this.#running;
    this.#isQueued = true;
    return this.#enqueue(async () => {
      this.#isQueued = false;
      await this.#compare();
    });
  }

  /** What is wrong in a document that is open. */
  problemsOf(uri: string): readonly Diagnostic[] {
    return this.#problems.get(uri) ?? [];
  }

  /**
   * Where other files name something of a task definition. They are read again, so that the places are right.
   *
   * @param container whose it is, for a port
   */
  async placesOf(
    definition: string,
    kind: Use['kind'],
    name: string,
    container?: string,
  ): Promise<OtherPlace[]> {
    const isMeant = (use: Use) => use.kind === kind && use.name === name && use.container === container;
    const places: OtherPlace[] = [];
    void this.update(); // in case they have not been looked for yet
    await this.#enqueue(async () => {
      for (const [uri, before] of [...(this.#files ?? [])]) {
        if (!before.content.uses.some(isMeant)) continue;
        const file = await this.#read(uri, before.kind);
        for (const use of file?.content.uses ?? []) {
          if (!file || !isMeant(use)) continue;
          const targets = await this.#targets(file, use);
          const isByName = file.kind === 'workflow' && kind === 'family'; // the whole account has one of that name
          if (!isByName && !targets.some((target) => sameFile(target) === sameFile(definition))) continue;
          places.push({ uri, range: toLspRange(file.document, use.range), isSure: targets.length === 1 });
        }
      }
    });
    return places;
  }

  /** Of a file that is open; null for all others. */
  versionOf(uri: string): number | null {
    return this.#openDocument(uri)?.version ?? null;
  }

  /** One thing at a time, in order. */
  #enqueue(run: () => Promise<void>): Promise<void> {
    this.#running = this.#running
      .then(run)
      .catch((error: unknown) =>
        this.around.log(error instanceof Error ? (error.stack ?? '') : String(error)),
      );
    return this.#running;
  }

  // ---- files

  async #load(): Promise<ReadonlyMap<string, Known>> {
    if (this.#files) return this.#files;
    this.#files = new Map();
    const { folders, host, watch } = this.around;
    const found = await Promise.all(
      folders.map((folder) => host.findFiles(folder, OTHER_FILE_GLOBS).catch(() => [])),
    );
    for (const uri of [...new Set(found.flat())].slice(0, MOST_FILES))
      await this.#read(uri, otherFileKind(uri));
    // Editors compare them with whole paths.
    watch([...OTHER_FILE_GLOBS, DEFINITION_GLOB].map((glob) => glob.replace(/^(?!\*\*\/)/, '**/')));
    return this.#files;
  }

  /** Reads a file, open or not, and those that it names. */
  async #read(uri: string, kind: OtherFileKind | undefined): Promise<Known | undefined> {
    if (!kind || !this.#files) return undefined;
    const text = this.#openDocument(uri)?.getText() ?? (await this.#textOf(uri));
    this.#files.delete(uri);
    if (text === undefined || text.length > LONGEST) return undefined;
    const { readOtherFile } = await loadOtherFiles();
    const content = readOtherFile(text, kind, uri);
    const known: Known = { kind, content, document: TextDocument.create(uri, '', 0, text) };
    this.#files.set(uri, known);
    for (const { kind: pairKind, path } of content.pairs) {
      const other = path === undefined ? undefined : join(baseOf(known), path);
      if (other && this.#isOurs(other) && !this.#files.has(other)) await this.#read(other, pairKind);
    }
    return known;
  }

  #openDocument(uri: string): TextDocument | undefined {
    return this.around.documents().find((document) => sameFile(document.uri) === sameFile(uri));
  }

  #isOurs(uri: string): boolean {
    return this.around.folders.some((folder) => isInside(uri, folder));
  }

  /** As what the globs find: workflows count at the root of a folder only. */
  #isWanted(uri: string): boolean {
    const kind = otherFileKind(uri);
    if (!kind || !this.#isOurs(uri)) return false;
    return (
      kind !== 'workflow' || this.around.folders.some((folder) => sameFile(folder) === sameFile(rootOf(uri)))
    );
  }

  #textOf(uri: string): Promise<string | undefined> {
    return this.around.host.readFile(uri).catch(() => undefined);
  }

  // ---- which task definition a file means

  async #targets(file: Known, use: Use): Promise<readonly string[]> {
    const { uri } = file.document;
    if (file.kind === 'workflow') {
      return this.#definitions([use.taskDefinition && join(baseOf(file), use.taskDefinition)]);
    }
    const paired = [...(this.#files?.values() ?? [])].flatMap((other) =>
      other.content.pairs.flatMap(({ kind, path, taskDefinition }) => {
        const base = baseOf(other);
        const means =
          path === undefined
            ? kind === file.kind && base === folderOf(uri)
            : sameFile(join(base, path) ?? '') === sameFile(uri);
        return means ? [taskDefinition && join(base, taskDefinition)] : [];
      }),
    );
    if (paired.includes(undefined)) return [];
    if (paired.length > 0) return this.#definitions([...new Set(paired)]);
    const folder = folderOf(uri);
    let neighbours = this.#neighbours.get(folder);
    if (!neighbours) {
      neighbours = this.#neighboursIn(folder);
      this.#neighbours.set(folder, neighbours);
    }
    return neighbours;
  }

  async #neighboursIn(folder: string): Promise<readonly string[]> {
    const saved = await this.around.host.findFiles(folder, NEIGHBOUR_GLOBS).catch(() => []);
    const open = this.around.documents().flatMap(({ uri }) => (folderOf(uri) === folder ? uri : []));
    const all = new Map([...saved, ...open].map((uri) => [sameFile(uri), uri]));
    const found = [...all.values()].slice(0, MOST_FILES);
    const json = await this.#definitions(found.filter((uri) => /\.jsonc?$/i.test(uri)));
    // Task definitions in YAML, Jsonnet or a template cannot be read, but may be the ones that are meant.
    const others = found.filter((uri) => !/\.jsonc?$/i.test(uri));
    return [...json, ...others];
  }

  async #definitions(uris: readonly (string | undefined)[]): Promise<string[]> {
    const definitions: string[] = [];
    for (const uri of uris) {
      const analysis = uri !== undefined && this.#isOurs(uri) ? await this.#analysisOf(uri) : undefined;
      if (uri !== undefined && analysis?.definition?.task) definitions.push(uri);
    }
    return definitions;
  }

  async #analysisOf(uri: string): Promise<Analysis | undefined> {
    const { analysis, isForced } = this.around;
    const document = this.#openDocument(uri);
    if (document) return analysis(document);
    const text = await this.#textOf(uri);
    return text === undefined || text.length > LONGEST ? undefined : new Analysis(text, uri, isForced(uri));
  }

  async #namesIn(uri: string): Promise<DefinitionNames | undefined> {
    const open = this.#openDocument(uri);
    if (open) return namesOf(this.around.analysis(open)) ?? this.#names.get(open.uri);
    const analysis = await this.#analysisOf(uri);
    return analysis && namesOf(analysis);
  }

  // ---- problems

  async #compare(): Promise<void> {
    const names = new Map<string, DefinitionNames | undefined>();
    const problems = new Map<string, Diagnostic[]>();
    for (const [uri, file] of await this.#load()) {
      for (const use of file.content.uses) {
        const [target, ...more] = await this.#targets(file, use);
        if (target === undefined || more.length > 0) continue;
        if (!names.has(target)) names.set(target, await this.#namesIn(target));
        const has = names.get(target);
        const diagnostic = has && (await this.#diagnostic(file, use, has, fileName(target)));
        if (diagnostic) problems.set(uri, [...(problems.get(uri) ?? []), diagnostic]);
      }
    }
    const before = this.#problems;
    this.#problems = problems;
    this.#show(before);
  }

  async #diagnostic(
    { document }: Known,
    use: Use,
    names: DefinitionNames,
    definition: string,
  ): Promise<Diagnostic | undefined> {
    const found = mismatch(use, names, definition);
    const rule = found && metadataOf(found.rule);
    const severity = rule && severityOf(rule, await this.around.settings(document.uri));
    if (!found || !severity) return undefined;
    const finding = { ...found, severity, pointer: '', fixes: [], related: [], droppedByDeployAction: false };
    return toDiagnostic(document, finding, urlOf(found.rule), false);
  }

  #show(before: ReadonlyMap<string, readonly Diagnostic[]>): void {
    const { publish, refresh } = this.around;
    let isOpenChanged = false;
    for (const uri of new Set([...before.keys(), ...this.#problems.keys(), ...this.#shown.keys()])) {
      const problems = this.problemsOf(uri);
      const isOpen = this.#openDocument(uri) !== undefined;
      if (isOpen && JSON.stringify(before.get(uri) ?? []) !== JSON.stringify(problems)) isOpenChanged = true;
      const shown = JSON.stringify(isOpen ? [] : problems);
      if (shown === (this.#shown.get(uri) ?? '[]')) continue;
      this.#shown.set(uri, shown);
      publish(uri, isOpen ? [] : [...problems]);
    }
    if (isOpenChanged) refresh();
  }
}

/** Where the paths in a file begin: for a workflow at the root of the repository. */
function baseOf({ kind, document: { uri } }: Known): string {
  return kind === 'workflow' ? rootOf(uri) : folderOf(uri);
}

/** The folder that has the workflow. */
const rootOf = (workflow: string): string => workflow.slice(0, workflow.lastIndexOf('/.github/'));
