// Builds the five entry points into dist/. `--watch` rebuilds on change, `--sourcemaps` writes maps beside the bundles.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { compileValidators } from './compile-validators.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: !watch,
  keepNames: false,
  legalComments: 'none',
  // Maps stay outside the package (see .vscodeignore) and hold paths only, no sources.
  sourcemap: 'external',
  sourcesContent: false,
  loader: { '.md': 'text' },
  metafile: true,
  logLevel: 'warning',
};
const node = {
  ...common,
  platform: 'node',
  mainFields: ['module', 'main'],
  // ES modules ask for their place (tinyglobby does, to load more); a CommonJS bundle knows it by this name.
  define: { 'import.meta.url': '__filename' },
};
const web = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const entries = [
  { ...node, entryPoints: { client: 'client/src/node.ts' }, external: ['vscode'] },
  { ...web, entryPoints: { 'client.web': 'client/src/browser.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/node/main.ts' } },
  { ...web, entryPoints: { 'server.web': 'server/src/browser/main.ts' }, format: 'iife' },
  { ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
];

if (watch) console.log('building');
await compileValidators();
await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await mkdir('out', { recursive: true });
for (const entry of entries) {
  const options = { ...entry, outdir: 'dist' };
  if (watch) {
    const context = await esbuild.context({ ...options, sourcemap: 'linked' });
    await context.watch();
    continue;
  }
  const { metafile } = await esbuild.build(options);
  await writeFile(`out/${Object.keys(entry.entryPoints)[0]}.meta.json`, JSON.stringify(metafile));
}
if (watch) console.log('watching');
