import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments';
import { check } from '../../server/src/cli/check';
import type { LintOptions } from '../../server/src/core/lint';
import { folderOf, RIGHT, WRONG } from './command';

const lint = vi.hoisted(() => ({
  before: undefined as ((text: string, options: LintOptions) => void) | undefined,
}));
vi.mock(import('../../server/src/core/lint'), async (original) => {
  const real = await original();
  return {
    ...real,
    lint: (analysis, options) => {
      lint.before?.(analysis.text, options);
      return real.lint(analysis, options);
    },
  };
});

/** Runs the command in this process, with a fault built in. */
async function runWith(
  cwd: string,
  args: string[],
  before: typeof lint.before,
  readStdin?: () => Promise<Buffer>,
) {
  const command = readArguments(['check', '--preset', 'refused', '--format', 'github', ...args]);
  if (command.name !== 'check') throw new Error('Not a check.');
  let [stdout, stderr] = ['', ''];
  lint.before = before;
  const code = await check(command, {
    cwd,
    readStdin: readStdin ?? (() => Promise.resolve(Buffer.alloc(0))),
    stdout: (content) => {
      stdout += content;
    },
    stderr: (content) => {
      stderr += content;
    },
    colors: { stdout: false, stderr: false },
  });
  return { code, stdout: stdout.split('\n').map((line) => line.split(',')[0]), stderr };
}

const two = { 'a.json': RIGHT, 'b.json': WRONG };

test('a file on which the checks fail is a fault, and the others are reported', async () => {
  const result = await runWith(folderOf(two), ['.'], (text) => {
    if (text === RIGHT) throw new Error('Too right.');
  });
  expect(result).toMatchObject({ code: 2, stdout: ['::error file=b.json', ''] });
  expect(result.stderr).toMatch(/^ecs-taskdef: a\.json could not be checked\. Error: Too right\.\n {4}at /);
});

test('a rule that fails is a fault, named with the file', async () => {
  const result = await runWith(folderOf(two), ['.'], (text, { log }) => {
    if (text === RIGHT) log?.('Rule x failed: Oh.');
  });
  expect(result).toEqual({
    code: 2,
    stdout: ['::error file=b.json', ''],
    stderr: 'ecs-taskdef: a.json: Rule x failed: Oh.\n',
  });
});

test('a stdin that cannot be read is a fault, and the files are reported', async () => {
  const error = Object.assign(new Error('EISDIR: read'), { errno: -21, code: 'EISDIR' });
  const result = await runWith(folderOf(two), ['-', 'b.json'], undefined, () => Promise.reject(error));
  expect(result).toMatchObject({ code: 2, stdout: ['::error file=b.json', ''] });
  expect(result.stderr).toMatch(/^ecs-taskdef: stdin cannot be read: .+\.\n$/);
});

test('a file that vanishes during the run is a fault if it was named, and else no longer part of its folder', async () => {
  const files = { 'x/a.json': RIGHT, 'y/b.json': WRONG };
  const removeOther = (cwd: string) => (text: string) => {
    if (text === RIGHT) rmSync(path.join(cwd, 'y/b.json'));
  };
  const found = folderOf(files);
  expect(await runWith(found, ['x', 'y'], removeOther(found))).toEqual({ code: 0, stdout: [''], stderr: '' });
  const named = folderOf(files);
  expect(await runWith(named, ['x/a.json', 'y/b.json'], removeOther(named))).toEqual({
    code: 2,
    stdout: [''],
    stderr: 'ecs-taskdef: y/b.json cannot be read: no such file or directory.\n',
  });
});

test('a file that vanishes before it is repaired is a fault, and does not come back', async () => {
  const cwd = folderOf({ 'b.json': WRONG });
  const result = await runWith(cwd, ['--fix', '.'], () => rmSync(path.join(cwd, 'b.json'), { force: true }));
  expect(result).toEqual({
    code: 2,
    stdout: ['::error file=b.json', ''],
    stderr: 'ecs-taskdef: b.json cannot be written: no such file or directory.\n',
  });
});
