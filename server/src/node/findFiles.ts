import { type Dirent, promises } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Entry, findBelow } from '../lsp/findBelow';

/** See `Host.findFiles`. */
export async function findFiles(folder: string, globs: readonly string[]): Promise<string[]> {
  if (!folder.startsWith('file:')) return [];
  const root = fileURLToPath(folder);
  return findBelow(folder, globs, async (steps) =>
    (await promises.readdir(path.join(root, ...steps), { withFileTypes: true })).map(toEntry),
  );
}

function toEntry(entry: Dirent): Entry {
  return { name: entry.name, kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other' };
}
