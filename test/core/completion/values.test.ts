import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/task-definition.schema.json';
import { choose, container, detailed, FARGATE, labels, proposals, WINDOWS } from '../../support/completion';

describe('values of a list in the schema', () => {
  it.each([
    ['behind the colon', '{ "networkMode": | }', '{ "networkMode": "host" }'],
    ['between quotes', '{ "networkMode": "|" }', '{ "networkMode": "host" }'],
    ['over a value half typed', '{ "networkMode": "ho|" }', '{ "networkMode": "host" }'],
    ['over the whole of a value', '{ "networkMode": "br|idge" }', '{ "networkMode": "host" }'],
    ['over a bare word', '{ "networkMode": ho| }', '{ "networkMode": "host" }'],
    ['before the value that is there', '{ "networkMode": | "bridge" }', '{ "networkMode": "host" }'],
    [
      'before another key',
      '{ "networkMode": |\n  "cpu": "256" }',
      '{ "networkMode": "host",\n  "cpu": "256" }',
    ],
    ['where the colon is missing', '{ "networkMode" | }', '{ "networkMode": "host" }'],
    ['over a value whose colon is missing', '{ "networkMode" "ho|" }', '{ "networkMode": "host" }'],
    ['right behind its key', '{ "networkMode""ho|" }', '{ "networkMode": "host" }'],
    [
      'where the colon and the comma are missing',
      '{ "networkMode" |\n  "cpu": "256" }',
      '{ "networkMode": "host",\n  "cpu": "256" }',
    ],
    ['in a document that ends there', '{ "networkMode": "ho|', '{ "networkMode": "host"'],
    [
      'where the quote is missing in the middle of a line',
      '{ "networkMode": "ho|, "cpu": "256" }',
      '{ "networkMode": "host", "cpu": "256" }',
    ],
    [
      'where the quote is missing before a bracket',
      '{ "networkMode": "ho| }\n',
      '{ "networkMode": "host" }\n',
    ],
  ])('%s are inserted with the right quotes and commas', (_, marked, result) => {
    expect(choose(marked, '"host"')).toBe(result);
  });

  it('are exactly those, each with its meaning', () => {
    const found = proposals('{ "networkMode": | }');
    expect(found.map(({ label }) => label)).toEqual(['"awsvpc"', '"bridge"', '"host"', '"none"']);
    expect(found.map(({ note }) => note)).toEqual(schema.properties.networkMode.enumDescriptions);
  });

  it('in a list are those that it lacks', () => {
    const marked = '{ "requiresCompatibilities": ["EC2", |] }';
    expect(labels(marked)).toEqual(['"FARGATE"', '"MANAGED_INSTANCES"', '"EXTERNAL"']);
    expect(choose(marked, '"FARGATE"')).toBe('{ "requiresCompatibilities": ["EC2", "FARGATE"] }');
    expect(choose('{ "requiresCompatibilities": ["EC2" |] }', '"FARGATE"')).toBe(
      '{ "requiresCompatibilities": ["EC2", "FARGATE"] }',
    );
    expect(choose('{ "requiresCompatibilities": [| "EC2"] }', '"FARGATE"')).toBe(
      '{ "requiresCompatibilities": ["FARGATE", "EC2"] }',
    );
  });

  it('make a list where one has to stand', () => {
    expect(choose('{ "requiresCompatibilities": | }', '["FARGATE"]')).toBe(
      '{ "requiresCompatibilities": ["FARGATE"] }',
    );
  });

  it('of a switch are both, the one that is no default first', () => {
    expect(detailed(container('"essential": |'))).toEqual(['false', 'true (default)']);
    expect(detailed(container('"privileged": |'))).toEqual(['true', 'false (default)']);
  });

  it.each([
    [
      'networkMode, on Fargate',
      `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "|" }`,
      ['"awsvpc"'],
    ],
    [
      'networkMode, on external instances',
      '{ "requiresCompatibilities": ["EXTERNAL"], "networkMode": "|" }',
      ['"bridge"', '"host"', '"none"'],
    ],
    [
      'networkMode, on Managed Instances',
      '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "networkMode": "|" }',
      ['"awsvpc"', '"host"', '"none"'],
    ],
    ['networkMode, on Windows', `{ ${WINDOWS} "networkMode": "|" }`, ['"awsvpc"', '"bridge"']],
    ['pidMode, on Fargate', `{ ${FARGATE} "pidMode": "|" }`, ['"task"']],
    [
      'logDriver, on Fargate',
      container('"logConfiguration": { "logDriver": "|" }', FARGATE),
      ['"awslogs"', '"awsfirelens"', '"splunk"'],
    ],
    [
      'cpuArchitecture, on Windows',
      '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE", "cpuArchitecture": "|" } }',
      ['"X86_64"'],
    ],
    [
      'operatingSystemFamily, with ARM64',
      '{ "runtimePlatform": { "cpuArchitecture": "ARM64", "operatingSystemFamily": "|" } }',
      ['"LINUX"'],
    ],
    [
      'the type of a resource',
      container('"resourceRequirements": [{ "type": "|" }]'),
      ['"GPU"', '"NeuronDevice"'],
    ],
  ])('leave out what is refused: %s', (_, marked, expected) => {
    expect(labels(marked).sort()).toEqual(expected.sort());
  });
});
