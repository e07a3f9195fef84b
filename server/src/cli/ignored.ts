import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * What `.gitignore` files say about the content of one folder: its own, those of folders inside it, and
 * those above it up to the repository's top. The folder itself was asked for, so a file above it that
 * ignores it as a whole does not count.
 */
export class IgnoredFiles {
  /** The `.gitignore` of a folder; undefined where there is none. */
  readonly #rules = new Map<string, Ignore | undefined>();
  readonly #top: string;

  /**
   * @param folder the folder that is searched, absolute
   * @param fallback where to stop looking upwards outside a repository, if `folder` is inside it
   */
  constructor(
    private readonly folder: string,
    fallback: string,
  ) {
    this.#top = topOf(folder, fallback);
  }

  /** Whether git ignores an absolute path; its parent folders inside `folder` are known not to be ignored. */
  has(file: string, isFolder: boolean): boolean {
    for (let at = path.dirname(file); ; at = path.dirname(at)) {
      const rules = this.#rulesOf(at);
      if (rules) {
        const { ignored, unignored } = rules.test(relative(at, file) + (isFolder ? '/' : ''));
        if (ignored || unignored) return ignored;
      }
      if (at === this.#top || at === path.dirname(at)) return false;
    }
  }

  #rulesOf(at: string): Ignore | undefined {
    if (this.#rules.has(at)) return this.#rules.get(at);
    let rules = read(path.join(at, '.gitignore'));
    const isAbove = at !== this.folder && this.folder.startsWith(at);
    if (isAbove && rules?.ignores(`${relative(at, this.folder)}/`)) rules = undefined;
    this.#rules.set(at, rules);
    return rules;
  }
}

function topOf(folder: string, fallback: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) break;
  }
  return folder.startsWith(fallback + path.sep) ? fallback : folder;
}

/** A `.gitignore` that cannot be read ignores nothing. */
function read(file: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function relative(from: string, to: string): string {
  return path.relative(from, to).split(path.sep).join('/');
}
