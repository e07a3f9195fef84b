import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The rules as the product knows them, and the parts of the core that the generator needs to try their
 * examples: `{ ALL_RULES, RULES, FACTORS, Analysis, lint, DEFAULT_SETTINGS, unfold }`.
 */
export async function loadRules() {
  const folder = await mkdtemp(path.join(tmpdir(), 'ecs-taskdef-'));
  const outfile = path.join(folder, 'rules.mjs');
  try {
    await esbuild.build({
      stdin: {
        contents: `
          export { ALL_RULES } from './rules/metadata';
          export { RULES } from './rules/index.generated';
          export { FACTORS } from './factors';
          export { Analysis } from './analysis';
          export { lint } from './lint';
          export { DEFAULT_SETTINGS } from './settings';
          export { unfold } from '../../../test/support/examples';`,
        resolveDir: path.join(root, 'server/src/core'),
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      external: ['node:*'],
      mainFields: ['module', 'main'],
      loader: { '.md': 'text' },
      outfile,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
