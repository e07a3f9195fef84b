// The licences of the packages whose code is in the bundles: most of them ask to go with it.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENSE_FILE = /^licen[cs]e/i;

/**
 * The text that names each package once, with its licence.
 *
 * @param {string} root the folder that the paths of the inputs are relative to
 * @param {readonly import('esbuild').Metafile[]} metafiles one of each bundle
 * @returns {Promise<string>}
 * @throws {Error} for a package without a file that holds its licence
 */
export async function licensesOf(root, metafiles) {
  const folders = new Set(
    metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap((input) => PACKAGE.exec(input)?.[0] ?? [])),
  );
  /** Packages by the text of their licence: many share one. */
  const packages = new Map();
  for (const folder of [...folders].sort()) {
    const place = path.join(root, folder);
    const { name, version } = JSON.parse(await readFile(path.join(place, 'package.json'), 'utf8'));
    const file = (await readdir(place)).find((entry) => LICENSE_FILE.test(entry));
    if (!file) throw new Error(`${name} comes without its licence`);
    const text = (await readFile(path.join(place, file), 'utf8')).replaceAll('\r\n', '\n').trim();
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...packages].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return `The bundles hold code of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
