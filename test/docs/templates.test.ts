import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';

const root = join(__dirname, '../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true }).compile(
  readJson('schemas/task-definition.schema.json'),
);

const TEMPLATES = 'server/src/core/templates';
const snippets: Record<string, { prefix: string; body: string[] }> = readJson(
  'snippets/task-definition.code-snippets.json',
);

/** The text a snippet leaves behind when every tab stop keeps its first offer. */
function expand(body: readonly string[]): string {
  const offers = new Map<string, string>([['0', '']]);
  const remember = (_match: string, stop: string, offer: string) => {
    offers.set(stop, offer);
    return offer;
  };
  return body
    .join('\n')
    .replace(/\$\{(\d+):([^}]*)\}/g, remember)
    .replace(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, remember)
    .replace(/\$(\d+)/g, (match, stop: string) => offers.get(stop) ?? match);
}

/** Problems that the schema sees, and what ties the members of a whole definition together. */
function problems(definition: {
  requiresCompatibilities: string[];
  networkMode: string;
  cpu?: string;
  memory?: string;
  executionRoleArn?: string;
  containerDefinitions: { memory?: number }[];
}): string[] {
  const found = validate(definition)
    ? []
    : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  if (definition.requiresCompatibilities.includes('FARGATE')) {
    if (definition.networkMode !== 'awsvpc') found.push('Fargate without awsvpc');
    if (!definition.cpu || !definition.memory) found.push('Fargate without a task size');
    if (!definition.executionRoleArn) found.push('awslogs on Fargate without an execution role');
  } else if (definition.containerDefinitions.some((container) => !container.memory)) {
    found.push('neither task nor container memory');
  }
  return found;
}

describe('templates of "New Task Definition"', () => {
  test('are five', () => {
    expect(readdirSync(join(root, TEMPLATES)).sort()).toEqual([
      'ec2-service.json',
      'fargate-arm.json',
      'fargate-web-service.json',
      'fargate-windows.json',
      'fargate-worker.json',
    ]);
  });

  test.each(readdirSync(join(root, TEMPLATES)))('%s is complete', (file) => {
    const definition = readJson(`${TEMPLATES}/${file}`);
    expect(problems(definition)).toEqual([]);
    expect(definition.family).toBe('my-app');
  });

  test('Windows and ARM say so, in a size that exists there', () => {
    const windows = readJson(`${TEMPLATES}/fargate-windows.json`);
    expect(windows.runtimePlatform).toEqual({
      cpuArchitecture: 'X86_64',
      operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE',
    });
    expect([windows.cpu, windows.memory]).toEqual(['1024', '2048']);
    expect(readJson(`${TEMPLATES}/fargate-arm.json`).runtimePlatform).toEqual({
      cpuArchitecture: 'ARM64',
      operatingSystemFamily: 'LINUX',
    });
  });
});

describe('snippets', () => {
  test('are two, with prefixes that stay out of the way in other JSON files', () => {
    expect(Object.values(snippets).map(({ prefix }) => prefix)).toEqual(['ecs-fargate', 'ecs-ec2']);
  });

  test.each(Object.values(snippets))('$prefix gives a whole task definition', ({ body }) => {
    const text = expand(body);
    expect(text).not.toContain('$');
    expect(problems(JSON.parse(text))).toEqual([]);
  });

  test('ecs-fargate repeats family, name and port where they are needed again', () => {
    const definition = JSON.parse(expand(Object.values(snippets)[0]?.body ?? []));
    const [container] = definition.containerDefinitions;
    expect(container.logConfiguration.options).toEqual({
      'awslogs-group': '/ecs/my-app',
      'awslogs-region': 'eu-west-1',
      'awslogs-stream-prefix': 'web',
    });
    expect(container.portMappings[0]).toMatchObject({ name: 'http', containerPort: 80 });
    expect(container.healthCheck.command[1]).toBe('curl -fsS http://localhost:80/ || exit 1');
  });

  test('ecs-ec2 leaves the host port to the instance', () => {
    const definition = JSON.parse(expand(Object.values(snippets)[1]?.body ?? []));
    expect(definition.networkMode).toBe('bridge');
    expect(definition.containerDefinitions[0].portMappings[0].hostPort).toBe(0);
  });
});
