import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandFile, environment, folderOf, RIGHT, run, WRONG, withCommand } from './command';

withCommand();

describe('stdin', () => {
  const names = (cwd: string, args: string[], input: string | Buffer) => {
    const { code, stdout, stderr } = run(cwd, ['check', '--preset', 'refused', '--format', 'json', ...args], {
      input,
    });
    const files: { path: string; kind: string; findings: { severity: string }[] }[] =
      JSON.parse(stdout).files;
    const rows = files.map(({ path, kind, findings }) => [
      path,
      kind,
      ...findings.map(({ severity }) => severity),
    ]);
    return { code, stderr, rows };
  };

  test('is read for -', () => {
    expect(names(folderOf(), ['-'], WRONG)).toEqual({
      code: 1,
      stderr: '',
      rows: [['<stdin>', 'task-definition', 'error']],
    });
  });

  test('stands beside files, and is read once', () => {
    expect(names(folderOf({ 'a.json': RIGHT }), ['-', 'a.json', '-'], WRONG)).toEqual({
      code: 1,
      stderr: '',
      rows: [
        ['<stdin>', 'task-definition', 'error'],
        ['a.json', 'task-definition'],
      ],
    });
  });

  test('has a name, which chooses the config file and decides where the content does not', () => {
    const cwd = folderOf({
      'x/.ecs-taskdef.json': '{ "rules": { "fargate-network-mode": "hint" } }',
      '.ecs-taskdef.json': '{ "rules": { "fargate-network-mode": "warning" } }',
    });
    expect(names(cwd, ['--stdin-filename', './x/../x/web.json', '-'], WRONG)).toEqual({
      code: 0,
      stderr: '',
      rows: [['x/web.json', 'task-definition', 'hint']],
    });
    expect(names(cwd, ['-'], WRONG).rows).toEqual([['<stdin>', 'task-definition', 'warning']]);
    expect(names(cwd, ['--stdin-filename', 'task-definition.json', '-'], '{}').rows[0]?.[1]).toBe(
      'task-definition',
    );
  });

  test('that is no task definition is listed as none', () => {
    expect(names(folderOf(), ['-'], '{ "name": "web" }')).toEqual({
      code: 0,
      stderr: 'ecs-taskdef: <stdin> is not a task definition.\n',
      rows: [['<stdin>', 'none']],
    });
  });

  test.each(['', ' \n', 'Hello', '{ "family": '])('that is not JSON has a syntax error: %j', (input) => {
    expect(names(folderOf(), ['-'], input)).toEqual({
      code: 1,
      stderr: '',
      rows: [['<stdin>', 'none', 'error']],
    });
  });

  test.each(['', '\uFEFF', ' \n', '// nothing yet\n'])('that is empty says so: %j', (input) => {
    const args = ['check', '--format', 'json', '--stdin-filename', 'task-definition.json', '-'];
    const { code, stdout, stderr } = run(folderOf(), args, { input });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout).files).toMatchObject([
      {
        kind: 'task-definition',
        findings: [
          {
            rule: 'json/syntax',
            severity: 'error',
            message: 'The file holds no JSON. A task definition is an object: { ... }.',
            pointer: '',
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            fixes: [],
          },
        ],
      },
    ]);
  });

  test('may be UTF-16, as Windows PowerShell pipes it', () => {
    const input = Buffer.from(`\uFEFF${WRONG}`, 'utf16le');
    expect(names(folderOf(), ['-'], input).rows).toEqual([['<stdin>', 'task-definition', 'error']]);
  });
});

describe('stdout', () => {
  // More than a pipe holds, so that a process that does not wait loses some.
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`${number}.json`, WRONG]));

  test('is complete before the process ends', () => {
    const { code, stdout } = run(folderOf(many), ['check', '--preset', 'refused', '--format', 'json', '.']);
    expect(stdout.length).toBeGreaterThan(2 ** 17);
    expect(JSON.parse(stdout).summary).toMatchObject({ files: 300, errors: 300 });
    expect(code).toBe(1);
  });

  test('may be closed early by its reader', async () => {
    const child = spawn(process.execPath, [commandFile(), 'check', '--format', 'json', '.'], {
      cwd: folderOf(many),
      env: environment(),
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.destroy();
    const [code, signal] = await once(child, 'close');
    expect({ code, signal, stderr }).toEqual({ code: 1, signal: null, stderr: '' });
  });
});

test('the bundle begins with a line that names its interpreter', () => {
  expect(readFileSync(commandFile(), 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
});
