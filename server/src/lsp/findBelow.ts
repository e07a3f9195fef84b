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
/** A home folder opened by mistake must not keep anyone busy for minutes. */
const MOST_FOLDERS = 5_000;
const MOST_ENTRIES = 100_000;
const MOST_FILES = 500;

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/**
 * The work of `Host.findFiles` where folders can only be listed. Those nearest to the top come first; links are not
 * followed, folders that cannot be read are left out.
 *
 * @param folder its URI
 * @param list what is in the folder at these steps below it
 */
export async function findBelow(
  folder: string,
  globs: readonly string[],
  list: (steps: readonly string[]) => Promise<readonly Entry[]>,
): Promise<string[]> {
  const patterns = globs.map(globPattern);
  const depth = globs.some((glob) => glob.includes('**'))
    ? Number.POSITIVE_INFINITY
    : Math.max(...globs.map((glob) => glob.split('/').length - 1));
  const found: string[] = [];
  const folders: string[][] = [[]];
  let entries = 0;
  for (let at = 0; at < folders.length && at < MOST_FOLDERS && entries < MOST_ENTRIES; at++) {
    const steps = folders[at] ?? [];
    const content = await list(steps).catch((): Entry[] => []);
    entries += content.length;
    for (const { name, kind } of content) {
      const inside = [...steps, name];
      if (kind === 'folder') {
        if (steps.length < depth && !NOT_LOOKED_INTO.has(name)) folders.push(inside);
      } else if (kind === 'file' && patterns.some((pattern) => pattern.test(inside.join('/')))) {
        found.push([folder.replace(/\/$/, ''), ...inside.map(encodeURIComponent)].join('/'));
        if (found.length === MOST_FILES) return found;
      }
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
