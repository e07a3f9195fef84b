// How large the bundles and the package are.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from './root.mjs';

const BUNDLES = ['client.js', 'client.web.js', 'server.js', 'server.web.js', 'cli.js'];
/** A file's two headers in a zip file, without its name (which stands in both). */
const ZIP_HEADERS = 30 + 46;

/** Bytes of each bundle. */
export function bundleSizes() {
  return Object.fromEntries(BUNDLES.map((name) => [name, statSync(path.join(root, 'dist', name)).size]));
}

/** Bytes that the files of the package take in the `.vsix`, all but pictures and source maps. */
export async function packageSize() {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  return files
    .filter((file) => !/\.(?:png|svg|gif|jpe?g|map)$/.test(file))
    .map((file) => deflateRawSync(readFileSync(path.join(root, file))).length + ZIP_HEADERS + 2 * file.length)
    .reduce((sum, size) => sum + size, 0);
}
