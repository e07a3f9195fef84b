// The end-to-end tests: one suite in every extension host, then a person's clicks on the packaged extension.
//   node test/e2e/run.mjs [--only web|node|clicks|start] [--update-pictures]
// The counts go to out/e2e/summary.json: { passed, failed, skipped, reasons }.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { buildBundles } from '../../server/tools/bundles.mjs';
import { findBrowser } from './browser.mjs';
import { bundleSuite } from './bundle-suite.mjs';
import { clickThrough } from './clicks.mjs';
import { runInNodeHost } from './hosts/node.mjs';
import { SERVER_VERSION } from './hosts/vscode-server.mjs';
import { runInWebHost, WEB_VERSIONS } from './hosts/web.mjs';
import { canRunServer, installServer, installWeb } from './install.mjs';
import { Report } from './report.mjs';
import { testStart } from './start.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const output = path.join(root, 'out/e2e');
const { values } = parseArgs({
  options: { only: { type: 'string' }, 'update-pictures': { type: 'boolean', default: false } },
});
const wanted = (part) => values.only === undefined || values.only === part;
const report = new Report();
const started = Date.now();

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const browser = findBrowser();
if (browser) await runAll().catch((error) => report.fail('end-to-end tests', error.stack ?? error));
else report.skip('end-to-end tests', 'no Chrome, Chromium or Edge found; set CHROMIUM to the path of one');

await report.write(path.join(output, 'summary.json'));
const { passed, failed, skipped } = report;
console.log(`\nend-to-end: ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

async function runAll() {
  await installWeb();
  await buildBundles();
  const suite = await bundleSuite();
  const options = { browser, report, output };
  if (wanted('web'))
    for (const version of Object.keys(WEB_VERSIONS))
      await report.part(`Web extension host, VS Code ${version}`, () =>
        runInWebHost({ ...options, suite, version }),
      );
  if (canRunServer && (wanted('node') || wanted('clicks'))) await installServer();
  if (wanted('node'))
    await report.part(`Node extension host, VS Code ${SERVER_VERSION}`, () =>
      onServer(() => runInNodeHost({ ...options, suite })),
    );
  if (wanted('clicks'))
    await report.part(`The packaged extension, VS Code ${SERVER_VERSION}`, () =>
      onServer(() => clickThroughPackage(options)),
    );
  if (wanted('start')) await report.part('npm start', () => testStart(options));
}

async function onServer(run) {
  if (canRunServer) await run();
  else report.notHere('Node extension host', 'its workbench exists for Linux x64 only');
}

async function clickThroughPackage(options) {
  const vsix = path.join(output, 'ecs-taskdef.vsix');
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false });
  const shots = path.join(output, 'shots');
  await clickThrough({ ...options, vsix, output: shots });
  if (values['update-pictures'])
    for (const name of [
      'problems',
      'quick-fix',
      'hover',
      'completion',
      'values',
      'hints',
      'rename',
      'diagram',
    ])
      await copyFile(path.join(shots, `${name}.png`), path.join(root, `client/media/${name}.png`));
}
