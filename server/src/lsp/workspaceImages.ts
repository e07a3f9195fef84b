import { Analysis, DEFINITION_GLOB, imagesIn } from '../core';
import type { Host } from './host';

/** More than any project has; a folder that was opened by mistake may hold everything. */
const MOST_FILES = 100;
/** Characters. Nobody writes a longer one by hand. */
const LONGEST = 200_000;

/** The images that the task definitions of the workspace use; read when somebody asks for the first time. */
export class WorkspaceImages {
  #loading: Promise<void> | undefined;
  #images: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(
    private readonly host: Host,
    /** URIs of the workspace folders. */
    private readonly folders: readonly string[],
  ) {}

  /** Those of other files than this one, as far as they have been read. */
  except(uri: string): string[] {
    return [...this.#images].flatMap(([file, images]) => (file === uri ? [] : images));
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
    const images = new Map<string, readonly string[]>();
    for (const uri of new Set(found.flat().slice(0, MOST_FILES))) {
      const text = await this.host.readFile(uri);
      if (text !== undefined && text.length <= LONGEST) images.set(uri, imagesIn(new Analysis(text, uri)));
    }
    this.#images = images;
  }
}
