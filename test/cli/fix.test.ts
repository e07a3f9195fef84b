import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, MESSAGE, RIGHT, run, WRONG, withCommand } from './command';

withCommand();

const windows = process.platform === 'win32';
const root = process.getuid?.() === 0;
const fix = (cwd: string, ...args: string[]) => run(cwd, ['check', '--preset', 'refused', '--fix', ...args]);

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const utf16le = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf16be = (text: string) =>
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

describe('--fix', () => {
  test('writes the safe fixes and reports what is left', () => {
    const left = (text: string) => text.replace('"cpu"', '"pidMode": "everywhere",\n  "cpu"');
    const cwd = folderOf({ 'a.json': left(WRONG), 'b.json': RIGHT });
    const { code, stdout, stderr } = fix(cwd, '--format', 'json', '.');
    expect(readFileSync(path.join(cwd, 'a.json'), 'utf8')).toBe(left(RIGHT));
    const { files, summary } = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(summary).toMatchObject({ files: 2, errors: 1 });
    expect(files[0].findings).toMatchObject([{ pointer: '/pidMode', range: { start: { line: 4 } } }]);
  });

  test('says how many files it repaired', () => {
    const cwd = folderOf({ 'a.json': WRONG, 'b.json': RIGHT });
    expect(fix(cwd, '.')).toMatchObject({
      code: 0,
      stdout: '1 file repaired.\nNo problems in 2 files.\n',
      stderr: '',
    });
  });

  const forms: readonly (readonly [string, (text: string) => Buffer])[] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text) => Buffer.concat([UTF8_MARK, Buffer.from(text)])],
    ['UTF-16, little endian', utf16le],
    ['UTF-16, big endian', utf16be],
    ['CRLF', (text) => Buffer.from(crlf(text))],
    ['CRLF and UTF-16', (text) => utf16le(crlf(text))],
    ['no line break at the end', (text) => Buffer.from(text.trimEnd())],
  ];
  test.each(forms)('keeps every other byte: %s', (_, bytesOf) => {
    const wrong = WRONG.replace('"web"', '"wéb-定義-🚀"');
    const cwd = folderOf({ 'task-definition.json': bytesOf(wrong) });
    expect(fix(cwd, 'task-definition.json').stdout).toContain('1 file repaired.\n');
    expect(readFileSync(path.join(cwd, 'task-definition.json'))).toEqual(
      bytesOf(wrong.replace('"bridge"', '"awsvpc"')),
    );
  });

  test('places of a file with a byte order mark do not count the mark', () => {
    const oneLine = WRONG.replaceAll('\n', '');
    const cwd = folderOf({ 'a.json': Buffer.concat([UTF8_MARK, Buffer.from(oneLine)]) });
    const { stdout } = run(cwd, ['check', '--preset', 'refused', '--format', 'json', 'a.json']);
    expect(JSON.parse(stdout).files[0].findings[0].range.start).toEqual({
      line: 0,
      character: oneLine.indexOf('"bridge"'),
    });
  });

  test('does not touch a file without safe fixes', () => {
    const cwd = folderOf({ 'a.json': RIGHT, 'b.json': WRONG.replace('"bridge"', '"awsvpc",,') });
    const before = ['a.json', 'b.json'].map((name) => statSync(path.join(cwd, name), { bigint: true }));
    fix(cwd, '.');
    const after = ['a.json', 'b.json'].map((name) => statSync(path.join(cwd, name), { bigint: true }));
    expect(after.map(({ ino, mtimeNs }) => [ino, mtimeNs])).toEqual(
      before.map(({ ino, mtimeNs }) => [ino, mtimeNs]),
    );
  });

  test('leaves alone what is no task definition', () => {
    const text = '{ "name": "web", }';
    const cwd = folderOf({ 'other.json': text });
    expect(fix(cwd, 'other.json').code).toBe(0);
    expect(readFileSync(path.join(cwd, 'other.json'), 'utf8')).toBe(text);
  });

  test('writes nothing where bytes would be lost', () => {
    const bytes = Buffer.from(WRONG.replace('web', 'caf\xe9'), 'latin1');
    const cwd = folderOf({ 'a.json': bytes });
    expect(fix(cwd, 'a.json')).toMatchObject({
      code: 2,
      stderr: 'ecs-taskdef: a.json is not valid UTF-8 text.\n',
    });
    expect(readFileSync(path.join(cwd, 'a.json'))).toEqual(bytes);
  });

  test.runIf(!root)('leaves a read-only file alone, and reports it as it is', () => {
    const cwd = folderOf({ 'a.json': WRONG, 'b.json': WRONG });
    chmodSync(path.join(cwd, 'a.json'), 0o444);
    const { code, stdout, stderr } = fix(cwd, '.');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^ecs-taskdef: a\.json cannot be written: (permission denied|operation not permitted)\.\n$/,
    );
    expect(stdout).toBe(
      `a.json\n  4:18  error  ${MESSAGE}  fargate-network-mode\n\n1 file repaired.\n1 problem (1 error) in 1 of 2 files\n`,
    );
    expect(readFileSync(path.join(cwd, 'a.json'), 'utf8')).toBe(WRONG);
    expect(readFileSync(path.join(cwd, 'b.json'), 'utf8')).toBe(RIGHT);
  });

  test.runIf(root)('repairs a read-only file for root, who may, and leaves it read-only', () => {
    const cwd = folderOf({ 'a.json': WRONG });
    chmodSync(path.join(cwd, 'a.json'), 0o444);
    expect(fix(cwd, '.')).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path.join(cwd, 'a.json'), 'utf8')).toBe(RIGHT);
    expect(statSync(path.join(cwd, 'a.json')).mode & 0o777).toBe(0o444);
  });

  test('leaves no other file behind', () => {
    const cwd = folderOf({ 'a.json': WRONG });
    fix(cwd, '.');
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });

  describe.runIf(!windows)('on a system with modes and links', () => {
    test('keeps the mode', () => {
      const cwd = folderOf({ 'a.json': WRONG });
      chmodSync(path.join(cwd, 'a.json'), 0o640);
      expect(fix(cwd, 'a.json').code).toBe(0);
      expect(statSync(path.join(cwd, 'a.json')).mode & 0o777).toBe(0o640);
    });

    test('repairs what a link leads to, and keeps the link', () => {
      const cwd = folderOf({ 'real/a.json': WRONG });
      symlinkSync('real/a.json', path.join(cwd, 'link.json'));
      expect(fix(cwd, 'link.json').code).toBe(0);
      expect(readlinkSync(path.join(cwd, 'link.json'))).toBe('real/a.json');
      expect(readFileSync(path.join(cwd, 'real/a.json'), 'utf8')).toBe(RIGHT);
    });

    test('gives readers of the old file the old content to the end: it is replaced, not rewritten', () => {
      const cwd = folderOf({ 'a.json': WRONG });
      linkSync(path.join(cwd, 'a.json'), path.join(cwd, 'held.txt'));
      fix(cwd, 'a.json');
      expect(readFileSync(path.join(cwd, 'held.txt'), 'utf8')).toBe(WRONG);
      expect(lstatSync(path.join(cwd, 'a.json')).nlink).toBe(1);
    });
  });
});

