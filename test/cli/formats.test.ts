import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { github } from '../../server/src/cli/formats/github';
import { json } from '../../server/src/cli/formats/json';
import { junit } from '../../server/src/cli/formats/junit';
import { sarif } from '../../server/src/cli/formats/sarif';
import { stylish } from '../../server/src/cli/formats/stylish';
import type { FileReport, Report } from '../../server/src/cli/report';
import type { Finding } from '../../server/src/core/finding';
import { ALL_RULES, metadataOf } from '../../server/src/core/rules/metadata';
import { folderOf, MESSAGE, RIGHT, run, WRONG, withCommand } from './command';

withCommand();

const URL = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html';
const RULE = 'fargate-network-mode';

/** Runs the command on a wrong and a right file. */
const both = (format: string) =>
  run(folderOf({ 'deploy/wrong.json': WRONG, 'right.json': RIGHT }), [
    ...['check', '--preset', 'refused', '--format', format],
    ...['right.json', 'deploy/wrong.json'],
  ]);

const TEXT = 'first\nsecond line\n';
const finding = (values: Partial<Finding>): Finding => ({
  rule: RULE,
  severity: 'error',
  message: 'Wrong.',
  pointer: '',
  range: { start: 0, end: 5 },
  fixes: [],
  related: [],
  droppedByDeployAction: false,
  ...values,
});
const fileWith = (...findings: Finding[]): FileReport => ({
  path: 'a.json',
  kind: 'task-definition',
  text: TEXT,
  findings,
  repaired: false,
});
const reportOf = (...files: FileReport[]): Report => ({ files, cwd: path.resolve('/repo/app'), fix: false });

