import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { ALL_RULES } from '../../server/src/core/rules/metadata';
import { BUNDLES, withBundles } from '../support/bundles';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = withBundles();

/** The files under version control, as git knows them; undefined in a copy without its history. */
function trackedFiles(): string[] | undefined {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    if (process.env.CI === 'true') throw new Error('git is missing, or this is no checkout');
    return undefined;
  }
  return stdout.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

const tracked = trackedFiles();
const withGit = it.skipIf(tracked === undefined);
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('scripts', () => {
  it.each([
    ['start', 'client/tools/start.mjs'],
    ['test', 'test/run.mjs'],
    ['build', 'server/tools/bundle.mjs'],
    ['package', 'server/tools/package.mjs'],
    ['bench', 'test/bench/run.mjs'],
    ['check', 'server/tools/check.mjs'],
    ['generate', 'server/tools/generate.mjs'],
    ['new-rule', 'server/tools/new-rule.mjs'],
    ['test:electron', 'test/e2e/electron.mjs'],
  ] as const)('%s is one plain Node file', (name, file) => {
    expect(manifest.scripts[name]).toBe(`node ${file}`);
    expect(existsSync(path.join(root, file))).toBe(true);
  });

  it('have no hooks, which npm skips under ignore-scripts', () => {
    const hooks = Object.keys(manifest.scripts).filter((name) =>
      /^(pre|post)|^(install|prepare)$/.test(name),
    );
    expect(hooks).toEqual([]);
  });
});

describe('the top level', () => {
  withGit('holds the agreed files and folders and nothing else', () => {
    const names = new Set(tracked?.map((file) => file.split('/')[0] ?? ''));
    const visible = [...names].filter((name) => !name.startsWith('.')).sort();
    const allowed = [
      ...['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md'],
      ...[
        'client',
        'package-lock.json',
        'package.json',
        'schemas',
        'server',
        'snippets',
        'test',
        'tsconfig.json',
      ],
    ];
    expect(visible).toEqual(allowed);
  });
});

describe('the files of the project', () => {
  const isText = (file: string): boolean => !/\.(png|ico|woff2?)$/.test(file);

  withGit('name no place on a machine', () => {
    const places = [root, path.join(os.homedir(), path.sep)].filter((place) => place.length > 3);
    const found = tracked?.filter(isText).filter((file) => {
      const content = text(file);
      return places.some((place) => content.includes(place));
    });
    expect(found).toEqual([]);
  });

  withGit('name no host of a package registry', () => {
    const locks = tracked?.filter((file) => file.endsWith('package-lock.json')) ?? [];
    expect(locks).toContain('package-lock.json');
    for (const file of locks) {
      const { packages } = JSON.parse(text(file)) as { packages: Record<string, { resolved?: string }> };
      const resolved = Object.values(packages).flatMap((entry) => entry.resolved ?? []);
      expect(
        resolved.filter((address) => address.includes('://')),
        file,
      ).toEqual([]);
    }
    const host = new RegExp(`registry\\.${'npmjs'}\\.|registry\\.${'yarnpkg'}\\.`);
    expect(tracked?.filter(isText).filter((file) => host.test(text(file)))).toEqual([]);
  });

  withGit('end their lines as on Unix', () => {
    expect(tracked?.filter(isText).filter((file) => text(file).includes('\r\n'))).toEqual([]);
  });
});

describe('the package', () => {
  let copy = '';
  beforeAll(async () => {
    copy = await mkdtemp(path.join(os.tmpdir(), 'ecs-taskdef-package-'));
    const files = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore', '.npmignore'];
    for (const file of [...files, 'client', 'schemas', 'server', 'snippets', 'test/support', 'SECURITY.md'])
      await cp(path.join(root, file), path.join(copy, file), { recursive: true });
    await mkdir(path.join(copy, 'dist'));
    for (const name of BUNDLES) {
      await cp(bundle(name), path.join(copy, 'dist', name));
      await cp(`${bundle(name)}.map`, path.join(copy, 'dist', `${name}.map`));
    }
    for (const name of ['licenses.txt', 'pages.json'] as const)
      await cp(bundle(name), path.join(copy, 'dist', name));
    // What may lie about in a working copy.
    for (const stray of [
      'out/unit.json',
      '.env',
      'notes.md',
      'dist/old.js',
      '.git/config',
      'x.vsix',
      '.vscode-test/a.js',
    ]) {
      await mkdir(path.dirname(path.join(copy, stray)), { recursive: true });
      await writeFile(path.join(copy, stray), '');
    }
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('holds exactly what runs, what is read, and the licence', async () => {
    const listed = (await listFiles({ cwd: copy, packageManager: PackageManager.None })).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const pictures = listed.filter((file) => /^client\/media\/[\w-]+\.png$/.test(file));
    expect(pictures).toContain(manifest.icon);
    const expected = [
      ...['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
      ...BUNDLES.map((name) => `dist/${name}`),
      'schemas/ecs-taskdef-config.schema.json',
      'schemas/permissive.schema.json',
      'dist/licenses.txt',
      'dist/pages.json',
      'snippets/task-definition.code-snippets.json',
      ...pictures,
    ];
    expect(listed.sort()).toEqual(expected.sort());
  });

  it('holds a page of every rule', async () => {
    const pages = Object.keys(JSON.parse(await readFile(bundle('pages.json'), 'utf8')));
    expect(pages).toEqual(expect.arrayContaining(['index.md', ...ALL_RULES.map(({ id }) => `${id}.md`)]));
  });

  it('holds the licence of every package in the bundles', async () => {
    const licences = await readFile(bundle('licenses.txt'), 'utf8');
    const inBundles = [
      '@dagrejs/dagre',
      'jsonc-parser',
      'vscode-languageclient',
      'vscode-languageserver',
      'yaml',
    ];
    for (const name of inBundles) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
    expect(licences.match(/Permission (?:is hereby granted|to use, copy)/g)?.length).toBeGreaterThan(5);
  });

  it('holds every picture of the README', () => {
    const pictures = [...text('README.md').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, file = '']) => file);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((file) => !/^client\/media\/[\w-]+\.png$/.test(file))).toEqual([]);
    expect(pictures.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});