describe('--fix -', () => {
  test('prints the repaired document and reports on stderr', () => {
    const cwd = folderOf();
    const result = run(cwd, ['check', '--preset', 'refused', '--fix', '-'], { input: WRONG });
    expect(result).toMatchObject({
      code: 0,
      stdout: RIGHT,
      stderr: '1 file repaired.\nNo problems in 1 file.\n',
    });
  });

  test('keeps encoding, byte order mark and line endings', () => {
    const { bytes } = run(folderOf(), ['check', '--fix', '-'], { input: utf16le(crlf(WRONG)) });
    expect(bytes).toEqual(utf16le(crlf(RIGHT)));
  });

  test.each([RIGHT, '{ "name": "web" }', 'no JSON at all'])(
    'prints what needs no repair as it is: %j',
    (input) => {
      expect(run(folderOf(), ['check', '--fix', '-'], { input }).stdout).toBe(input);
    },
  );

  test('prints nothing where bytes would be lost', () => {
    const input = Buffer.from(WRONG.replace('web', 'caf\xe9'), 'latin1');
    const { code, stdout, stderr } = run(folderOf(), ['check', '--fix', '-'], { input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('ecs-taskdef: <stdin> is not valid UTF-8 text.\n');
  });

  test('a report in JSON goes to stderr', () => {
    const { stdout, stderr } = run(folderOf(), ['check', '--fix', '--format', 'json', '-'], { input: WRONG });
    expect(stdout).toBe(RIGHT);
    expect(JSON.parse(stderr)).toMatchObject({ version: 1, files: [{ path: '<stdin>' }] });
  });
});
