import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SymbolInformation } from 'vscode-languageserver-types';
import { Analysis, DEFINITION_GLOB, imagesIn } from '../core';
import type { Host } from './host';
import { searchable } from './symbols';
import { sameFile } from './uris';

/** More than any project has; a folder that was opened by mistake may hold everything. */
const MOST_FILES = 100;
/** Characters. Nobody writes a longer one by hand. */
const LONGEST = 200_000;

/** What is kept of a file: its text is not. */
interface Known {
  readonly images: readonly string[];
  readonly symbols: readonly SymbolInformation[];
}

/** What the task definitions of the workspace have; read when somebody asks for the first time. */
export class WorkspaceDefinitions {
  #loading: Promise<void> | undefined;
  #files: ReadonlyMap<string, Known> = new Map();

  constructor(
    private readonly host: Host,
    /** URIs of the workspace folders. */
    private readonly folders: readonly string[],
  ) {}

  /** The images of other files than this one, as far as they have been read. */
  imagesExcept(uri: string): string[] {
    return this.#except([uri]).flatMap(({ images }) => images);
  }

  /** Families and containers of all files but these. */
  async symbolsExcept(uris: readonly string[]): Promise<SymbolInformation[]> {
    await (this.load() ?? this.#loading);
    return this.#except(uris).flatMap(({ symbols }) => symbols);
  }

  #except(uris: readonly string[]): Known[] {
    const left = new Set(uris.map(sameFile));
    return [...this.#files].flatMap(([file, known]) => (left.has(sameFile(file)) ? [] : known));
  }

  /** @returns undefined when there is nothing more to read */
  load(): Promise<void> | undefined {
    if (this.#loading || this.folders.length === 0) return undefined;
    this.#loading = this.#read();
    return this.#loading;
  }

  /** Files have changed: they are read again with the next question. */
  forget(): void {
    this.#loading = undefined;
  }

  async #read(): Promise<void> {
    const found = await Promise.all(
      this.folders.map((folder) => this.host.findFiles(folder, [DEFINITION_GLOB])),
    );
    const files = new Map<string, Known>();
    for (const uri of new Set(found.flat().slice(0, MOST_FILES))) {
      const text = await this.host.readFile(uri);
      if (text === undefined || text.length > LONGEST) continue;
      const analysis = new Analysis(text, uri);
      const symbols = searchable(TextDocument.create(uri, 'json', 0, text), analysis);
      files.set(uri, { images: imagesIn(analysis), symbols });
    }
    this.#files = files;
  }
}
