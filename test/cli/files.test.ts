import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, RIGHT, run, WRONG, withCommand } from './command';

withCommand();

const windows = process.platform === 'win32';
const root = process.getuid?.() === 0;

/** The files a run lists, with their kind. */
function listed(cwd: string, ...operands: string[]) {
  const { code, stdout, stderr } = run(cwd, [
    'check',
    '--preset',
    'refused',
    '--format',
    'json',
    ...operands,
  ]);
  const files: { path: string; kind: string }[] = JSON.parse(stdout).files;
  return { code, stderr, files: files.map((file) => `${file.path} ${file.kind}`) };
}

const ours = (...paths: string[]) => ({
  code: 0,
  stderr: '',
  files: paths.map((file) => `${file} task-definition`),
});

describe('a directory', () => {
  test('means its JSON files that are task definitions, hidden folders too, ordered by path', () => {
    const cwd = folderOf({
      'b.json': RIGHT,
      'a.jsonc': RIGHT,
      '.aws/task-definition.json': RIGHT,
      'deep/er/c.json': RIGHT,
      'package.json': '{ "name": "web" }',
      'broken.json': '{ "name": ',
      'latin.json': Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]),
      'd.txt': RIGHT,
      'd.json5': RIGHT,
    });
    expect(listed(cwd, '.')).toEqual(
      ours('.aws/task-definition.json', 'a.jsonc', 'b.json', 'deep/er/c.json'),
    );
  });

  test('lists a file that is one by its name, however broken', () => {
    expect(listed(folderOf({ 'task-definition.json': '{ "family": ' }), '.')).toMatchObject({
      code: 1,
      files: ['task-definition.json task-definition'],
    });
  });

  test('without any is no fault', () => {
    expect(run(folderOf({ 'package.json': '{}' }), ['check', '.'])).toMatchObject({
      code: 0,
      stdout: 'No task definitions found.\n',
      stderr: '',
    });
  });

  test('leaves out node_modules and .git, unless they are asked for', () => {
    const cwd = folderOf({
      'a.json': RIGHT,
      'node_modules/x/task-definition.json': RIGHT,
      'x/node_modules/task-definition.json': RIGHT,
      '.git/task-definition.json': RIGHT,
    });
    expect(listed(cwd, '.')).toEqual(ours('a.json'));
    expect(listed(cwd, 'node_modules/x')).toEqual(ours('node_modules/x/task-definition.json'));
  });

  test('is shown from the working directory', () => {
    const cwd = folderOf({ 'infra/web/a.json': RIGHT, 'app/package.json': '{}' });
    expect(listed(path.join(cwd, 'app'), '../infra')).toEqual(ours('../infra/web/a.json'));
    expect(listed(cwd, path.join(cwd, 'infra'))).toEqual(ours('infra/web/a.json'));
  });

  test('may be called like a glob', () => {
    expect(listed(folderOf({ '[a]{b}(c)/a.json': RIGHT }), '[a]{b}(c)')).toEqual(ours('[a]{b}(c)/a.json'));
  });

  test.runIf(!windows && !root)('that may not be read is a fault', () => {
    const cwd = folderOf({ 'a.json': RIGHT, 'secret/b.json': RIGHT });
    chmodSync(path.join(cwd, 'secret'), 0o000);
    expect(listed(cwd, '.')).toEqual({
      code: 2,
      stderr: 'ecs-taskdef: secret cannot be read: permission denied.\n',
      files: ['a.json task-definition'],
    });
    chmodSync(path.join(cwd, 'secret'), 0o700);
  });
});

