// `npm run package`: builds and writes ecs-taskdef-<version>.vsix.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { buildBundles } from './bundles.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
await buildBundles();
const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.join(root, `${name}-${version}.vsix`);
await createVSIX({ cwd: root, packagePath, dependencies: false });
