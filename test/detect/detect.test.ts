import {
  ContainerDefinition$,
  DaemonContainerDefinition$,
  RegisterDaemonTaskDefinitionRequest$,
  RegisterTaskDefinitionRequest$,
  TaskDefinition$,
} from '@aws-sdk/client-ecs';
import { describe, expect, it } from 'vitest';
import { detect, type Kind, mayBeTaskDefinition } from '../../server/src/core/detect';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { NEGATIVES, NEUTRAL_NEGATIVES } from './negatives';

const kindOf = (text: string, path: string, forced = false): Kind =>
  detect(parseJson(text).root, path, forced);

/** Recognised under any name, even one that says the opposite. */
const ANYWHERE: readonly (readonly [what: string, text: string, kind: Kind])[] = [
  [
    'containerDefinitions alone',
    '{ "containerDefinitions": [{ "name": "a", "image": "b" }] }',
    'task-definition',
  ],
  ['an empty list of containers', '{ "containerDefinitions": [] }', 'task-definition'],
  ['a templated container', '{ "containerDefinitions": ["${web}", { "name": "a" }] }', 'task-definition'],
  ['a templated list', '{ "family": "web", "containerDefinitions": "${containers}" }', 'task-definition'],
  [
    'a template outside quotes',
    '{ "family": "web", "containerDefinitions": ${containers} }',
    'task-definition',
  ],
  ['containers as an object', '{ "cpu": "256", "containerDefinitions": { "name": "a" } }', 'task-definition'],
  [
    'a full definition',
    '{ "family": "a", "cpu": "256", "memory": "512", "containerDefinitions": [] }',
    'task-definition',
  ],
  [
    'comments and stray commas',
    '// web\n{ "family": "a", /* c */ "containerDefinitions": [], }',
    'task-definition',
  ],
  ['a missing bracket', '{ "family": "a", "containerDefinitions": [{ "name": "a"', 'task-definition'],
  ['a byte order mark', '\uFEFF{ "family": "a", "containerDefinitions": [] }', 'task-definition'],
  [
    'a family and a launch type',
    '{ "family": "a", "requiresCompatibilities": ["FARGATE"] }',
    'task-definition',
  ],
  ['a family and a network mode', '{ "family": "a", "networkMode": "awsvpc" }', 'task-definition'],
  ['a family and a role', '{ "family": "a", "executionRoleArn": "arn" }', 'task-definition'],
  ['a launch type and sizes', '{ "requiresCompatibilities": [], "cpu": "256" }', 'task-definition'],
  [
    'keys of a service besides',
    '{ "desiredCount": 2, "containerDefinitions": [{ "name": "a" }] }',
    'task-definition',
  ],
  ['a schema besides', '{ "$schema": "x", "containerDefinitions": [] }', 'task-definition'],
  ['one read-only member', '{ "revision": 3, "containerDefinitions": [] }', 'task-definition'],
  [
    'the Properties of a CloudFormation resource',
    '{ "Family": "a", "ContainerDefinitions": [{ "Name": "a", "Image": "b" }] }',
    'task-definition',
  ],
  ['other capitals', '{ "Family": "a", "containerdefinitions": [] }', 'task-definition'],
  ['describe output', '{ "taskDefinition": { "containerDefinitions": [] } }', 'describe-output'],
  [
    'describe output with tags',
    '{ "taskDefinition": { "containerDefinitions": [] }, "tags": [] }',
    'describe-output',
  ],
  [
    'wrapped, containers missing',
    '{ "taskDefinition": { "family": "a", "networkMode": "host" } }',
    'describe-output',
  ],
  [
    'wrapped with one key besides',
    '{ "note": 1, "taskDefinition": { "containerDefinitions": [] } }',
    'describe-output',
  ],
  [
    'two read-only members',
    '{ "revision": 3, "status": "ACTIVE", "containerDefinitions": [] }',
    'describe-output',
  ],
  [
    'null read-only members',
    '{ "status": null, "registeredBy": null, "containerDefinitions": [] }',
    'describe-output',
  ],
  ['a list of containers', '[{ "name": "a", "image": "b" }]', 'container-definitions'],
  [
    'a list of templated containers',
    '[{ "name": "${n}", "image": "<IMAGE1_NAME>", "cpu": ${c} }]',
    'container-definitions',
  ],
  [
    'a list with one complete container',
    '[{ "name": "a" }, { "name": "b", "image": "c" }]',
    'container-definitions',
  ],
  [
    'a list with a container from a template',
    '["${sidecar}", { "name": "b", "image": "c" }]',
    'container-definitions',
  ],
  [
    'a list with an unknown key',
    '[{ "name": "b", "image": "c", "cpu": 1, "colour": "blue" }]',
    'container-definitions',
  ],
];

