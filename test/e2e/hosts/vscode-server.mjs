// Starts and stops VS Code's server on the loopback interface, with everything it writes in a scratch folder.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installed } from '../install.mjs';

/** The version of VS Code in the npm package `code-server` 4.139. */
export const SERVER_VERSION = '1.139';

/** Nothing that opens by itself, no popup that waits, nothing beside the editor that a picture would show. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @param {object} [options]
 * @param {string} [options.vsix] a packaged extension to install
 * @returns {Promise<{ workspace: string, uri: (file: string) => string,
 *   url: (payload?: [string, string][]) => string, stop: () => Promise<void> }>} `workspace` is an empty folder, `url`
 *   the address of the workbench on it
 */
export async function startServer({ vsix } = {}) {
  const scratch = await mkdtemp(path.join(tmpdir(), 'ecs-taskdef-server-'));
  const folder = async (name) => {
    await mkdir(path.join(scratch, name), { recursive: true });
    return path.join(scratch, name);
  };
  const workspace = await folder('workspace');
  const user = await folder('user');
  const extensions = await folder('extensions');
  await writeFile(path.join(await folder('user/User'), 'settings.json'), JSON.stringify(SETTINGS));
  const common = ['--user-data-dir', user, '--extensions-dir', extensions, '--accept-server-license-terms'];
  const log = path.join(scratch, 'server.log');
  const env = { ...cleanEnvironment(), HOME: await folder('home'), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  const launch = (args) => {
    const output = openSync(log, 'a');
    const child = spawn(
      installed.serverNode,
      [path.join(installed.vscodeServer, 'out/server-main.js'), ...common, ...args],
      { cwd: scratch, detached: true, stdio: ['ignore', output, output], env },
    );
    closeSync(output);
    return {
      child,
      exited: new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal))),
    };
  };
  const failure = async (what) => new Error(`${what}:\n${await readFile(log, 'utf8')}`);

  if (vsix) {
    const code = await launch(['--install-extension', path.resolve(vsix)]).exited;
    if (code !== 0) {
      const error = await failure(`installing ${vsix} ended with ${code}`);
      await rm(scratch, { recursive: true, force: true });
      throw error;
    }
  }

  const port = await freePort();
  const { child, exited } = launch([
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    '--disable-telemetry',
    '--disable-workspace-trust',
    '--enable-smoke-test-driver', // without it the page ignores extensionDevelopmentPath and extensionTestsPath
  ]);
  const signal = (name) => {
    try {
      process.kill(-child.pid, name); // the whole group: the server and its extension hosts
    } catch {
      // already gone
    }
  };
  const killAtExit = () => signal('SIGKILL');
  process.once('exit', killAtExit);
  const stop = async () => {
    signal('SIGTERM');
    if ((await Promise.race([exited, pause(3000, 'late', { ref: false })])) === 'late') signal('SIGKILL');
    await exited;
    signal('SIGKILL');
    process.off('exit', killAtExit);
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  const authority = `127.0.0.1:${port}`;
  const answers = () =>
    fetch(`http://${authority}/version`).then(
      (r) => r.ok,
      () => false,
    );
  const deadline = Date.now() + 30_000;
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > deadline) {
      const error = await failure('the server did not start');
      await stop();
      throw error;
    }
    await pause(50);
  }
  return {
    workspace,
    stop,
    uri: (file) => `vscode-remote://${authority}${path.resolve(file)}`,
    url: (payload = []) => {
      const query = new URLSearchParams({ folder: workspace });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
  };
}

/** Without what an editor around us, or a debugger, has set for its own processes. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
