// The end-to-end tests: one suite in every extension host, then a person's clicks on the packaged extension.
//   node test/e2e/run.mjs [--only node|web|pictures|start] [--update-pictures]
// The counts go to out/e2e/summary.json: { passed, failed, skipped, reasons }.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { bundleSuite } from './bundle-suite.mjs';
import { runInNodeHost } from './hosts/node.mjs';
import { SERVER_VERSION } from './hosts/vscode-server.mjs';
import { runInWebHost, WEB_VERSIONS } from './hosts/web.mjs';
import { canRunServer, installServer, installWeb } from './install.mjs';
import { Report } from './report.mjs';

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
if (browser) await runAll();
else report.skip('end-to-end tests', 'no Chrome, Chromium or Edge found; set CHROMIUM to the path of one');

await report.write(path.join(output, 'summary.json'));
const { passed, failed, skipped } = report;
console.log(`\nend-to-end: ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

async function runAll() {
  await installWeb();
  const suite = await bundleSuite();
  const options = { suite, browser, report, output };
  if (wanted('web'))
    for (const version of Object.keys(WEB_VERSIONS)) {
      report.part(`Web extension host, VS Code ${version}`);
      await runInWebHost({ ...options, version });
    }
  if (wanted('node')) {
    report.part(`Node extension host, VS Code ${SERVER_VERSION}`);
    if (canRunServer) {
      await installServer();
      await runInNodeHost(options);
    } else report.notHere('suite in the Node extension host', 'the workbench exists for Linux x64 only');
  }
}
