// Everything that can be said without running the product: generated files, types, lint and format.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bin = (name) => path.join(root, 'node_modules', ...name.split('/'));
/** Biome colours even a log. */
const colours = process.stdout.isTTY ? [] : ['--colors=off'];
const steps = [
  ['generated files', [path.join(root, 'server/tools/compile-validators.mjs')]],
  ['generated files up to date', [path.join(root, 'server/tools/generate.mjs'), '--check']],
  ['types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['types of the core (no Node, no DOM)', [bin('typescript/bin/tsc'), '-p', 'server/src/core/tsconfig.json']],
  ['types of the web entries', [bin('typescript/bin/tsc'), '-p', 'server/src/browser/tsconfig.json']],
  ['lint and format', [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', ...colours, '.']],
];

let failed = 0;
for (const [name, args] of steps) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
