import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/task-definition.schema.json';
import { choose, container, FARGATE, labels, proposals, WINDOWS } from '../../support/completion';

describe('keys', () => {
  it('are offered required ones first, then common ones, then the rest', () => {
    expect(labels('{ | }')).toEqual([
      ...['family', 'containerDefinitions'],
      ...['requiresCompatibilities', 'networkMode', 'cpu', 'memory', 'executionRoleArn', 'taskRoleArn'],
      ...['runtimePlatform', 'volumes', 'tags'],
      ...['placementConstraints', 'pidMode', 'ipcMode', 'proxyConfiguration', 'ephemeralStorage'],
      'enableFaultInjection',
    ]);
    expect(labels('{ "containerDefinitions": [{ | }] }').slice(0, 5)).toEqual([
      ...['name', 'image', 'essential', 'portMappings', 'environment'],
    ]);
    const required = proposals('{ | }').filter(({ detail }) => detail === 'required');
    expect(required.map(({ label }) => label)).toEqual(['family', 'containerDefinitions']);
  });

  it('are all of those that AWS still takes', () => {
    const all = Object.keys(schema.properties).filter((key) => key !== 'inferenceAccelerators');
    expect(labels('{ | }').sort()).toEqual(all.sort());
    const members = Object.keys(schema.definitions.ContainerDefinition.properties);
    expect(labels('{ "containerDefinitions": [{ | }] }').sort()).toEqual(members.sort());
  });

  it('are those of a task definition, whatever schema the document names', () => {
    expect(labels('{ "$schema": "https://example.com/other.json", "family": "a", | }').slice(0, 2)).toEqual([
      ...['containerDefinitions', 'requiresCompatibilities'],
    ]);
  });

  it('are offered only while they are missing, before and behind the cursor', () => {
    const found = labels('{ "family": "web", | "cpu": "256" }');
    expect(found).toContain('memory');
    expect(found).not.toContain('family');
    expect(found).not.toContain('cpu');
    const inContainer = labels('{ "cpu": "256", "containerDefinitions": [{ "name": "web", | }] }');
    expect(inContainer).toContain('cpu');
    expect(inContainer).not.toContain('name');
  });

  it('of an object that can have one only are offered until it has it', () => {
    const kinds = ['host', 'efsVolumeConfiguration', 'configuredAtLaunch', 'dockerVolumeConfiguration'];
    expect(labels('{ "volumes": [{ | }] }')).toEqual(expect.arrayContaining(kinds));
    expect(labels('{ "volumes": [{ "efsVolumeConfiguration": {}, | }] }')).toEqual(['name']);
    const ports = (members: string) => labels(container(`"portMappings": [{ ${members} }]`));
    expect(ports('"containerPort": 80, |')).not.toContain('containerPortRange');
    expect(ports('"containerPortRange": "1-2", |')).not.toContain('hostPort');
  });

  const refused = (marked: string) =>
    proposals(marked).flatMap(({ label, detail }) =>
      detail?.includes('not ') ? [`${label}: ${detail}`] : [],
    );

  it.each([
    [
      'Fargate',
      container('|', FARGATE),
      [
        ...['links', 'hostname', 'disableNetworking', 'privileged', 'dnsServers', 'dnsSearchDomains'],
        ...['extraHosts', 'dockerSecurityOptions', 'resourceRequirements'],
      ].map((key) => `${key}: not on Fargate`),
    ],
    [
      'awsvpc',
      container('|', '"networkMode": "awsvpc", '),
      ['links', 'hostname', 'disableNetworking', 'dnsServers', 'dnsSearchDomains', 'extraHosts'].map(
        (key) => `${key}: not with awsvpc`,
      ),
    ],
    [
      'the network mode none',
      container('|', '"networkMode": "none", '),
      ['portMappings: not with none', 'links: not with none'],
    ],
    [
      'Windows on EC2',
      container('|', `"requiresCompatibilities": ["EC2"], ${WINDOWS}`),
      [
        ...[
          'readonlyRootFilesystem',
          'links',
          'linuxParameters',
          'disableNetworking',
          'privileged',
          'dnsServers',
          'dnsSearchDomains',
          'extraHosts',
        ],
        ...['ulimits', 'systemControls'],
      ].map((key) => `${key}: perhaps not on Windows on EC2`),
    ],
    [
      'external instances',
      '{ "requiresCompatibilities": ["EXTERNAL"], "containerDefinitions": [], | }',
      ['proxyConfiguration: not on external instances', 'enableFaultInjection: not on external instances'],
    ],
  ])('that %s refuses come last and say so', (_, marked, expected) => {
    expect(refused(marked)).toEqual(expected);
    const last = labels(marked).slice(-expected.length);
    expect(expected.map((text) => text.split(':')[0])).toEqual(last);
    const isSure = !expected[0]?.includes('perhaps');
    expect(proposals(marked).filter(({ isRefused }) => isRefused)).toHaveLength(isSure ? expected.length : 0);
  });

  it('are judged by the launch type that the settings assume', () => {
    const marked = '{ "containerDefinitions": [{ | }] }';
    expect(refused(marked)).toEqual([]);
    const assuming = proposals(marked, { assumeLaunchType: 'FARGATE' });
    expect(assuming.find(({ label }) => label === 'links')?.detail).toBe('not on Fargate');
  });

  it.each([
    ['in an empty object', '{ | }', 'family', '{ "family": "shop" }'],
    ['behind another', '{ "cpu": "256", | }', 'family', '{ "cpu": "256", "family": "shop" }'],
    ['before another', '{ | "cpu": "256" }', 'family', '{ "family": "shop", "cpu": "256" }'],
    ['right before another', '{ |"cpu": "256" }', 'family', '{ "family": "shop","cpu": "256" }'],
    [
      'on a line of its own',
      '{\n  "cpu": "256",\n  |\n  "memory": "512"\n}',
      'family',
      '{\n  "cpu": "256",\n  "family": "shop",\n  "memory": "512"\n}',
    ],
    [
      'where the comma before is missing',
      '{ "cpu": "256" | }',
      'family',
      '{ "cpu": "256", "family": "shop" }',
    ],
    [
      'where the comma before is missing, right behind a bracket',
      '{ "volumes": []| }',
      'family',
      '{ "volumes": [],"family": "shop" }',
    ],
    [
      'where the comma before is missing on the line above',
      '{\n  "cpu": "256"\n  |\n}',
      'family',
      '{\n  "cpu": "256",\n  "family": "shop"\n}',
    ],
    [
      'where the comma before is missing and a comment follows',
      '{\n  "cpu": "256" // small, really\n  |\n}',
      'family',
      '{\n  "cpu": "256", // small, really\n  "family": "shop"\n}',
    ],
    [
      'before a comment that is hardly begun',
      '{ | "cpu": "256", "memory": "512" /*',
      'family',
      '{ "family": "shop", "cpu": "256", "memory": "512" /*',
    ],
    [
      'where the commas before and behind are missing',
      '{ "cpu": "256" | "memory": "512" }',
      'family',
      '{ "cpu": "256", "family": "shop", "memory": "512" }',
    ],
    [
      'where the comma behind is there',
      '{ | , "cpu": "256" }',
      'family',
      '{ "family": "shop" , "cpu": "256" }',
    ],
    ['over a key half typed', '{ "cpu": "256", "fa|" }', 'family', '{ "cpu": "256", "family": "shop" }'],
    [
      'over a key without its closing quote',
      '{ "cpu": "256",\n  "fa|\n}',
      'family',
      '{ "cpu": "256",\n  "family": "shop"\n}',
    ],
    [
      'over a key without its closing quote before another',
      '{ "fa|\n  "cpu": "256" }',
      'family',
      '{ "family": "shop",\n  "cpu": "256" }',
    ],
    ['over a bare word', '{ fa| }', 'family', '{ "family": "shop" }'],
    ['over a key that has a value', '{ "fam|": "web" }', 'family', '{ "family": "web" }'],
    ['in a document that ends there', '{ "cpu": "256", |', 'family', '{ "cpu": "256", "family": "shop"'],
    [
      'in an object deep inside',
      '{ "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, | }] }] }',
      'hostPort',
      '{ "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, "hostPort": 80 }] }] }',
    ],
    [
      'in describe output',
      '{ "taskDefinition": { "cpu": "256", "family": "a", "containerDefinitions": [], | } }',
      'networkMode',
      '{ "taskDefinition": { "cpu": "256", "family": "a", "containerDefinitions": [], "networkMode": "" } }',
    ],
    [
      'in a bare list of containers',
      '[{ "name": "web", "image": "a", | }]',
      'cpu',
      '[{ "name": "web", "image": "a", "cpu": 256 }]',
    ],
    ['in a document without blanks', '{"cpu":"256",|}', 'family', '{"cpu":"256","family":"shop"}'],
  ])('%s are inserted with the right quotes and commas', (_, marked, label, result) => {
    expect(choose(marked, label)).toBe(result);
  });

  it.each([
    ['a list of objects', '{ "family": "a", | }', 'volumes', '"volumes": [{ "name": "data" }]'],
    ['a list of texts', container('|'), 'command', '"command": [""]'],
    [
      'an object without pieces',
      '{ "family": "a", | }',
      'runtimePlatform',
      '"runtimePlatform": { "cpuArchitecture": "X86_64", "operatingSystemFamily": "LINUX" }',
    ],
    [
      'an object without what is refused',
      `{ ${FARGATE} "volumes": [{ "name": "a", | }] }`,
      'host',
      '"host": {}',
    ],
    [
      'a whole command',
      container('"healthCheck": { | }'),
      'command',
      '"command": ["CMD-SHELL", "curl -f http://127.0.0.1:80/ || exit 1"]',
    ],
    ['a port that is likely', container('"portMappings": [{ | }]', FARGATE), 'hostPort', '"hostPort": 80'],
    ['a map', container('|'), 'dockerLabels', '"dockerLabels": {}'],
    ['a switch', container('|'), 'readonlyRootFilesystem', '"readonlyRootFilesystem": true'],
    ['a number with a default', container('|'), 'stopTimeout', '"stopTimeout": 30'],
    ['one of several values', '{ "family": "a", | }', 'networkMode', '"networkMode": ""'],
    [
      'the only value',
      `{ ${FARGATE.replace('"networkMode": "awsvpc", ', '')} | }`,
      'networkMode',
      '"networkMode": "awsvpc"',
    ],
    ['what the document suggests', '{ "cpu": "1024", | }', 'memory', '"memory": "2048"'],
    [
      'the account of the document',
      '{ "taskRoleArn": "arn:aws:iam::111122223333:role/a", | }',
      'executionRoleArn',
      '"executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole"',
    ],
    [
      'another container',
      container('|', '', ', { "name": "db", "image": "postgres:17", "healthCheck": { "command": [] } }'),
      'dependsOn',
      '"dependsOn": [{ "containerName": "db", "condition": "HEALTHY" }]',
    ],
    [
      'a volume that nothing mounts yet',
      container('|', '"volumes": [{ "name": "cache" }], '),
      'mountPoints',
      '"mountPoints": [{ "sourceVolume": "cache", "containerPath": "/cache", "readOnly": false }]',
    ],
    [
      'the log of the container',
      container('|'),
      'logConfiguration',
      '"logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/shop", "awslogs-region": "<REGION>", "awslogs-stream-prefix": "web" } }',
    ],
    [
      'the health check of the image',
      container('|'),
      'healthCheck',
      '"healthCheck": { "command": ["CMD-SHELL", "curl -f http://127.0.0.1:80/ || exit 1"], "interval": 30, "timeout": 5, "retries": 3 }',
    ],
  ])('bring %s', (_, marked, label, inserted) => {
    expect(choose(marked, label)).toBe(marked.replace('|', inserted));
  });

  it('bring objects on lines of their own, indented as the document is', () => {
    const text = ['{', '    "cpu": "256",', '    |', '}'].join('\n');
    expect(choose(text, 'runtimePlatform')).toBe(
      [
        ...['{', '    "cpu": "256",', '    "runtimePlatform": {', '        "cpuArchitecture": "X86_64",'],
        ...['        "operatingSystemFamily": "LINUX"', '    }', '}'],
      ].join('\n'),
    );
    expect(choose(text.replaceAll('\n', '\r\n'), 'runtimePlatform')).toContain('{\r\n        "cpuArch');
  });

  it('lead to the values of the next step where there is a list of them', () => {
    const leading = (marked: string) =>
      proposals(marked).flatMap(({ label, asksForValue }) => (asksForValue ? [label] : []));
    expect(leading('{ | }')).toEqual(['requiresCompatibilities', 'networkMode', 'pidMode', 'ipcMode']);
    expect(leading('{ "|": "x" }')).toEqual([]);
    expect(leading(container('|'))).not.toContain('workingDirectory');
    // No other container is there yet.
    expect(leading(container('|'))).not.toContain('links');
    expect(leading('{ "containerDefinitions": [{ | }] }')).toEqual(['image', 'versionConsistency']);
  });

  it('of the wrapper are not mixed with those of the task definition', () => {
    expect(labels('{ "taskDefinition": { "family": "a", "containerDefinitions": [] }, | }')).toEqual([]);
  });
});
