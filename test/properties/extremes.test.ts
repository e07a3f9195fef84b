import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { fixAll } from '../../server/src/core/fixes';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { judge, repair, repairAll } from './judge';
import { Questions } from './questions';

const container = (members: string): string =>
  `{ "family": "web", "containerDefinitions": [{ "name": "web", "image": "nginx:1.27", "memory": 256, ${members} }] }`;

const repeated = (count: number, item: (i: number) => string, between = ', '): string =>
  Array.from({ length: count }, (_, i) => item(i)).join(between);

const rulesIn = (text: string): string[] => [...new Set(judge(text).map(({ rule }) => rule))];

describe('a text', () => {
  it.each([
    ['of nothing', ''],
    ['of blanks', ' \t\r\n\v\f\u00a0\u2028'],
    ['of a byte order mark', '\uFEFF'],
    ['of two byte order marks', '\uFEFF\uFEFF{}'],
    ['of one quote', '"'],
    ['of one comma', ','],
    ['of NUL characters', '\0'.repeat(1000)],
    ['of a comment that is never closed', '{ "family": "web" } /* and so on'],
    ['of a comment that is hardly begun', '{ "family": "web" } /*'],
    ['of a number', '-1.5e400'],
    ['of line ends of all kinds', container('"cpu": "x"').replaceAll(' ', '\r\n\r\u2028')],
    ['with NUL characters everywhere', [...container('"cpu": "x"')].join('\0')],
    ['with an escaped NUL in each place', container('"cpu\\u0000": "\\u0000", "user": "\\u0000"')],
    [
      'with halves of surrogate pairs',
      container('"\ud800": "\udc00", "user": "\udbff", "x\\ud800": "\\udfff"'),
    ],
    ['cut inside of a surrogate pair', container('"user": "😀').slice(0, -3)],
    ['with a byte order mark inside', container('"user": "\uFEFFroot", \uFEFF"cpu": 1')],
  ])('%s is survived by all features', async (_, text) => {
    const findings = judge(text);
    for (const finding of findings) for (const fix of finding.fixes) repair(text, finding, fix, findings);
    repairAll(text, findings);
    for (let offset = 0; offset <= text.length; offset += Math.ceil(text.length / 20) || 1)
      new Questions(text).at(offset);
  });

  it('with a comment that is never closed is said to be so to its end', () => {
    const text = '{ "family": "web", "containerDefinitions": [] } /*';
    const comments = judge(text).filter(({ rule }) => rule === 'json/comment');
    expect(comments.map(({ range }) => range)).toEqual([{ start: 48, end: 50 }]);
  });
});

