// Bundles the suite into out/e2e/suite.js: one file that runs in every extension host.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));

/** @returns {Promise<string>} the bundle */
export async function bundleSuite() {
  const outfile = path.resolve(here, '../../out/e2e/suite.js');
  await esbuild.build({
    entryPoints: [path.join(here, 'suite/index.js')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { global: 'globalThis' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
