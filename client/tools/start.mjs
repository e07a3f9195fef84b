// npm start: VS Code for the Web on this machine, with the extension and some sample task definitions in it.
//   --port N     default: a free one
//   --no-open    do not open a browser
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { npm } from './npm.mjs';
import { serveWorkbench } from './workbench.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port ${values.port} is not a port number`);
  process.exit(2);
}

if (!existsSync(path.join(root, 'node_modules'))) await npm(['ci', '--include=dev'], root);
const { installWeb, installed } = await import('../../test/e2e/install.mjs');
await installWeb();
const { buildBundles } = await import('../../server/tools/bundles.mjs');
await buildBundles();

const workbench = await serveWorkbench({
  build: installed.codeOss,
  folder: '/samples',
  folders: {
    '/samples/': path.join(root, 'client/samples'),
    '/samples-extension/': path.join(root, 'client/tools/samples-extension'),
  },
  construction: (uri) => ({ additionalBuiltinExtensions: [uri('/extension'), uri('/samples-extension')] }),
  port,
});
console.log(`ECS Task Definitions in VS Code for the Web: ${workbench.url}`);
console.log('The sample files are copies in the browser: edit them freely. Ctrl+C ends.');
if (!values['no-open']) openInBrowser(workbench.url);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    workbench.close();
    process.exit(0);
  });

/** Does nothing where there is no desktop. */
function openInBrowser(url) {
  const desktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : desktop
          ? ['xdg-open', url]
          : [];
  if (!command) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // the address is printed above
  child.unref();
}
