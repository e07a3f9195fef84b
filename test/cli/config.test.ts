import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, RIGHT, run, WRONG, withCommand } from './command';

withCommand();

/** Severity of the one finding about `WRONG`, by file. */
function severities(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = run(cwd, ['check', '--format', 'json', ...args]);
  const files: { path: string; findings: { rule: string; severity: string }[] }[] = JSON.parse(stdout).files;
  const found = files.map(({ path: file, findings }) => [
    file,
    findings.find(({ rule }) => rule === 'fargate-network-mode')?.severity,
  ]);
  return { code, stderr, found: Object.fromEntries(found) };
}

const as = (severity: string) => `{ "rules": { "fargate-network-mode": "${severity}" } }`;

describe('the config file', () => {
  test('that is nearest upwards from the file counts, alone', () => {
    const cwd = folderOf({
      '.ecs-taskdef.json': as('hint'),
      'a.json': WRONG,
      'x/y/b.json': WRONG,
      'near/.ecs-taskdef.json': as('warning'),
      'near/z/c.json': WRONG,
      'off/.ecs-taskdef.json': as('off'),
      'off/d.json': WRONG,
      'empty/.ecs-taskdef.json': '',
      'empty/e.json': WRONG,
    });
    expect(severities(cwd, '.')).toEqual({
      code: 1,
      stderr: '',
      found: {
        'a.json': 'hint',
        'x/y/b.json': 'hint',
        'near/z/c.json': 'warning',
        'off/d.json': undefined,
        'empty/e.json': 'error',
      },
    });
  });

  test('is looked for above the working directory too', () => {
    const cwd = folderOf({ '.ecs-taskdef.json': as('hint'), 'x/a.json': WRONG });
    expect(severities(path.join(cwd, 'x'), 'a.json').found).toEqual({ 'a.json': 'hint' });
  });

  test('may have comments, trailing commas and a byte order mark', () => {
    const cwd = folderOf({
      '.ecs-taskdef.json': `\uFEFF// ours\n${as('hint').replace(' }', ', }')}`,
      'a.json': WRONG,
    });
    expect(severities(cwd, 'a.json')).toEqual({ code: 0, stderr: '', found: { 'a.json': 'hint' } });
  });

  test('of --config counts for every file', () => {
    const cwd = folderOf({
      'ci.json': as('warning'),
      '.ecs-taskdef.json': as('hint'),
      'a.json': WRONG,
      'x/.ecs-taskdef.json': as('off'),
      'x/b.json': WRONG,
    });
    expect(severities(cwd, '--config', 'ci.json', 'a.json', 'x')).toEqual({
      code: 0,
      stderr: '',
      found: { 'a.json': 'warning', 'x/b.json': 'warning' },
    });
  });

  test('of --config must exist', () => {
    const cwd = folderOf({ '.ecs-taskdef.json': as('hint'), 'a.json': WRONG });
    expect(severities(cwd, '--config', 'none.json', 'a.json')).toEqual({
      code: 2,
      stderr: 'ecs-taskdef: none.json cannot be read: no such file or directory.\n',
      found: { 'a.json': 'error' },
    });
  });

  test('that is broken is a fault, told once', () => {
    const cwd = folderOf({ 'x/.ecs-taskdef.json': 'preset: strict', 'x/a.json': RIGHT, 'x/y/b.json': RIGHT });
    expect(severities(cwd, '.')).toMatchObject({
      code: 2,
      stderr: 'ecs-taskdef: x/.ecs-taskdef.json: The file is not valid JSON.\n',
    });
  });

  test('with wrong values is a fault that names them; the rest of it counts', () => {
    const config = '{ "preset": "loose", "rules": { "fargate-network-mode": "hint", "x": "fatal" } }';
    const cwd = folderOf({ '.ecs-taskdef.json': config, 'a.json': WRONG });
    expect(severities(cwd, 'a.json')).toEqual({
      code: 2,
      stderr:
        'ecs-taskdef: .ecs-taskdef.json: "preset" must be one of refused, recommended, strict.\n' +
        'ecs-taskdef: .ecs-taskdef.json: "rules.x" must be one of error, warning, info, hint, off.\n',
      found: { 'a.json': 'hint' },
    });
  });

  test('that is a folder is a fault', () => {
    const cwd = folderOf({ '.ecs-taskdef.json/x': '', 'a.json': RIGHT });
    expect(severities(cwd, 'a.json')).toMatchObject({
      code: 2,
      stderr: 'ecs-taskdef: .ecs-taskdef.json cannot be read: illegal operation on a directory.\n',
    });
  });

  test('is not read where there is no task definition', () => {
    const cwd = folderOf({ '.ecs-taskdef.json': 'broken', 'package.json': '{}' });
    expect(severities(cwd, '.')).toEqual({ code: 0, stderr: '', found: {} });
  });
});

describe('--preset', () => {
  // Registers, so it is nothing for the preset of refusals.
  const document = RIGHT.replace(
    '"essential": true',
    `"essential": true, "environmentFiles": [{ "type": "s3", "value": "arn:aws:s3:::bucket/web.txt" }]`,
  );
  const warned = (cwd: string, ...args: string[]): boolean =>
    run(cwd, ['check', ...args, 'a.json']).stdout.includes(' environment-file-extension\n');

  test('is recommended unless said otherwise', () => {
    expect(warned(folderOf({ 'a.json': document }))).toBe(true);
  });

  test.each([
    ['refused', false],
    ['recommended', true],
    ['strict', true],
  ])('%s', (preset, expected) => {
    expect(warned(folderOf({ 'a.json': document }), '--preset', preset)).toBe(expected);
  });

  test('wins over the config file, whose rules still count', () => {
    const config = '{ "preset": "refused", "rules": { "fargate-network-mode": "hint" } }';
    const cwd = folderOf({ '.ecs-taskdef.json': config, 'a.json': document, 'b.json': WRONG });
    expect(warned(cwd)).toBe(false);
    expect(warned(cwd, '--preset', 'recommended')).toBe(true);
    expect(severities(cwd, '--preset', 'recommended', 'b.json').found).toEqual({ 'b.json': 'hint' });
  });
});
