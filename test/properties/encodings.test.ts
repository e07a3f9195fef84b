import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, RIGHT, run, WRONG, withCommand } from '../cli/command';

withCommand();

const LE = [0xff, 0xfe];
const BE = [0xfe, 0xff];
const utf16le = (text: string, mark = LE) => Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf16le')]);
const utf16be = (text: string, mark = BE) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf16le').swap16()]);
const utf8 = (text: string) => Buffer.from(text);
const marked8 = (text: string) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);

const check = (content: Buffer, ...args: string[]) => {
  const cwd = folderOf({ 'task-definition.json': content });
  const outcome = run(cwd, [
    'check',
    '--preset',
    'refused',
    '--format',
    'json',
    ...args,
    'task-definition.json',
  ]);
  const after = readFileSync(path.join(cwd, 'task-definition.json'));
  return { ...outcome, after };
};

describe('a file on the command line', () => {
  const FORMS: readonly (readonly [string, (text: string) => Buffer])[] = [
    ['UTF-8', utf8],
    ['UTF-8 with a byte order mark', marked8],
    ['UTF-16, little endian', utf16le],
    ['UTF-16, big endian', utf16be],
  ];

  it.each(FORMS)('has the same problems in the same places, and the same repair: %s', (_, encode) => {
    for (const lineEnd of ['\n', '\r\n']) {
      const wrong = WRONG.replace('"web"', '"wéb-定義-🚀"').replaceAll('\n', lineEnd);
      const plain = JSON.parse(check(utf8(wrong)).stdout);
      expect(plain.summary.errors).toBe(2);
      expect(JSON.parse(check(encode(wrong)).stdout)).toEqual(plain);
      expect(check(encode(wrong), '--fix').after).toEqual(encode(wrong.replace('"bridge"', '"awsvpc"')));
    }
  });

  it.each(FORMS)('may be cut anywhere: %s', (_, encode) => {
    const whole = encode(WRONG.replace('"web"', '"🚀"'));
    const cwd = folderOf(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [`${i}.json`, whole.subarray(0, (i * whole.length) / 40)]),
      ),
    );
    const { code, stderr, stdout } = run(cwd, ['check', '--format', 'json', ...numbered(40)]);
    expect([1, 2], 'nothing but findings, and faults about half a character').toContain(code);
    expect(stderr).not.toMatch(/could not be checked| {4}at |failed/);
    expect(JSON.parse(stdout).files.length).toBeGreaterThanOrEqual(20);
  });

  it('of UTF-16 without a byte order mark is no JSON, as the AWS CLI says', () => {
    for (const content of [utf16le(RIGHT, []), utf16be(RIGHT, [])]) {
      const { code, stdout, stderr } = check(content);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(JSON.parse(stdout).files[0].findings).toMatchObject([{ rule: 'json/syntax' }]);
    }
  });

  it('of bytes that mean nothing is refused or judged, and never a crash', () => {
    const bytes = Array.from({ length: 256 }, (_, i) => i);
    const contents = [
      bytes,
      bytes.toReversed(),
      [0],
      [0xff],
      LE,
      BE,
      [...LE, 0],
      [...BE, 0xd8, 0x00],
      [0xef, 0xbb],
    ];
    const cwd = folderOf(
      Object.fromEntries(contents.map((content, i) => [`${i}.json`, Buffer.from(content)])),
    );
    const { code, stderr } = run(cwd, ['check', '--fix', ...numbered(contents.length)]);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/could not be checked| {4}at /);
    for (const [i, content] of contents.entries())
      expect(readFileSync(path.join(cwd, `${i}.json`))).toEqual(Buffer.from(content));
  });

  it('of 20 MB in one line is judged', { timeout: 60_000 }, () => {
    const long = WRONG.replaceAll('\n', '').replace('"web"', `"${'x'.repeat(20 * 1024 * 1024)}"`);
    const { code, stdout, stderr } = check(utf8(long));
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const findings: { rule: string }[] = JSON.parse(stdout).files[0].findings;
    expect(findings.map(({ rule }) => rule)).toContain('fargate-network-mode');
  });
});

const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `${i}.json`);
