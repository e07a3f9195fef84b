// The suite in VS Code for the Web: web worker extension host, `browser` entry, in-memory workspace.
import path from 'node:path';
import { serveWorkbench } from '../../../client/tools/workbench.mjs';
import { installed } from '../install.mjs';
import { runSuiteInPage } from './suite-in-page.mjs';

/** The newest version that exists as a package, and the oldest that the extension supports. */
export const WEB_VERSIONS = {
  1.137: installed.codeOss,
  '1.91.1': path.join(installed.vscodeWeb, 'dist'),
};

/** @param {{ version: keyof typeof WEB_VERSIONS, suite: string, browser: string, report: import('../report.mjs').Report, output: string }} options */
export async function runInWebHost({ version, suite, ...options }) {
  const workbench = await serveWorkbench({
    build: WEB_VERSIONS[version],
    folder: '/workspace',
    // VS Code looks for the extension host of the extension that the suite lies in
    folders: { '/extension/suite/': path.dirname(suite) },
    construction: (uri) => ({
      developmentOptions: {
        extensions: [uri('/extension')],
        extensionTestsPath: uri(`/extension/suite/${path.basename(suite)}`),
      },
    }),
  });
  try {
    await runSuiteInPage({ ...options, url: workbench.url, host: 'web', version });
  } finally {
    workbench.close();
  }
}
