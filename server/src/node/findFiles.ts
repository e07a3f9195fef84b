import { opendir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Nothing that people write is in these. */
const NOT_LOOKED_INTO = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.terraform',
  '.venv',
  '__pycache__',
]);
/** A home folder opened by mistake must not keep the server busy for minutes. */
const MOST_FOLDERS = 5_000;
const MOST_ENTRIES = 100_000;
const MOST_FILES = 500;

/** See `Host.findFiles`. The folders nearest to the top come first; links are not followed, unreadable folders left out. */
export async function findFiles(folder: string, globs: readonly string[]): Promise<string[]> {
  if (!folder.startsWith('file:')) return [];
  const patterns = globs.map(globPattern);
  const depth = globs.some((glob) => glob.includes('**'))
    ? Number.POSITIVE_INFINITY
    : Math.max(...globs.map((glob) => glob.split('/').length - 1));
  const found: string[] = [];
  const folders: string[][] = [[]];
  let entries = 0;
  for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
    const steps = folders[at] ?? [];
    try {
      for await (const entry of await opendir(path.join(fileURLToPath(folder), ...steps))) {
        if (++entries > MOST_ENTRIES || found.length >= MOST_FILES) return found;
        const inside = [...steps, entry.name];
        if (entry.isDirectory()) {
          if (steps.length < depth && !NOT_LOOKED_INTO.has(entry.name)) folders.push(inside);
        } else if (entry.isFile() && patterns.some((pattern) => pattern.test(inside.join('/'))))
          found.push([folder.replace(/\/$/, ''), ...inside.map(encodeURIComponent)].join('/'));
      }
    } catch {
      // not there, or not ours to read
    }
  }
  return found;
}

/** What a path from the folder has to look like, with slashes. */
export function globPattern(glob: string): RegExp {
  const signs: Readonly<Record<string, string>> = {
    '**/': '(?:.*/)?',
    '*': '[^/]*',
    '.': '\\.',
    '{': '(?:',
    '}': ')',
    ',': '|',
  };
  return new RegExp(`^${glob.replace(/\*\*\/|[*.{},]/g, (sign) => signs[sign] ?? sign)}$`);
}
