import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEIGHBOUR_GLOBS, OTHER_FILE_GLOBS } from '../../server/src/core/otherFiles/kinds';
import { globPattern } from '../../server/src/lsp/findBelow';
import { findFiles } from '../../server/src/node/findFiles';

let folder: string;
let uri: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ecs-taskdef-find-'));
  uri = pathToFileURL(folder).href;
  for (const file of [
    'appspec.yaml',
    'my-appspec.yaml',
    'deploy/web/imagedefinitions.json',
    'deploy/web/task-definition.json',
    'deploy/web/package.json',
    'deploy/web/TaskDef.yaml',
    'deploy/web/sub/task-definition.json',
    'deploy/a b#c/ecspresso.yml',
    '.github/workflows/deploy.yml',
    '.github/workflows/sub/deploy.yml',
    'deploy/.github/workflows/deploy.yml',
    'node_modules/x/appspec.yaml',
    '.git/appspec.yaml',
    'appspec.json/inside.txt',
  ]) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), '');
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = async (where: string, globs: readonly string[]) =>
  (await findFiles(where, globs)).map((found) => found.slice(uri.length + 1)).sort();

describe('files on the disk', () => {
  it('are found below a folder, but not where nobody writes', async () => {
    expect(await names(uri, OTHER_FILE_GLOBS)).toEqual([
      '.github/workflows/deploy.yml',
      'appspec.yaml',
      'deploy/a%20b%23c/ecspresso.yml',
      'deploy/web/imagedefinitions.json',
    ]);
  });

  it('are found in a folder alone', async () => {
    expect(await names(`${uri}/deploy/web`, NEIGHBOUR_GLOBS)).toEqual([
      'deploy/web/TaskDef.yaml',
      'deploy/web/imagedefinitions.json',
      'deploy/web/package.json',
      'deploy/web/task-definition.json',
    ]);
  });

  it('are none where there is no folder, and on no disk', async () => {
    expect(await findFiles(`${uri}/nowhere`, OTHER_FILE_GLOBS)).toEqual([]);
    expect(await findFiles('vscode-vfs://github/a/b', OTHER_FILE_GLOBS)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('are not looked for behind links', async () => {
    const loop = path.join(folder, 'deploy/loop');
    symlinkSync(folder, loop);
    expect((await names(uri, OTHER_FILE_GLOBS)).filter((name) => name.includes('loop'))).toEqual([]);
    rmSync(loop);
  });
});

describe('patterns', () => {
  it.each([
    [
      '**/{a.yaml,b.json}',
      ['a.yaml', 'x/b.json', 'x/y/a.yaml'],
      ['aayaml', 'xa.yaml', 'a.yaml/x', 'x/c.json'],
    ],
    [
      '.github/workflows/*.{yaml,yml}',
      ['.github/workflows/x.yml'],
      ['x/.github/workflows/x.yml', '.github/workflows/x/y.yml'],
    ],
    ['*[tT]ask*', ['my-task.yaml', 'Task'], ['x/task']],
  ])('%s', (glob, fitting, others) => {
    const pattern = globPattern(glob);
    expect([...fitting, ...others].filter((name) => pattern.test(name))).toEqual(fitting);
  });
});
