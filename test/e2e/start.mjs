// `npm start` as a person meets it: the process, its address, the samples in the browser.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {{ browser: string, report: import('./report.mjs').Report, output: string }} options */
export async function testStart({ browser, report, output }) {
  const child = spawn(process.execPath, ['client/tools/start.mjs', '--no-open'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  let url;
  await report.test('prints the address of a workbench', async () => {
    url = await addressIn(child.stdout);
    const response = await fetch(url);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /workbench/);
  });
  if (url) await lookAtSamples({ url, browser, report, output });
  await report.test('ends when it is told to', async () => {
    child.kill('SIGINT');
    const code = await exited;
    if (process.platform !== 'win32') assert.equal(code, 0); // Windows knows no signals: there it is simply ended
  });
}

async function lookAtSamples({ url, browser, report, output }) {
  const { page, close } = await openBrowser(browser);
  page.setDefaultTimeout(30_000);
  try {
    await report.test('shows the samples, and what is wrong in one of them', async () => {
      await page.goto(url, { waitUntil: 'commit' });
      for (const name of await readdir(path.join(root, 'client/samples')))
        await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().waitFor();
      await page.locator('.squiggly-error').first().waitFor();
    });
    await report.test('shows hints between the words, and lines above them', async () => {
      await page.locator('.codelens-decoration', { hasText: /^\d+ errors/ }).waitFor();
      await page.locator('.view-line', { hasText: /"memory":\s"4096"\s?4\sGiB,/ }).waitFor();
    });
    await report.test('opens the page of a rule', async () => {
      await page.keyboard.press('Control+Shift+M');
      const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'fargate-network-mode' });
      await problem.locator('a', { hasText: 'fargate-network-mode' }).click();
      const title = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('h1');
      assert.equal(await title.textContent(), 'Fargate needs network mode awsvpc');
    });
  } finally {
    await page.screenshot({ path: path.join(output, 'shots/start.png') });
    await close();
  }
}

/** The first address that the process prints. */
async function addressIn(stream) {
  for await (const line of createInterface({ input: stream })) {
    const [address] = /http:\/\/localhost:\d+\//.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('npm start has ended without printing an address');
}