describe('by content', () => {
  it.each(ANYWHERE)('%s', (_what, text, kind) => {
    expect(kindOf(text, 'whatever.json')).toBe(kind);
    expect(kindOf(text, 'imagedefinitions.json')).toBe(kind);
    expect(kindOf(text, '.aws/task-definition.json')).toBe(kind);
  });

  it('has enough documents that are ours', () => {
    expect(new Set(ANYWHERE.map(([, text]) => text)).size).toBeGreaterThanOrEqual(30);
  });
});

describe('left alone', () => {
  it.each(NEGATIVES)('$what', ({ path, text }) => {
    expect(kindOf(text, path)).toBe('none');
    expect(kindOf(text, 'task-definition.json')).toBe('none');
    expect(kindOf(text, 'container-definitions.json')).toBe('none');
  });

  it.each(NEUTRAL_NEGATIVES)('$what, under a name that says nothing', ({ text }) => {
    expect(kindOf(text, 'whatever.json')).toBe('none');
  });

  it('has enough documents that are not ours', () => {
    expect(new Set(NEGATIVES.map(({ text }) => text)).size).toBeGreaterThanOrEqual(30);
  });
});

describe('half typed', () => {
  it.each<[text: string, kind: Kind]>([
    ['', 'task-definition'],
    [' \n', 'task-definition'],
    ['// to do', 'task-definition'],
    ['{', 'task-definition'],
    ['{}', 'task-definition'],
    ['{ "fam', 'task-definition'],
    ['{ "fam" }', 'task-definition'],
    ['{ "family": ', 'task-definition'],
    ['{ "family": "web", "description": "a", "author": "b" }', 'task-definition'],
    ['{ "cpu": "256", "memory": "512" }', 'task-definition'],
    ['{ "title": "web" }', 'task-definition'],
    ['{ "$schema": "a", "//": "b", "_comment": "c" }', 'task-definition'],
    ['{ "containerDefinitions": {} }', 'task-definition'],
    ['{ "title": "web", "author": "me" }', 'none'],
    ['{ "title": "web", "author": "me", "fam', 'none'],
    ['{ "volumes": {}, "version": 3, "networks": {} }', 'none'],
    ['{ "taskDefinition": {', 'describe-output'],
    ['[', 'container-definitions'],
    ['[]', 'container-definitions'],
    ['[{', 'container-definitions'],
    ['[{ "na', 'container-definitions'],
    ['[{ "name": "web"', 'container-definitions'],
    ['[{ "name": "web", "image": "nginx", "label": "x" }]', 'container-definitions'],
    ['[{ "Name": "web", "Image": "nginx", "PortMappings": [] }]', 'container-definitions'],
    ['[{ "title": "web", "author": "me" }]', 'none'],
    ['[1', 'none'],
    ['"family"', 'none'],
  ])('%j under the name of a task definition: %s', (text, kind) => {
    expect(kindOf(text, 'deploy/task-definition.json')).toBe(kind);
  });

  it('takes an empty file for what its name says', () => {
    expect(kindOf('', 'container-definitions.json')).toBe('container-definitions');
    expect(kindOf('', 'task-definitions/web.json')).toBe('task-definition');
    expect(kindOf('{', 'container-definitions.json')).toBe('task-definition');
    expect(kindOf('', 'web.json')).toBe('none');
  });
});

describe('daemon task definitions', () => {
  const shared =
    '{ "family": "agent", "cpu": "256", "containerDefinitions": [{ "name": "a", "image": "b", "user": "0" }] }';

  it('are left alone where the name says daemon and the content does not object', () => {
    expect(kindOf(shared, 'daemon-task-definition.json')).toBe('none');
    expect(kindOf(shared, 'log-daemon.json')).toBe('none');
    expect(kindOf('{', 'daemon-task-definition.json')).toBe('none');
    expect(kindOf('', 'daemon-task-definition.json')).toBe('none');
    expect(kindOf(shared, 'daemons/agent.json')).toBe('task-definition');
  });

  it.each([
    '{ "family": "agent", "networkMode": "host", "containerDefinitions": [] }',
    '{ "family": "agent", "requiresCompatibilities": ["EC2"], "containerDefinitions": [] }',
    '{ "containerDefinitions": [{ "name": "a", "image": "b" }, { "name": "c", "portMappings": [] }] }',
  ])('are not meant by %s', (text) => {
    expect(kindOf(text, 'daemon-task-definition.json')).toBe('task-definition');
  });
});

