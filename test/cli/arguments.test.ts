import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HELP } from '../../server/src/cli/arguments';
import { folderOf, RIGHT, run, WRONG, withCommand } from './command';

withCommand();

describe('questions about the command itself', () => {
  test.each([['--help'], ['-h'], ['check', '--help']])('%s %s', (...args) => {
    expect(run(folderOf(), args)).toMatchObject({ code: 0, stdout: HELP, stderr: '' });
  });

  test('the help names every option of the contract', () => {
    for (const option of [
      'format',
      'fix',
      'preset',
      'config',
      'max-warnings',
      'stdin-filename',
      'no-color',
    ]) {
      expect(HELP).toContain(`  --${option} `);
    }
  });

  test.each(['--version', '-v'])('%s', (option) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(run(folderOf(), [option])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('bad usage', () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [[], 'A command is missing: ecs-taskdef check <file>...'],
    [['a.json'], 'Unknown command "a.json". The command is: ecs-taskdef check <file>...'],
    [['check'], 'Nothing to check: name a file, a directory, a glob or -.'],
    [['check', ''], 'A file name is empty.'],
    [
      ['check', '--format', 'xml', 'a.json'],
      '--format must be one of stylish, json, github, sarif, junit, not "xml".',
    ],
    [
      ['check', '--preset', 'all', 'a.json'],
      '--preset must be one of refused, recommended, strict, not "all".',
    ],
    [
      ['check', '--max-warnings', 'few', 'a.json'],
      '--max-warnings must be a whole number from 0 up, not "few".',
    ],
    [['check', '--max-warnings=-1', 'a.json'], '--max-warnings must be a whole number from 0 up, not "-1".'],
    [['check', '--stdin-filename', 'a.json', 'b.json'], '--stdin-filename needs - (stdin) among the files.'],
  ];
  test.each(cases)('%j', (args, message) => {
    expect(run(folderOf({ 'a.json': RIGHT }), args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `ecs-taskdef: ${message}\nRun ecs-taskdef --help for the options.\n`,
    });
  });

  test.each([['--fixx'], ['--format'], ['-x'], ['--fix=yes']])('the option %s', (option) => {
    const { code, stdout, stderr } = run(folderOf({ 'a.json': RIGHT }), ['check', 'a.json', option]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(option.split('=')[0]);
    expect(stderr).toMatch(/Run ecs-taskdef --help for the options\.\n$/);
  });
});

describe('exit code', () => {
  test('0 without findings', () => {
    expect(run(folderOf({ 'a.json': RIGHT }), ['check', '--preset', 'refused', 'a.json'])).toMatchObject({
      code: 0,
      stdout: 'No problems in 1 file.\n',
      stderr: '',
    });
  });

  test('1 with an error', () => {
    expect(run(folderOf({ 'a.json': WRONG }), ['check', 'a.json']).code).toBe(1);
  });

  test('2 for what could not be read, errors or not', () => {
    expect(run(folderOf({ 'a.json': WRONG }), ['check', 'a.json', 'b.json']).code).toBe(2);
  });

  describe('--max-warnings', () => {
    const files = {
      'a.json': WRONG,
      'b.json': WRONG,
      '.ecs-taskdef.json': '{ "preset": "refused", "rules": { "fargate-network-mode": "warning" } }',
    };

    test('warnings alone pass', () => {
      expect(run(folderOf(files), ['check', 'a.json', 'b.json'])).toMatchObject({ code: 0, stderr: '' });
    });

    test('as many as allowed pass', () => {
      expect(run(folderOf(files), ['check', '--max-warnings', '2', '.'])).toMatchObject({
        code: 0,
        stderr: '',
      });
    });

    test('one more fails, and says so', () => {
      expect(run(folderOf(files), ['check', '--max-warnings', '1', '.'])).toMatchObject({
        code: 1,
        stderr: 'ecs-taskdef: 2 warnings, and 1 allowed.\n',
      });
    });
  });
});