describe('stylish', () => {
  test('as a process', () => {
    expect(both('stylish')).toMatchObject({
      code: 1,
      stderr: '',
      stdout: `deploy/wrong.json
  4:18  error  ${MESSAGE}  ${RULE}

1 problem (1 error) in 1 of 2 files
1 can be fixed with --fix
`,
    });
  });

  test('is what is written when nothing is said', () => {
    const cwd = folderOf({ 'a.json': WRONG });
    expect(run(cwd, ['check', 'a.json']).stdout).toBe(
      run(cwd, ['check', '--format', 'stylish', 'a.json']).stdout,
    );
  });

  test('aligns its columns and counts the kinds of problems', () => {
    const safe = { title: 'Repair it', changes: [], safe: true };
    const report = reportOf(
      fileWith(
        finding({ fixes: [{ ...safe, safe: false }, safe] }),
        finding({ severity: 'warning', message: 'Doubtful.', range: { start: 15, end: 16 }, rule: 'b' }),
        finding({ severity: 'warning', message: 'Very doubtful.', range: { start: 6, end: 7 }, rule: 'c' }),
      ),
      { ...fileWith(finding({ severity: 'hint', fixes: [{ ...safe, safe: false }] })), path: 'b.json' },
      { ...fileWith(finding({ severity: 'info' })), path: 'c.json' },
    );
    expect(stylish(report, false)).toBe(`a.json
   1:1  error    Wrong.          ${RULE}
  2:10  warning  Doubtful.       b
   2:1  warning  Very doubtful.  c

b.json
  1:1  hint  Wrong.  ${RULE}

c.json
  1:1  info  Wrong.  ${RULE}

5 problems (1 error, 2 warnings, 1 info, 1 hint) in 3 files
1 can be fixed with --fix
`);
  });

  test('says what is left after repairs, and no longer that --fix would help', () => {
    const fix = { title: 'Repair it', changes: [], safe: true };
    const file = { ...fileWith(finding({ fixes: [fix] })), repaired: true };
    expect(stylish({ ...reportOf(file), fix: true }, false)).toBe(
      `a.json\n  1:1  error  Wrong.  ${RULE}\n\n1 file repaired.\n1 problem (1 error) in 1 file\n`,
    );
  });

  test('counts only task definitions as checked', () => {
    const none: FileReport = { ...fileWith(), kind: 'none' };
    expect(stylish(reportOf(none), false)).toBe('No task definitions found.\n');
    expect(stylish(reportOf(none, fileWith()), false)).toBe('No problems in 1 file.\n');
  });

  test('lets no control character of a file through to the terminal', () => {
    const file = { ...fileWith(finding({ message: 'a\x1b[31mb\nc\x9b' })), path: 'x\x07.json' };
    expect(stylish(reportOf(file), false)).toMatch(
      /^x\\u0007\.json\n {2}1:1 {2}error {2}a\\u001b\[31mb\\u000ac\\u009b {2}/,
    );
  });

  test('has colors on a terminal only', () => {
    expect(stylish(reportOf(fileWith(finding({}))), true)).toBe(
      `\x1b[4ma.json\x1b[0m\n  1:1  \x1b[31merror\x1b[0m  Wrong.  \x1b[2m${RULE}\x1b[0m\n\n1 problem (1 error) in 1 file\n`,
    );
    expect(both('stylish').stdout).not.toContain('\x1b');
  });
});

describe('json', () => {
  test('as a process, byte for byte', () => {
    const { code, stdout, stderr } = both('json');
    const expected = {
      version: 1,
      files: [
        {
          path: 'deploy/wrong.json',
          kind: 'task-definition',
          findings: [
            {
              rule: RULE,
              severity: 'error',
              message: MESSAGE,
              pointer: '/networkMode',
              range: { start: { line: 3, character: 17 }, end: { line: 3, character: 25 } },
              url: URL,
              scanners: metadataOf(RULE)?.scanners,
              fixes: [{ title: 'Change networkMode to "awsvpc"', safe: true }],
            },
          ],
        },
        { path: 'right.json', kind: 'task-definition', findings: [] },
      ],
      summary: { files: 2, errors: 1, warnings: 0, infos: 0, hints: 0 },
    };
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toBe(`${JSON.stringify(expected, undefined, 2)}\n`);
  });

  test('without files', () => {
    expect(JSON.parse(run(folderOf(), ['check', '--format', 'json', '.']).stdout)).toEqual({
      version: 1,
      files: [],
      summary: { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0 },
    });
  });

  test('says the kind of a document', () => {
    const container = '{ "name": "web", "image": "nginx:1.29", "memory": 128 }';
    const cwd = folderOf({
      'list.json': `[${container}]`,
      'described.json': `{ "taskDefinition": ${RIGHT} }`,
      'other.json': '{}',
    });
    const { files } = JSON.parse(
      run(cwd, ['check', '--format', 'json', 'list.json', 'described.json', 'other.json']).stdout,
    );
    expect(files.map((file: { path: string; kind: string }) => [file.path, file.kind])).toEqual([
      ['described.json', 'describe-output'],
      ['list.json', 'container-definitions'],
      ['other.json', 'none'],
    ]);
  });

  test('counts characters in UTF-16 code units, whatever ends a line', () => {
    const report = reportOf({ ...fileWith(finding({ range: { start: 6, end: 7 } })), text: 'a\r\n🚀 b\r' });
    expect(JSON.parse(json(report)).files[0].findings[0].range).toEqual({
      start: { line: 1, character: 3 },
      end: { line: 1, character: 4 },
    });
  });

  test('has every severity in the summary', () => {
    const severities = ['error', 'warning', 'warning', 'info', 'info', 'info', 'hint'] as const;
    const report = reportOf(fileWith(...severities.map((severity) => finding({ severity }))));
    expect(JSON.parse(json(report)).summary).toEqual({
      files: 1,
      errors: 1,
      warnings: 2,
      infos: 3,
      hints: 1,
    });
  });
});

describe('github', () => {
  test('as a process', () => {
    expect(both('github')).toMatchObject({
      code: 1,
      stderr: '',
      stdout: `::error file=deploy/wrong.json,line=4,col=18,endLine=4,endColumn=26,title=${RULE}::${MESSAGE}\n`,
    });
  });

  test('says nothing when all is well', () => {
    expect(
      run(folderOf({ 'a.json': RIGHT }), ['check', '--preset', 'refused', '--format', 'github', '.']).stdout,
    ).toBe('');
  });

  test('escapes, and calls infos and hints notices', () => {
    const place = 'line=1,col=1,endLine=1,endColumn=6';
    const report = reportOf({
      ...fileWith(
        finding({ message: '100% of a:b,c\r\nd', severity: 'warning' }),
        finding({ severity: 'info' }),
        finding({ severity: 'hint' }),
      ),
      path: '50%,a:b\n.json',
    });
    expect(github(report)).toBe(
      `::warning file=50%25%2Ca%3Ab%0A.json,${place},title=${RULE}::100%25 of a:b,c%0D%0Ad\n` +
        `::notice file=50%25%2Ca%3Ab%0A.json,${place},title=${RULE}::Wrong.\n` +
        `::notice file=50%25%2Ca%3Ab%0A.json,${place},title=${RULE}::Wrong.\n`,
    );
  });

  test('names files from the top of the checkout', () => {
    const top = folderOf({ 'app/deploy/a.json': WRONG });
    const args = ['check', '--preset', 'refused', '--format', 'github', '.'];
    const inside = run(path.join(top, 'app'), args, { env: { GITHUB_WORKSPACE: top } });
    expect(inside.stdout).toContain('::error file=app/deploy/a.json,');
    const outside = run(path.join(top, 'app'), args, { env: { GITHUB_WORKSPACE: folderOf() } });
    expect(outside.stdout).toContain('::error file=deploy/a.json,');
  });
});

describe('junit', () => {
  test('as a process', () => {
    const message = MESSAGE.replaceAll('"', '&quot;');
    expect(both('junit')).toMatchObject({
      code: 1,
      stderr: '',
      stdout: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ecs-taskdef" tests="2" failures="1">
  <testsuite name="deploy/wrong.json" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="${RULE} 4:18" classname="deploy/wrong.json"><failure type="error" message="${message}">4:18 ${message}</failure></testcase>
  </testsuite>
  <testsuite name="right.json" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no problems" classname="right.json"/>
  </testsuite>
</testsuites>
`,
    });
  });

  test('escapes what XML gives a meaning or cannot hold, and fails for errors only', () => {
    const report = reportOf({
      ...fileWith(finding({ severity: 'warning', message: '<a> & "b"\t\x00\x1b\ud800 🚀' })),
      path: '<&">.json',
    });
    expect(junit(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ecs-taskdef" tests="1" failures="0">
  <testsuite name="&lt;&amp;&quot;&gt;.json" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="${RULE} 1:1" classname="&lt;&amp;&quot;&gt;.json"><system-out>warning 1:1 &lt;a&gt; &amp; &quot;b&quot;&#9;\uFFFD\uFFFD\uFFFD 🚀</system-out></testcase>
  </testsuite>
</testsuites>
`);
  });
});

describe('sarif', () => {
  test('as a process', () => {
    const { code, stdout, stderr } = both('sarif');
    const region = { startLine: 4, startColumn: 18, endLine: 4, endColumn: 26 };
    const artifactLocation = { uri: 'deploy/wrong.json' };
    const log = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'utf16CodeUnits' }] });
    const [result, ...others] = log.runs[0].results;
    expect(others).toEqual([]);
    const { fixes, ...rest } = result;
    expect(rest).toEqual({
      ruleId: RULE,
      ruleIndex: ALL_RULES.findIndex(({ id }) => id === RULE),
      level: 'error',
      message: { text: MESSAGE },
      locations: [
        {
          physicalLocation: { artifactLocation, region },
          logicalLocations: [{ fullyQualifiedName: '/networkMode', kind: 'value' }],
        },
      ],
      relatedLocations: [],
    });
    expect(fixes).toHaveLength(1);
    expect(fixes[0].description).toEqual({ text: 'Change networkMode to "awsvpc"' });
    expect(fixes[0].artifactChanges).toHaveLength(1);
    expect(fixes[0].artifactChanges[0].artifactLocation).toEqual(artifactLocation);
    expect(applied(WRONG, fixes[0].artifactChanges[0].replacements)).toBe(RIGHT);
  });

  test('lists every rule with what code scanning shows of it', () => {
    const { rules } = JSON.parse(sarif(reportOf())).runs[0].tool.driver;
    const metadata = metadataOf(RULE);
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(ALL_RULES.map(({ id }) => id));
    expect(rules.find(({ id }: { id: string }) => id === RULE)).toEqual({
      id: RULE,
      shortDescription: { text: metadata?.title },
      fullDescription: { text: metadata?.why },
      help: { text: `${metadata?.why} ${URL}` },
      helpUri: URL,
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['E3048'] },
    });
  });

  test('writes paths as URIs, infos and hints as notes, and related places', () => {
    const related = [{ start: 6, end: 12, message: 'Here too.' }];
    const report = reportOf({
      ...fileWith(finding({ severity: 'info', related }), finding({ severity: 'hint' })),
      path: '../a b/ü#1.json',
    });
    const [info, hint] = JSON.parse(sarif(report)).runs[0].results;
    const artifactLocation = { uri: '../a%20b/%C3%BC%231.json' };
    expect([info.level, hint.level]).toEqual(['note', 'note']);
    expect(info.locations[0].physicalLocation.artifactLocation).toEqual(artifactLocation);
    expect(info.relatedLocations).toEqual([
      {
        id: 0,
        message: { text: 'Here too.' },
        physicalLocation: {
          artifactLocation,
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 7 },
        },
      },
    ]);
  });
});

interface Replacement {
  readonly deletedRegion: { startLine: number; startColumn: number; endLine: number; endColumn: number };
  readonly insertedContent: { text: string };
}

/** Applies the replacements of a SARIF fix, the last one first. */
function applied(text: string, replacements: readonly Replacement[]): string {
  const starts = [0];
  for (const match of text.matchAll(/\n/g)) starts.push(match.index + 1);
  const offset = (line: number, column: number) => (starts[line - 1] ?? Number.NaN) + column - 1;
  return [...replacements].reverse().reduce((result, { deletedRegion: region, insertedContent }) => {
    const start = offset(region.startLine, region.startColumn);
    const end = offset(region.endLine, region.endColumn);
    return result.slice(0, start) + insertedContent.text + result.slice(end);
  }, text);
}