describe('keys that every object of JavaScript has', () => {
  const keys = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'length',
    'prototype',
    '0',
    '',
  ];

  it.each(keys)('are keys like any other: %j', async (key) => {
    const name = JSON.stringify(key);
    for (const value of ['null', '1', '"x"', '[]', '{}', '{ "name": "x" }', `{ ${name}: { ${name}: 1 } }`]) {
      const member = `${name}: ${value}`;
      for (const text of [
        `{ "family": "web", ${member}, "containerDefinitions": [{ "name": "web", "image": "nginx" }] }`,
        container(member),
        container(`${member}, ${member}`),
        container(`"portMappings": [{ ${member} }], "environment": [{ ${member} }]`),
      ]) {
        const findings = judge(text);
        const wanted = value === 'null' ? 'schema/null' : 'schema/unknown-key';
        expect(findings.map(({ rule }) => rule)).toContain(wanted);
        for (const finding of findings) for (const fix of finding.fixes) repair(text, finding, fix, findings);
        repairAll(text, findings);
        new Questions(text).at(text.indexOf(name) + 1);
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(keys)('are names and values like any other: %j', (key) => {
    const name = JSON.stringify(key);
    const text = `{ "family": ${name}, "networkMode": ${name}, "requiresCompatibilities": [${name}],
      "volumes": [{ "name": ${name} }], "tags": [{ "key": ${name}, "value": ${name} }],
      "containerDefinitions": [
        { "name": ${name}, "image": ${name}, "memory": 4, "environment": [{ "name": ${name}, "value": ${name} }],
          "mountPoints": [{ "sourceVolume": ${name}, "containerPath": ${name} }],
          "logConfiguration": { "logDriver": ${name}, "options": { ${name}: ${name} } } },
        { "name": "b", "image": "b", "links": [${name}], "dependsOn": [{ "containerName": ${name}, "condition": ${name} }],
          "linuxParameters": { "capabilities": { "add": [${name}] } }, "ulimits": [{ "name": ${name} }] }] }`;
    const findings = judge(text);
    for (const finding of findings) for (const fix of finding.fixes) repair(text, finding, fix, findings);
    repairAll(text, findings);
  });
});

describe('a document nested deeply', () => {
  it.each([
    ['lists', (depth: number) => '['.repeat(depth)],
    ['closed lists', (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['objects', (depth: number) => '{"a":'.repeat(depth)],
    ['closed objects', (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
    ['a container', (depth: number) => container(`"command": ${'['.repeat(depth)}${']'.repeat(depth)}`)],
    ['template marks', (depth: number) => container(`"cpu": ${'{{'.repeat(depth)} x ${'}}'.repeat(depth)}`)],
    ['opened marks', (depth: number) => container(`"image": "${'${'.repeat(depth)}"`)],
  ])('is judged: 10,000 %s', async (_, nested) => {
    for (const depth of [150, 250, 10_000]) {
      const text = nested(depth);
      repairAll(text, judge(text));
      new Questions(text).at(Math.min(text.length, 300));
    }
  });

  it('has one finding about it', () => {
    expect(rulesIn(container(`"command": ${'['.repeat(10_000)}${']'.repeat(10_000)}`))).toContain(
      'json/syntax',
    );
  });
});

describe('a large document', () => {
  /** The size of what nobody writes, but what may lie about with a fitting name. */
  const MEGABYTE = 1024 * 1024;

  it.each([
    [
      'lines',
      () =>
        container(
          `"environment": [\n${repeated(300_000, (i) => `{ "name": "VARIABLE_${i}", "value": "${'x'.repeat(30)}" }`, ',\n')}\n]`,
        ),
    ],
    ['one string', () => container(`"user": "${'x'.repeat(20 * MEGABYTE)}"`)],
    [
      'one line that is no JSON',
      () => `{ "family": "web", "containerDefinitions": ${'x'.repeat(20 * MEGABYTE)}`,
    ],
  ])('of 20 MB is judged: %s', { timeout: 120_000 }, (_, document) => {
    const text = document();
    expect(text.length).toBeGreaterThan(20 * MEGABYTE);
    expect(judge(text).length).toBeGreaterThan(0);
  });

  it.each([
    ['quotes and backslashes', '\\"'],
    ['opening marks', '${'],
    ['angle brackets', '<a'],
    ['at signs', '@@'],
    ['percent signs', '%a'],
    ['underscores', '__a'],
    ['colons', 'a:'],
    ['slashes', 'a/'],
    ['dashes', 'a-'],
    ['digits', '12'],
    ['blanks', ' a '],
    ['letters', 'aB3'],
  ])('with strings of a hundred thousand %s is judged in linear time', { timeout: 60_000 }, (_, piece) => {
    const long = `"${piece.repeat(100_000 / piece.length)}"`;
    const text = `{ "family": ${long}, "cpu": ${long}, "memory": ${long}, "taskRoleArn": ${long}, "networkMode": ${long},
      "executionRoleArn": ${long}, "tags": [{ "key": ${long}, "value": ${long} }],
      "placementConstraints": [{ "type": "memberOf", "expression": ${long} }],
      "volumes": [{ "name": ${long}, "host": { "sourcePath": ${long} } }],
      "containerDefinitions": [{
        "name": ${long}, "image": ${long}, "user": ${long}, "workingDirectory": ${long}, "links": [${long}],
        "command": [${long}], "healthCheck": { "command": ["CMD-SHELL", ${long}] },
        "environment": [{ "name": "SECRET", "value": ${long} }, { "name": ${long}, "value": "x" }],
        "secrets": [{ "name": "A", "valueFrom": ${long} }],
        "environmentFiles": [{ "type": "s3", "value": ${long} }],
        "portMappings": [{ "containerPortRange": ${long} }],
        "dockerSecurityOptions": [${long}], "extraHosts": [{ "hostname": ${long}, "ipAddress": ${long} }],
        "mountPoints": [{ "sourceVolume": ${long}, "containerPath": ${long} }],
        "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": ${long}, "max-buffer-size": ${long} } },
        ${long}: 1 }] }`;
    // It takes a tenth of a second; what takes the square of the length takes longer than a test may.
    expect(judge(text).length).toBeGreaterThan(0);
  });

  it.each([
    ['values of the wrong type', (i: number) => `{ "name": "VARIABLE_${i}", "value": ${i} }`],
    ['keys in the wrong case', (i: number) => `{ "Name": "VARIABLE_${i}", "value": "${i}" }`],
    ['nulls', (i: number) => `{ "name": "VARIABLE_${i}", "value": "${i}", "extra": null }`],
  ])('of 1 MB with 9,000 problems is repaired at once: %s', { timeout: 60_000 }, (_, item) => {
    const blanks = ' '.repeat(60);
    const text = container(`"environment": [\n${repeated(9_000, (i) => `${blanks}${item(i)}`, ',\n')}\n]`);
    let looks = 0;
    const relint = (version: string) => {
      looks++;
      const settings = { ...DEFAULT_SETTINGS, preset: 'refused' } as const;
      const options = { settings, syntaxErrors: true, commentErrors: true, all: true };
      return lint(new Analysis(version, 'task-definition.json'), options);
    };
    const errorsOf = (version: string) =>
      relint(version).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));
    expect(new Set(errorsOf(text)).size, 'its size, and what is to be repaired').toBe(2);
    looks = 0;
    const fixed = fixAll(text, relint).text;
    expect(looks, 'one before the repair and one behind it').toBe(2);
    expect(errorsOf(fixed)).toEqual(['definition-too-large']);
  });

  it('of thousands of containers is judged', { timeout: 60_000 }, () => {
    const containers = repeated(
      5_000,
      (
        i,
      ) => `{ "name": "c${i}", "image": "nginx", "memory": 256, "dependsOn": [{ "containerName": "c${i + 1}", "condition": "START" }],
        "links": ["c${i + 1}"], "portMappings": [{ "containerPort": ${i} }], "cpu": null }`,
    );
    expect(rulesIn(`{ "family": "web", "containerDefinitions": [${containers}] }`)).toContain(
      'schema/length',
    );
  });
});