describe('forced', () => {
  it.each<[text: string, kind: Kind]>([
    ['', 'task-definition'],
    ['{}', 'task-definition'],
    ['{ "title": "web", "author": "me" }', 'task-definition'],
    ['{ "AWSEBDockerrunVersion": 2, "containerDefinitions": [] }', 'task-definition'],
    ['{ "taskDefinition": {}, "a": 1, "b": 2 }', 'describe-output'],
    ['{ "revision": 1, "status": "ACTIVE" }', 'describe-output'],
    ['[]', 'container-definitions'],
    ['[{ "imageUri": "a" }]', 'container-definitions'],
    ['"web"', 'task-definition'],
  ])('%j: %s', (text, kind) => {
    expect(kindOf(text, 'whatever.json', true)).toBe(kind);
  });
});

describe('mayBeTaskDefinition', () => {
  it('never says no to what detect recognises', () => {
    for (const [what, text] of ANYWHERE) {
      expect(mayBeTaskDefinition(text, 'whatever.json'), what).toBe(true);
    }
    expect(mayBeTaskDefinition('', 'taskdef.json')).toBe(true);
  });

  it('spares most other documents the parser', () => {
    const spared = NEGATIVES.filter(({ text, path }) => !mayBeTaskDefinition(text, path));
    expect(spared.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'package-lock.json',
        'tsconfig.json',
        'IAM policy',
        'Compose file',
        'Kubernetes Pod',
      ]),
    );
  });
});

it('looks at the first keys of large documents only', () => {
  const items = Array.from({ length: 50_000 }, (_, i) => `{ "name": "n${i}", "image": "i" }`).join(',');
  const { root } = parseJson(`[${items}]`);
  const start = performance.now();
  for (let i = 0; i < 1000; i++) detect(root, 'whatever.json');
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('knows every member that the AWS SDK knows', () => {
  const task: readonly string[] = RegisterTaskDefinitionRequest$[4];
  const described: readonly string[] = TaskDefinition$[4];
  const daemon: readonly string[] = RegisterDaemonTaskDefinitionRequest$[4];
  const container: readonly string[] = ContainerDefinition$[4];
  const daemonContainer: readonly string[] = DaemonContainerDefinition$[4];

  it('of a task', () => {
    const others = task.filter((key) => key !== 'containerDefinitions');
    const unknown = others.filter(
      (key) => kindOf(`{ "containerDefinitions": {}, "${key}": 1 }`, 'a.json') !== 'task-definition',
    );
    expect(unknown).toEqual([]);
    expect(others.length).toBeGreaterThan(10);
  });

  it('of a described task', () => {
    const readOnly = described.filter((key) => !task.includes(key));
    const unknown = readOnly.filter((key) => {
      const other = key === 'status' ? 'revision' : 'status';
      return (
        kindOf(`{ "containerDefinitions": [], "${other}": 1, "${key}": 1 }`, 'a.json') !== 'describe-output'
      );
    });
    expect(unknown).toEqual([]);
    expect(readOnly.length).toBe(9);
  });

  it('of a container', () => {
    const unknown = container
      .filter((key) => key !== 'name' && key !== 'image')
      .filter((key) => kindOf(`[{ "name": "a", "image": "b", "${key}": 1 }]`, 'a.json') === 'none');
    expect(unknown).toEqual([]);
  });

  it('of a daemon', () => {
    const keys = new Set([...task, ...described]);
    keys.delete('containerDefinitions');
    const kindWith = (json: string) => kindOf(json, 'daemon.json');
    const ordinary = [...keys].filter(
      (key) => kindWith(`{ "containerDefinitions": [], "${key}": 1 }`) !== 'none',
    );
    const shared = ['family', 'revision', 'status', 'registeredAt', 'registeredBy', 'deleteRequestedAt'];
    expect(ordinary.sort()).toEqual([...keys].filter((key) => ![...daemon, ...shared].includes(key)).sort());

    const ordinaryInside = container.filter(
      (key) => kindWith(`{ "containerDefinitions": [{ "${key}": 1 }] }`) !== 'none',
    );
    expect(ordinaryInside.sort()).toEqual(container.filter((key) => !daemonContainer.includes(key)).sort());
  });
});
