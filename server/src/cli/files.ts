import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { IgnoredFiles } from './ignored';
import { reasonOf } from './reason';
import { shownPath } from './report';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Given by its own name: listed whatever it is. Others are listed only when they are task definitions. */
  readonly named: boolean;
}

/** Never searched, unless asked for by name. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The files that the operands of the command line mean, each once.
 *
 * @param fault receives a sentence for every operand or folder that could not be read
 */
export function findFiles(
  operands: readonly string[],
  cwd: string,
  fault: (sentence: string) => void,
): FoundFile[] {
  const files = new Map<string, FoundFile>();
  const add = (file: string, named: boolean): void => {
    if (named || !files.has(file)) files.set(file, { path: file, named });
  };
  for (const operand of operands) {
    const absolute = path.resolve(cwd, operand);
    let stats: Stats | undefined;
    try {
      stats = statSync(absolute, { throwIfNoEntry: false });
    } catch (error) {
      fault(`${operand} cannot be read: ${reasonOf(error)}.`);
      continue;
    }
    if (stats?.isDirectory()) {
      for (const file of search('**/*.{json,jsonc}', absolute, cwd, fault)) add(file, false);
    } else if (stats) {
      add(absolute, true);
    } else if (isDynamicPattern(toPattern(operand))) {
      const matches = search(toPattern(operand), cwd, cwd, fault);
      if (matches.length === 0) fault(`No file matches ${operand}.`);
      for (const file of matches) add(file, false);
    } else {
      fault(`${operand} cannot be read: no such file or directory.`);
    }
  }
  return [...files.values()];
}

const toPattern = (operand: string): string => (path.sep === '\\' ? operand.replaceAll('\\', '/') : operand);

/** Links to folders are not followed, as git has it: what they lead to is elsewhere, or a loop. */
function search(pattern: string, folder: string, cwd: string, fault: (sentence: string) => void): string[] {
  // The first folder that is read is the one that was asked for (a glob's part before the first wildcard).
  let ignored: IgnoredFiles | undefined;
  const readFolder = (at: string, options: { withFileTypes: true }): Dirent[] => {
    const here = path.resolve(at);
    ignored ??= new IgnoredFiles(here, cwd);
    const rules = ignored;
    let entries: Dirent[];
    try {
      entries = readdirSync(here, options);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') fault(`${shownPath(here, cwd) || '.'} cannot be read: ${reasonOf(error)}.`);
      return [];
    }
    return entries.filter((entry) => {
      const full = path.join(here, entry.name);
      if (entry.isSymbolicLink()) return isFile(full);
      if (!entry.isDirectory()) return true;
      return !SKIPPED_FOLDERS.has(entry.name) && !rules.has(full, true);
    });
  };
  try {
    return globSync(pattern, {
      cwd: folder,
      absolute: true,
      dot: true,
      expandDirectories: false,
      fs: { readdirSync: readFolder as typeof readdirSync },
    })
      .map((file) => path.resolve(file))
      .filter((file) => !ignored?.has(file, false));
  } catch (error) {
    fault(`${shownPath(folder, cwd) || '.'} cannot be searched: ${reasonOf(error)}.`);
    return [];
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
