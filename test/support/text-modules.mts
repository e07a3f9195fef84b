import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** Lets tests import Markdown files as text, as the bundles do. */
export function textModules(): Plugin {
  return {
    name: 'text-modules',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0] ?? id;
      if (!file.endsWith('.md')) return undefined;
      return `export default ${JSON.stringify(await readFile(file, 'utf8'))};`;
    },
  };
}
