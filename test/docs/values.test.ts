import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { READ_ONLY_KEYS } from '../../server/src/core/detect';
import {
  CAPABILITIES,
  DEFAULT_CAPABILITIES,
  FIRELENS_OPTIONS,
  HEALTH_COMMANDS,
  type KnownValue,
  LOG_OPTIONS,
  MOUNT_OPTIONS,
  PROTOCOLS,
  PROXY_PROPERTIES,
  READ_ONLY_MEMBERS,
  SECURITY_OPTIONS,
  SYSTEM_CONTROLS,
} from '../../server/src/core/knowledge/values';
import { lint } from '../../server/src/core/lint';
import { AWSLOGS_OPTIONS } from '../../server/src/core/rules/logging';
import { schemaAt } from '../../server/src/core/schema/lookup';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { schemaMembers } from '../schema/schemaMembers';

const options = { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true } as const;

const container = (path: string) => schemaAt(['containerDefinitions', 0, ...path.split('.')]);
const examplesOf = (path: string) => container(path)?.items?.examples ?? container(path)?.examples;

/** Rules that find something in a Fargate task with this container. */
function findings(members: object): string[] {
  const task = {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecs',
    containerDefinitions: [{ name: 'web', image: 'web:1.0', ...members }],
  };
  return lint(new Analysis(JSON.stringify(task), 'task-definition.json'), options).map(({ rule }) => rule);
}

describe('values that the schema has no list of', () => {
  it('are told apart by the log drivers of the schema', () => {
    expect(Object.keys(LOG_OPTIONS).sort()).toEqual(
      container('logConfiguration.logDriver')?.enum?.toSorted(),
    );
  });

  it('for awslogs are the options that AWS takes', () => {
    expect(Object.keys(LOG_OPTIONS.awslogs ?? {}).sort()).toEqual(AWSLOGS_OPTIONS.toSorted());
  });

  it.each([
    ['linuxParameters.capabilities.add', CAPABILITIES],
    ['linuxParameters.tmpfs.mountOptions', MOUNT_OPTIONS],
  ])('%s are the examples of the schema', (path, values) => {
    const items = path.includes('tmpfs')
      ? schemaAt(['containerDefinitions', 0, 'linuxParameters', 'tmpfs', 0, 'mountOptions'])?.items?.examples
      : examplesOf(path);
    expect(Object.keys(values).sort()).toEqual([...(items ?? [])].sort());
  });

  it('of kernel parameters and of proxies hold the examples of the schema', () => {
    const parameters = schemaAt(['containerDefinitions', 0, 'systemControls', 0, 'namespace'])?.examples;
    expect(Object.keys(SYSTEM_CONTROLS)).toEqual(expect.arrayContaining([...(parameters ?? ['?'])]));
    const properties = schemaAt(['proxyConfiguration', 'properties', 0, 'name'])?.examples;
    expect(Object.keys(PROXY_PROPERTIES).sort()).toEqual(properties?.toSorted());
  });

  it('that only AWS writes are told apart from the members', () => {
    expect(Object.keys(READ_ONLY_MEMBERS)).toEqual([...READ_ONLY_KEYS]);
  });

  it('that a container has without asking are among the capabilities', () => {
    expect([...DEFAULT_CAPABILITIES].filter((name) => !Object.hasOwn(CAPABILITIES, name))).toEqual([]);
  });

  it.each(Object.entries(SYSTEM_CONTROLS))('%s can be set on Fargate', (namespace, { example, ...known }) => {
    const value = example ?? known.default ?? '1';
    const found = findings({ systemControls: [{ namespace, value }] });
    expect(found.filter((rule) => rule.startsWith('system-controls'))).toEqual([]);
  });

  it('of awslogs can be written as they are shown', () => {
    const { 'awslogs-multiline-pattern': _, ...known } = LOG_OPTIONS.awslogs ?? {};
    const shown = Object.entries(known).map(([name, { example }]) => [name, example]);
    expect(
      findings({ logConfiguration: { logDriver: 'awslogs', options: Object.fromEntries(shown) } }),
    ).toEqual([]);
  });
});

const noted = (known: Readonly<Record<string, KnownValue>>) =>
  Object.entries(known).flatMap(([name, { note, values = {} }]) => [
    [name, note] as const,
    ...Object.entries(values),
  ]);

describe('the notes of values', () => {
  const open = [
    ...Object.values(LOG_OPTIONS).flatMap(noted),
    ...noted(FIRELENS_OPTIONS),
    ...noted(SYSTEM_CONTROLS),
    ...[
      CAPABILITIES,
      MOUNT_OPTIONS,
      PROXY_PROPERTIES,
      PROTOCOLS,
      HEALTH_COMMANDS,
      SECURITY_OPTIONS,
      READ_ONLY_MEMBERS,
    ].flatMap(Object.entries<string>),
  ];
  const listed = [...schemaMembers().keys()].flatMap((member) => {
    const path = member.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
    const schema = schemaAt(path);
    const { enum: values = [], enumDescriptions = [] } = schema?.items ?? schema ?? {};
    return values.map((value, index) => [value, enumDescriptions[index] ?? ''] as const);
  });

  it.each([
    ['of open lists', open, 150],
    ['of enums', listed, 60],
  ] as const)('%s are short sentences', (_, notes, count) => {
    expect(notes.length).toBeGreaterThan(count);
    expect(notes.filter(([, note]) => !/^[^\s].{2,158}\.$/.test(note))).toEqual([]);
  });
});
