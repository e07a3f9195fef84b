// Runs the suite in a workbench that is open in a browser page, as `runTests` of @vscode/test-electron does on a desktop.
import path from 'node:path';
import { openBrowser } from '../browser.mjs';

/** Milliseconds for a whole suite. */
const LIMIT = 120_000;

/**
 * Opens the workbench and reports each test of the suite in it.
 * @param {object} options
 * @param {string} options.browser executable
 * @param {string} options.url the workbench, told to run the suite
 * @param {'node' | 'web'} options.host the extension host that the suite has to find itself in
 * @param {string} options.version the version of VS Code that it has to find
 * @param {import('../report.mjs').Report} options.report
 * @param {string} options.output folder for a picture of the page when the suite does not end
 */
export async function runSuiteInPage({ browser, url, host, version, report, output }) {
  const { page, close } = await openBrowser(browser);
  const log = [];
  let ended = false;
  const hear = (event) => {
    if (event.event === 'pass') report.pass(event.title, event.ms);
    if (event.event === 'fail') report.fail(event.title, event.error);
    if (event.event === 'end') ended = true;
    if (event.event === 'start' && (event.host !== host || !event.version.startsWith(version)))
      report.fail(
        'extension host',
        `expected ${host} and VS Code ${version}, found ${event.host} and ${event.version}`,
      );
  };
  try {
    const exit = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no result after ${LIMIT / 1000} s`)), LIMIT).unref();
      page.on('crash', () => reject(new Error('the page crashed')));
      page.on('pageerror', (error) => log.push(String(error)));
      // the workbench calls these two
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page
        .exposeFunction('codeAutomationLog', (_type, parts) => {
          const text = parts.map(String).join(' ');
          const marked = parts.map(String).find((part) => part.includes('[e2e] '));
          if (marked) hear(JSON.parse(marked.slice(marked.indexOf('[e2e] ') + 6)));
          else log.push(text);
        })
        .catch(reject);
    });
    exit.catch(() => {}); // it may fail before anybody waits for it
    await page.goto(url, { waitUntil: 'commit' });
    await exit;
    if (!ended) throw new Error('the suite did not run to its end');
  } catch (error) {
    await page.screenshot({ path: path.join(output, `no-result-${host}-${version}.png`) }).catch(() => {});
    report.fail(`suite in VS Code ${version}`, `${error.message}\n${log.slice(-30).join('\n')}`);
  } finally {
    await close();
  }
}
