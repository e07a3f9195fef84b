import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_FILE_NAME, readConfig, type Settings } from '../core';
import { decode } from './decode';
import { reasonOf } from './reason';

/** Finds and reads the config file that counts for a document, each once. */
export class ConfigFiles {
  readonly #nearest = new Map<string, Partial<Settings>>();
  readonly #fixed: Partial<Settings> | undefined;

  /**
   * @param fixed a config file for every document (`--config`), absolute
   * @param fault receives a sentence for everything that is wrong with a config file
   */
  constructor(
    fixed: string | undefined,
    private readonly cwd: string,
    private readonly fault: (sentence: string) => void,
  ) {
    this.#fixed = fixed === undefined ? undefined : (this.#read(fixed, true) ?? {});
  }

  /** The settings of the nearest config file, from the folder of the document upwards. */
  settingsFor(document: string): Partial<Settings> {
    return this.#fixed ?? this.#nearestTo(path.dirname(document));
  }

  #nearestTo(folder: string): Partial<Settings> {
    const known = this.#nearest.get(folder);
    if (known) return known;
    const parent = path.dirname(folder);
    const settings =
      this.#read(path.join(folder, CONFIG_FILE_NAME), false) ??
      (parent === folder ? {} : this.#nearestTo(parent));
    this.#nearest.set(folder, settings);
    return settings;
  }

  /** Undefined where there is no such file, which is a fault only if it must be there. */
  #read(file: string, must: boolean): Partial<Settings> | undefined {
    const name = path.relative(this.cwd, file);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!must && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined;
      this.fault(`${name} cannot be read: ${reasonOf(error)}.`);
      return {};
    }
    const { settings, problems } = readConfig(decode(bytes).text);
    for (const { message } of problems) this.fault(`${name}: ${message}`);
    return settings;
  }
}