describe('.gitignore', () => {
  test('counts in every folder, the inner one first', () => {
    const cwd = folderOf({
      '.gitignore': 'build/\n*.gen.json\n',
      'a.json': RIGHT,
      'a.gen.json': RIGHT,
      'build/a.json': RIGHT,
      'x/build/a.json': RIGHT,
      'x/.gitignore': '!kept.gen.json\n/local.json\n',
      'x/kept.gen.json': RIGHT,
      'x/local.json': RIGHT,
      'x/y/local.json': RIGHT,
      'x/y/b.gen.json': RIGHT,
    });
    expect(listed(cwd, '.')).toEqual(ours('a.json', 'x/kept.gen.json', 'x/y/local.json'));
  });

  test('counts up to the top of the repository', () => {
    const cwd = folderOf({
      '.gitignore': 'outside.json\n',
      'repository/.git/HEAD': 'ref: refs/heads/main\n',
      'repository/.gitignore': 'inside.json\n',
      'repository/app/outside.json': RIGHT,
      'repository/app/inside.json': RIGHT,
    });
    expect(listed(path.join(cwd, 'repository/app'), '.')).toEqual(ours('outside.json'));
  });

  test('counts up to the working directory outside a repository', () => {
    const cwd = folderOf({ '.gitignore': 'b.json\n', 'x/a.json': RIGHT, 'x/b.json': RIGHT });
    expect(listed(cwd, 'x')).toEqual(ours('x/a.json'));
    expect(listed(path.join(cwd, 'x'), '.')).toEqual(ours('a.json', 'b.json'));
  });

  test('does not hide what was asked for', () => {
    const cwd = folderOf({ '.gitignore': 'build/\n', 'build/a.json': RIGHT, 'build/deep/b.json': RIGHT });
    expect(listed(cwd, 'build')).toEqual(ours('build/a.json', 'build/deep/b.json'));
    expect(listed(cwd, 'build/deep')).toEqual(ours('build/deep/b.json'));
    expect(listed(cwd, 'build/*.json')).toEqual(ours('build/a.json'));
    expect(listed(cwd, 'build/a.json')).toEqual(ours('build/a.json'));
  });

  test('counts for globs', () => {
    const cwd = folderOf({ '.gitignore': 'build/\n', 'a.json': RIGHT, 'build/a.json': RIGHT });
    expect(listed(cwd, '**/*.json')).toEqual(ours('a.json'));
  });
});

describe('a glob', () => {
  test('lists the task definitions among its matches', () => {
    const cwd = folderOf({
      'prod/web.json': RIGHT,
      'prod/api.json': RIGHT,
      '.aws/web.json': RIGHT,
      'prod/package.json': '{}',
      'dev/web.json': RIGHT,
    });
    expect(listed(cwd, 'prod/*.json')).toEqual(ours('prod/api.json', 'prod/web.json'));
    expect(listed(cwd, '**/web.json')).toEqual(ours('.aws/web.json', 'dev/web.json', 'prod/web.json'));
    expect(listed(cwd, '{dev,prod}/web.json')).toEqual(ours('dev/web.json', 'prod/web.json'));
    expect(listed(path.join(cwd, 'dev'), '../prod/a*.json')).toEqual(ours('../prod/api.json'));
    expect(listed(cwd, `${cwd.replaceAll('\\', '/')}/dev/*`)).toEqual(ours('dev/web.json'));
  });

  test.each(['*.yaml', 'nowhere/*.json', '!a.json'])('without a match is a fault: %s', (glob) => {
    expect(listed(folderOf({ 'a.json': RIGHT }), glob, 'a.json')).toEqual({
      code: 2,
      stderr: `ecs-taskdef: No file matches ${glob}.\n`,
      files: ['a.json task-definition'],
    });
  });

  test('is no glob where a file is called so', () => {
    expect(listed(folderOf({ '[ab].json': RIGHT, 'a.json': RIGHT }), '[ab].json')).toEqual(ours('[ab].json'));
  });
});

