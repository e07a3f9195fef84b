// The suite in VS Code's server: Node extension host, `main` entry, a folder on disk.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSuiteInPage } from './suite-in-page.mjs';
import { SERVER_VERSION, startServer } from './vscode-server.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** @param {{ suite: string, browser: string, report: import('../report.mjs').Report, output: string }} options */
export async function runInNodeHost({ suite, ...options }) {
  const server = await startServer();
  try {
    const url = server.url([
      ['extensionDevelopmentPath', server.uri(root)],
      ['extensionTestsPath', server.uri(suite)],
      ['skipWelcome', 'true'],
    ]);
    await runSuiteInPage({ ...options, url, host: 'node', version: SERVER_VERSION });
  } finally {
    await server.stop();
  }
}
