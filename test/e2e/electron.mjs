// The same suite in a desktop VS Code, which @vscode/test-electron downloads. For machines that may download it;
// `npm test` does not need it.   node test/e2e/electron.mjs [version]     default: stable
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { bundleSuite } from './bundle-suite.mjs';
import { installWeb } from './install.mjs';

const extensionDevelopmentPath = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
await installWeb(); // mocha
const extensionTestsPath = await bundleSuite();
const workspace = await mkdtemp(path.join(tmpdir(), 'ecs-taskdef-workspace-'));
try {
  await runTests({
    version: process.argv[2] ?? 'stable',
    extensionDevelopmentPath,
    extensionTestsPath,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
}
