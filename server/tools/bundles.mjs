// What dist/ holds: the bundles of code, the licences of what is in them, and the pages of the rules.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { compileValidators } from './compile-validators.mjs';
import { licensesOf } from './licenses.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  keepNames: false,
  legalComments: 'none',
  // Maps stay outside the package (see .vscodeignore) and hold paths only, no sources.
  sourcemap: 'external',
  sourcesContent: false,
  loader: { '.md': 'text' },
  logLevel: 'warning',
};
const node = {
  ...common,
  platform: 'node',
  mainFields: ['module', 'main'],
  // ES modules ask for their place (tinyglobby does, to load more); a CommonJS bundle knows it by this name.
  define: { 'import.meta.url': '__filename' },
};
/** On Node the server and the command line load the core out of the worker's bundle, when there is something to examine. */
const besideCore = {
  ...node,
  plugins: [
    {
      name: 'core-beside',
      setup: (build) =>
        build.onResolve({ filter: /^(\.\.\/)+core$/ }, () => ({ path: './server.web.js', external: true })),
    },
  ],
};
const web = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

export const entries = [
  { ...node, entryPoints: { client: 'client/src/node.ts' }, external: ['vscode'] },
  { ...web, entryPoints: { 'client.web': 'client/src/browser.ts' }, external: ['vscode'] },
  { ...besideCore, entryPoints: { server: 'server/src/node/main.ts' } },
  {
    ...web,
    entryPoints: { 'server.web': 'server/src/browser/main.ts' },
    format: 'iife',
    globalName: 'bundle',
    footer: { js: "if(typeof module==='object')module.exports=bundle.loadCore();" },
  },
  {
    ...besideCore,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** Builds every bundle for release. `outdir` is emptied first. */
export async function buildBundles(outdir = path.join(root, 'dist')) {
  await prepare(outdir);
  const metafiles = [];
  for (const entry of entries) {
    const { metafile } = await esbuild.build({ ...entry, minify: true, metafile: true, outdir });
    metafiles.push(metafile);
  }
  await writeFile(path.join(outdir, 'licenses.txt'), await licensesOf(root, metafiles));
}

/** Builds every bundle for debugging into dist/, and again with each change of a source. */
export async function watchBundles() {
  const outdir = path.join(root, 'dist');
  await prepare(outdir);
  for (const entry of entries) {
    const context = await esbuild.context({ ...entry, sourcemap: 'linked', outdir });
    await context.watch();
  }
}

async function prepare(outdir) {
  await compileValidators();
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await writePages(outdir);
}

/** All pages in one file, by name (`schema/type.md`): they are much alike, and so take a third of the room. */
async function writePages(outdir) {
  const folder = path.join(root, 'server/src/core/rules');
  const pages = {};
  for (const file of (await readdir(folder, { recursive: true })).sort()) {
    const name = file.replaceAll('\\', '/');
    if (name.endsWith('.md')) pages[name] = await readFile(path.join(folder, file), 'utf8');
  }
  await writeFile(path.join(outdir, 'pages.json'), JSON.stringify(pages));
}