describe('a file', () => {
  test('that is no task definition is listed as none, with a line on stderr', () => {
    expect(listed(folderOf({ 'package.json': '{ "name": "web" }' }), 'package.json')).toEqual({
      code: 0,
      stderr: 'ecs-taskdef: package.json is not a task definition.\n',
      files: ['package.json none'],
    });
  });

  test.each([
    ['notes.txt', 'Dear diary'],
    ['broken.json', '{ "name": '],
    ['compose.yaml', 'services:\n  web: {}\n'],
  ])('that is not JSON has a syntax error: %s', (name, content) => {
    const { code, stdout, stderr } = run(folderOf({ [name]: content }), ['check', '--format', 'json', name]);
    const { files, summary } = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(files).toMatchObject([{ path: name, kind: 'none', findings: [{ rule: 'json/syntax' }] }]);
    expect(summary).toEqual({ files: 1, errors: 1, warnings: 0, infos: 0, hints: 0 });
  });

  test('that is missing is a fault, and the others are reported', () => {
    expect(listed(folderOf({ 'a.json': WRONG }), 'b.json', 'a.json')).toEqual({
      code: 2,
      stderr: 'ecs-taskdef: b.json cannot be read: no such file or directory.\n',
      files: ['a.json task-definition'],
    });
  });

  test.runIf(!windows && !root)('that may not be read is a fault', () => {
    const cwd = folderOf({ 'a.json': RIGHT, 'b.json': RIGHT });
    chmodSync(path.join(cwd, 'b.json'), 0o000);
    expect(listed(cwd, 'a.json', 'b.json')).toEqual({
      code: 2,
      stderr: 'ecs-taskdef: b.json cannot be read: permission denied.\n',
      files: ['a.json task-definition'],
    });
  });

  test('with bytes that are no text is a fault', () => {
    const content = Buffer.from(RIGHT.replace('web', 'caf\xe9'), 'latin1');
    const cwd = folderOf({ 'a.json': content });
    const fault = { code: 2, stderr: 'ecs-taskdef: a.json is not valid UTF-8 text.\n', files: [] };
    expect(listed(cwd, 'a.json')).toEqual(fault);
    expect(listed(cwd, '.')).toEqual(fault);
  });

  test('counts once, however often it is meant', () => {
    const cwd = folderOf({ 'a.json': RIGHT, 'package.json': '{}' });
    expect(listed(cwd, '.', 'a.json', './a.json', '*.json', path.join(cwd, 'a.json'))).toEqual(
      ours('a.json'),
    );
    expect(listed(cwd, '*.json', 'package.json', '.').files).toEqual([
      'a.json task-definition',
      'package.json none',
    ]);
  });

  const names = ['with space.json', 'tâche définition 定義 🚀.json', '--fix.json', "it's $HOME & co.json"];
  test.each(names)('may be called %j', (name) => {
    const cwd = folderOf({ [name]: WRONG });
    expect(listed(cwd, '--', name)).toEqual({ ...ours(name), code: 1 });
    expect(listed(cwd, `./${name}`)).toEqual({ ...ours(name), code: 1 });
    expect(listed(cwd, '.')).toEqual({ ...ours(name), code: 1 });
  });

  test('that begins with a dash needs --', () => {
    expect(run(folderOf({ '-a.json': RIGHT }), ['check', '-a.json'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe.runIf(!windows)('links', () => {
  test('to folders are not followed, so loops are none; links to files are files', () => {
    const cwd = folderOf({ 'real/a.json': RIGHT, 'elsewhere.txt': RIGHT });
    symlinkSync('.', path.join(cwd, 'loop'));
    symlinkSync('..', path.join(cwd, 'real/up'));
    symlinkSync('real', path.join(cwd, 'again.json'));
    symlinkSync('nowhere', path.join(cwd, 'task-definition.json'));
    symlinkSync('../elsewhere.txt', path.join(cwd, 'real/link.json'));
    expect(listed(cwd, '.')).toEqual(ours('real/a.json', 'real/link.json'));
    expect(listed(cwd, '**/*.json')).toEqual(ours('real/a.json', 'real/link.json'));
  });

  test('that are named are followed', () => {
    const cwd = folderOf({ 'real/a.json': RIGHT });
    symlinkSync('real', path.join(cwd, 'folder'));
    symlinkSync('real/a.json', path.join(cwd, 'file.json'));
    expect(listed(cwd, 'folder', 'file.json')).toEqual(ours('file.json', 'folder/a.json'));
  });

  test('that lead to themselves are a fault', () => {
    const cwd = folderOf({ 'a.json': RIGHT });
    symlinkSync('me.json', path.join(cwd, 'me.json'));
    const { code, stderr, files } = listed(cwd, 'me.json', 'a.json');
    expect({ code, files }).toEqual({ code: 2, files: ['a.json task-definition'] });
    expect(stderr).toMatch(/^ecs-taskdef: me\.json cannot be read: too many symbolic links[^\n]*\.\n$/);
  });
});

test('folders called like JSON files are folders', () => {
  const cwd = folderOf({ 'task-definition.json/a.json': RIGHT });
  mkdirSync(path.join(cwd, 'empty.json'));
  expect(listed(cwd, '.')).toEqual(ours('task-definition.json/a.json'));
  expect(listed(cwd, '*.json')).toMatchObject({ code: 2, files: [] });
});
