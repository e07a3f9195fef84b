import { describe, expect, it } from 'vitest';
import schema from '../../schemas/task-definition.schema.json';
import { Analysis } from '../../server/src/core/analysis';
import {
  complete,
  type Proposal,
  type Surroundings,
  toPlain,
} from '../../server/src/core/features/completion';
import { PIECES } from '../../server/src/core/features/completion/pieces';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { accept } from '../properties/judge';
import { cursor, documentOf } from '../support/positions';

const AROUND: Surroundings = {
  path: 'file:///project/shop/deploy/task-definition.json',
  images: () => [],
  region: '',
  assumeLaunchType: 'none',
};

function at(marked: string, around: Partial<Surroundings> = {}) {
  const { text, position } = cursor(marked);
  const surroundings = { ...AROUND, ...around };
  const analysis = new Analysis(text, surroundings.path);
  return { text, completion: complete(analysis, documentOf(text).offsetAt(position), surroundings) };
}

const proposals = (marked: string, around?: Partial<Surroundings>): readonly Proposal[] =>
  at(marked, around).completion?.proposals ?? [];

/** In the order in which they are offered. */
const labels = (marked: string, around?: Partial<Surroundings>): string[] =>
  proposals(marked, around).map(({ label }) => label);

/** Labels with what stands beside them. */
const detailed = (marked: string, around?: Partial<Surroundings>): string[] =>
  proposals(marked, around).map(({ label, detail }) => (detail ? `${label} (${detail})` : label));

/** The text after one was chosen, by an editor without snippets; the cursor is not shown. */
function choose(marked: string, label: string, around?: Partial<Surroundings>): string {
  const { text, completion } = at(marked, around);
  const proposal = completion?.proposals.find((one) => one.label === label);
  if (!completion || !proposal) throw new Error(`${label} is not offered`);
  return accept(text, completion, proposal);
}

/** A container in a task, with members of the task and further containers around it. */
const container = (members: string, task = '', others = ''): string =>
  `{ "family": "shop", ${task}"containerDefinitions": [{ "name": "web", "image": "nginx:1.27", ${members} }${others}] }`;

const FARGATE = '"requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", ';
const WINDOWS = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, ';

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
      '"runtimePlatform": { "cpuArchitecture": "", "operatingSystemFamily": "" }',
    ],
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
        ...['{', '    "cpu": "256",', '    "runtimePlatform": {', '        "cpuArchitecture": "",'],
        ...['        "operatingSystemFamily": ""', '    }', '}'],
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
  });

  it('of the wrapper are not mixed with those of the task definition', () => {
    expect(labels('{ "taskDefinition": { "family": "a", "containerDefinitions": [] }, | }')).toEqual([]);
  });
});

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

describe('sizes', () => {
  it('of the memory are those that Fargate has beside the cpu, with the price', () => {
    expect(detailed(`{ ${FARGATE} "cpu": "512", "memory": | }`)).toEqual([
      '"1024" (1 GB · $18.02 a month)',
      '"2048" (2 GB · $21.26 a month)',
      '"3072" (3 GB · $24.51 a month)',
      '"4096" (4 GB · $27.75 a month)',
    ]);
  });

  it('of the cpu are those that Fargate has beside the memory', () => {
    expect(detailed(`{ ${FARGATE} "cpu": "|", "memory": "4096" }`)).toEqual([
      '"512" (0.5 vCPU · $27.75 a month)',
      '"1024" (1 vCPU · $42.53 a month)',
      '"2048" (2 vCPU · $72.08 a month)',
    ]);
  });

  it('without the other one are all, the price that of the smallest', () => {
    const cpu = detailed(`{ ${FARGATE} "cpu": "|" }`);
    expect(cpu.map((text) => text.split(' ')[0])).toEqual(
      ['256', '512', '1024', '2048', '4096', '8192', '16384', '32768'].map((text) => `"${text}"`),
    );
    expect(cpu[0]).toBe('"256" (0.25 vCPU · from $9.01 a month)');
  });

  it('beside one that is half typed are known too', () => {
    expect(labels('{ "memory": | "cpu": "256" }')).toEqual(['"512"', '"1024"', '"2048"']);
    expect(labels('{\n  "memory": "|\n  "cpu": "256"\n}')).toEqual(['"512"', '"1024"', '"2048"']);
  });

  it('are written with a unit where the other one is', () => {
    expect(labels('{ "cpu": ".5 vCPU", "memory": "|" }')).toEqual(['"1 GB"', '"2 GB"', '"3 GB"', '"4 GB"']);
    expect(labels('{ "memory": "0.5 GB", "cpu": "|" }')).toEqual(['"0.25 vCPU"']);
  });

  it('beside one that Fargate does not have are all', () => {
    expect(detailed('{ "cpu": "300", "memory": "|" }')[0]).toBe('"512" (0.5 GB · from $9.01 a month)');
  });

  it('are large enough for the containers', () => {
    const task = (memory: string) =>
      `{ "memory": "${memory}", "containerDefinitions": [{ "name": "a", "image": "b", "memory": 3000 }] }`;
    expect(labels(task('|')).at(0)).toBe('"3072"');
  });

  it('are those of Windows on Windows', () => {
    expect(labels(`{ ${FARGATE}${WINDOWS} "cpu": "|" }`)).toEqual(['"1024"', '"2048"', '"4096"']);
  });

  it('have no price where the task does not run on Fargate', () => {
    expect(detailed('{ "requiresCompatibilities": ["EC2"], "cpu": "512", "memory": "|" }')[0]).toBe(
      '"512" (0.5 GB)',
    );
  });

  it('cost what they cost in the Region of the settings, on ARM64', () => {
    const marked = `{ ${FARGATE} "runtimePlatform": { "cpuArchitecture": "ARM64" }, "cpu": "512", "memory": "|" }`;
    expect(detailed(marked)[0]).toBe('"1024" (1 GB · $14.42 a month)');
    const [first] = proposals(marked, { region: 'eu-west-2' });
    expect(first?.detail).toBe('1 GB · $16.58 a month');
    expect(first?.note).toMatch(
      /^On Fargate in eu-west-2, for one task that runs all month; prices of \d{4}-\d\d\.$/,
    );
  });

  it('of a container are what the others leave', () => {
    const marked = container(
      '"memory": |',
      '"memory": "2048", ',
      ', { "name": "b", "image": "c", "memory": 512 }',
    );
    expect(detailed(marked).slice(0, 2)).toEqual(['1536 (1.5 GB, all that is left)', '512 (0.5 GB)']);
    expect(detailed(container('"cpu": |', '"cpu": "512", '))[0]).toBe(
      '512 (0.5 vCPU, all that the task has)',
    );
  });
});

describe('containers', () => {
  const OTHERS = [
    ', { "name": "db", "image": "postgres:17", "healthCheck": { "command": ["CMD", "x"] } }',
    ', { "name": "init", "image": "busybox", "essential": false }',
  ].join('');

  it('to depend on are all but the container itself', () => {
    expect(detailed(container('"dependsOn": [{ "containerName": "|" }]', '', OTHERS))).toEqual([
      '"db" (postgres:17)',
      '"init" (busybox)',
    ]);
  });

  it('to depend on are not those that depend on this one, nor those that are listed', () => {
    const later =
      ', { "name": "late", "image": "a", "dependsOn": [{ "containerName": "web", "condition": "START" }] }';
    const listed = '"dependsOn": [{ "containerName": "db", "condition": "START" }, { "containerName": "|" }]';
    expect(labels(container(listed, '', OTHERS + later))).toEqual(['"init"']);
  });

  it('to depend on can meet the condition', () => {
    const under = (condition: string) =>
      labels(container(`"dependsOn": [{ "condition": "${condition}", "containerName": "|" }]`, '', OTHERS));
    expect(under('HEALTHY')).toEqual(['"db"']);
    expect(under('SUCCESS')).toEqual(['"init"']);
    expect(under('START')).toEqual(['"db"', '"init"']);
  });

  it('meet the conditions that they can meet', () => {
    const of = (name: string) =>
      labels(container(`"dependsOn": [{ "containerName": "${name}", "condition": "|" }]`, '', OTHERS));
    expect(of('db')).toEqual(['"HEALTHY"', '"START"']);
    expect(of('init')).toEqual(['"SUCCESS"', '"COMPLETE"', '"START"']);
    expect(of('unknown')).toEqual(['"SUCCESS"', '"HEALTHY"', '"COMPLETE"', '"START"']);
  });

  it('are known in a document that is half typed', () => {
    const half = `{ "containerDefinitions": [{ "name": "db", "image": "a" }, { "name": "web", "dependsOn": [{ "containerName": "|`;
    expect(labels(half)).toEqual(['"db"']);
    expect(labels(container('"dependsOn": [{ "containerName": | }]', '', OTHERS))).toEqual([
      '"db"',
      '"init"',
    ]);
  });

  it('to link and to take volumes from are the others', () => {
    expect(labels(container('"links": ["db:x", "|"]', '', OTHERS))).toEqual(['"init"']);
    expect(labels(container('"volumesFrom": [{ "sourceContainer": "|" }]', '', OTHERS))).toEqual([
      ...['"db"', '"init"'],
    ]);
  });

  it('for the proxy are all, Envoy first', () => {
    const marked = container(
      '"essential": true',
      '"proxyConfiguration": { "containerName": "|" }, ',
      ', { "name": "envoy", "image": "public.ecr.aws/appmesh/aws-appmesh-envoy:v1" }',
    );
    expect(labels(marked)).toEqual(['"envoy"', '"web"']);
  });

  it('are called like their image, the family, or app', () => {
    expect(
      labels('{ "family": "shop", "containerDefinitions": [{ "name": "|", "image": "a/nginx:1" }] }'),
    ).toEqual([...['"nginx"', '"shop"', '"app"']]);
  });
});

describe('volumes', () => {
  const VOLUMES =
    '"volumes": [{ "name": "a" }, { "name": "b", "efsVolumeConfiguration": {} }, { "name": "c" }], ';

  it('that nothing mounts yet come first', () => {
    const other =
      ', { "name": "x", "image": "y", "mountPoints": [{ "sourceVolume": "a", "containerPath": "/a" }] }';
    const own = '"mountPoints": [{ "sourceVolume": "c", "containerPath": "/c" }, { "sourceVolume": "|" }]';
    expect(detailed(container(own, VOLUMES, other))).toEqual([
      '"b" (EFS, not mounted yet)',
      '"a" (scratch space)',
      '"c" (scratch space, mounted here already)',
    ]);
  });

  it('that are mounted and not defined give their names', () => {
    const marked = container('"mountPoints": [{ "sourceVolume": "data" }]', '"volumes": [{ "name": "|" }], ');
    expect(detailed(marked)).toEqual(['"data" (mounted, not defined yet)']);
  });

  it('are mounted where other containers mount them', () => {
    const other =
      ', { "name": "x", "image": "y", "mountPoints": [{ "sourceVolume": "a", "containerPath": "/srv" }] }';
    const own = '"mountPoints": [{ "sourceVolume": "a", "containerPath": "|" }]';
    expect(labels(container(own, VOLUMES, other))).toEqual(['"/srv"', '"/a"', '"/mnt/a"']);
  });
});

describe('ports', () => {
  const port = (members: string, task = '') => container(`"portMappings": [{ ${members} }]`, task);

  it('of the container begin with that of the image', () => {
    expect(detailed(port('"containerPort": |'))).toEqual(['80 (port of nginx)', '443', '3000', '8080']);
  });

  it('of the host are free ones behind the bridge, else the same', () => {
    const marked = '"containerPort": 8080, "hostPort": |';
    expect(detailed(port(marked, '"networkMode": "bridge", '))).toEqual([
      '0 (any free port of the host)',
      '8080 (the port of the container)',
    ]);
    expect(labels(port(marked, FARGATE))).toEqual(['8080']);
  });

  it('have names that no other port has', () => {
    expect(labels(port('"containerPort": 80, "name": "|"'))).toEqual(['"http"', '"web"', '"web-80"']);
    expect(labels(port('"name": "http" }, { "containerPort": 81, "name": "|"'))).toEqual([
      '"web"',
      '"web-81"',
    ]);
  });
});

describe('log options', () => {
  const log = (inside: string, task = '') => container(`"logConfiguration": { ${inside} }`, task);

  it('are those of the driver in use, what it needs first', () => {
    const found = detailed(log('"logDriver": "awslogs", "options": { | }'));
    expect(found.slice(0, 3)).toEqual([
      'awslogs-group (required)',
      'awslogs-region (required)',
      'awslogs-stream-prefix (required)',
    ]);
    expect(found).toContain('max-buffer-size (default: 10m)');
    expect(labels(log('"logDriver": "splunk", "options": { | }')).slice(0, 2)).toEqual([
      ...['splunk-url', 'splunk-token'],
    ]);
    expect(labels(log('"logDriver": "json-file", "options": { | }')).slice(0, 2)).toEqual([
      ...['max-size', 'max-file'],
    ]);
    expect(labels(log('"options": { | }'))).toEqual([]);
    expect(labels(log('"logDriver": "constructor", "options": { | }'))).toEqual([]);
  });

  it('are not those that are there, that are secret, or that exclude each other', () => {
    const splunk = '"logDriver": "splunk", "secretOptions": [{ "name": "splunk-token" }], ';
    expect(labels(log(`${splunk} "options": { "splunk-url": "x", | }`))[0]).toBe('splunk-source');
    const found = labels(log('"logDriver": "awslogs", "options": { "awslogs-datetime-format": "%Y", | }'));
    expect(found).not.toContain('awslogs-multiline-pattern');
  });

  it('bring values of the document', () => {
    const marked = log(
      '"logDriver": "awslogs", "options": { | }',
      '"taskRoleArn": "arn:aws:ecs:eu-west-1:111122223333:x", ',
    );
    const written = (key: string) => choose(marked, key).split('"options": { ')[1]?.split(' } }')[0];
    expect(written('awslogs-group')).toBe('"awslogs-group": "/ecs/shop"');
    expect(written('awslogs-region')).toBe('"awslogs-region": "eu-west-1"');
    expect(written('awslogs-stream-prefix')).toBe('"awslogs-stream-prefix": "web"');
  });

  it('have values: Regions, the one of the document first', () => {
    const marked = log(
      '"logDriver": "awslogs", "options": { "awslogs-region": "|" }',
      '"taskRoleArn": "arn:aws:ecs:eu-west-1:111122223333:x", ',
    );
    expect(detailed(marked).slice(0, 2)).toEqual([
      '"eu-west-1" (used in this file)',
      '"us-east-1" (N. Virginia)',
    ]);
    expect(labels(marked)).toContain('"ap-southeast-2"');
  });

  it('have values: lists, defaults, switches', () => {
    const option = (driver: string, key: string) =>
      detailed(log(`"logDriver": "${driver}", "options": { "${key}": "|" }`));
    expect(option('awslogs', 'mode')).toEqual(['"non-blocking"', '"blocking"']);
    expect(option('awslogs', 'awslogs-create-group')).toEqual(['"true"']);
    expect(option('awslogs', 'max-buffer-size')).toEqual(['"25m"', '"10m" (default)']);
    expect(option('splunk', 'splunk-gzip')).toEqual(['"true"', '"false" (default)']);
    expect(option('splunk', 'unknown')).toEqual([]);
  });

  it('of the log router are its own', () => {
    expect(labels(container('"firelensConfiguration": { "options": { | } }'))).toEqual([
      ...['enable-ecs-log-metadata', 'config-file-type', 'config-file-value'],
    ]);
    const type = (task: string) =>
      labels(container('"firelensConfiguration": { "options": { "config-file-type": "|" } }', task));
    expect(type('')).toEqual(['"file"', '"s3"']);
    expect(type(FARGATE)).toEqual(['"file"']);
  });

  it('that are secret begin with the token', () => {
    expect(labels(log('"logDriver": "splunk", "secretOptions": [{ "name": "|" }]'))[0]).toBe(
      '"splunk-token"',
    );
  });
});

describe('names of Linux', () => {
  it('ulimits begin with open files, and are offered once', () => {
    expect(labels(container('"ulimits": [{ "name": "|" }]')).slice(0, 3)).toEqual([
      ...['"nofile"', '"memlock"', '"nproc"'],
    ]);
    expect(labels(container('"ulimits": [{ "name": "nofile" }, { "name": "|" }]'))).not.toContain('"nofile"');
    expect(
      detailed(container('"ulimits": [{ "name": "nofile", "softLimit": 1024, "hardLimit": | }]'))[0],
    ).toBe('1024 (as the softLimit)');
  });

  it('capabilities to add are those that a container lacks; on Fargate one', () => {
    const add = (task: string) =>
      labels(container('"linuxParameters": { "capabilities": { "add": ["|"] } }', task));
    expect(add('')).toContain('"NET_ADMIN"');
    expect(add('')).not.toContain('"CHOWN"');
    expect(add(FARGATE)).toEqual(['"SYS_PTRACE"']);
  });

  it('capabilities to drop begin with those that a container has', () => {
    const found = labels(container('"linuxParameters": { "capabilities": { "drop": ["CHOWN", "|"] } }'));
    expect(found.slice(0, 2)).toEqual(['"ALL"', '"AUDIT_WRITE"']);
    expect(found).not.toContain('"CHOWN"');
  });

  it('system controls are not those of a namespace of the host', () => {
    const controls = (task: string) => labels(container('"systemControls": [{ "namespace": "|" }]', task));
    expect(controls('')).toEqual(expect.arrayContaining(['"net.core.somaxconn"', '"kernel.shmmax"']));
    expect(controls('"networkMode": "host", ')).not.toContain('"net.core.somaxconn"');
    expect(controls('"ipcMode": "host", ')).not.toContain('"kernel.shmmax"');
    expect(
      labels(container('"systemControls": [{ "namespace": "net.core.somaxconn", "value": "|" }]')),
    ).toEqual(['"1024"']);
  });
});

describe('ARNs', () => {
  const ACCOUNT = '"taskRoleArn": "arn:aws-cn:ecs:cn-north-1:111122223333:x", ';
  const written = (marked: string) => proposals(marked).map(({ text }) => toPlain(text));

  it('of roles have the account and the partition of the document', () => {
    expect(written(`{ ${ACCOUNT} "family": "shop", "executionRoleArn": "|" }`)).toEqual([
      '"arn:aws-cn:iam::111122223333:role/ecsTaskExecutionRole"',
      '"arn:aws-cn:iam::111122223333:role/shop-execution-role"',
    ]);
    expect(written('{ "family": "shop", "taskRoleArn": "|" }')).toEqual([
      '"arn:aws:iam::<ACCOUNT_ID>:role/shop-task-role"',
    ]);
  });

  it('of secrets are shapes with the account and the Region of the document', () => {
    expect(written(container('"secrets": [{ "name": "DB_URL", "valueFrom": "|" }]', ACCOUNT))).toEqual([
      '"arn:aws-cn:ssm:cn-north-1:111122223333:parameter/shop/DB_URL"',
      '"/shop/DB_URL"',
      '"arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:shop/DB_URL"',
      '"arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:shop:DB_URL::"',
    ]);
  });

  it('of secrets begin with those that are used already', () => {
    const marked = container(
      '"secrets": [{ "name": "A", "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf:A::" }, { "name": "B", "valueFrom": "|" }]',
    );
    expect(labels(marked)[0]).toBe('"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf:B::"');
  });

  it('are found by what they are and by how they begin', () => {
    const [first] = proposals(container('"secrets": [{ "name": "X", "valueFrom": "|" }]'));
    expect(first?.filter).toBe(
      '"arn:aws:ssm:<REGION>:<ACCOUNT_ID>:parameter/shop/X parameter of Parameter Store, by its ARN"',
    );
  });

  it('of files are in S3', () => {
    expect(written(container('"environmentFiles": [{ "value": "|" }]', ACCOUNT))).toEqual([
      '"arn:aws-cn:s3:::<BUCKET>/shop.env"',
    ]);
  });
});

describe('names', () => {
  it.each([
    ['the folder', 'file:///project/shop/task-definition.json', ['"shop"']],
    [
      'the folder above those that say nothing',
      'file:///project/shop/deploy/prod/task-definition.json',
      ['"shop"'],
    ],
    ['the file, then the folder', 'file:///project/shop/web.task-definition.json', ['"web"', '"shop"']],
    ['the file, then the folder', 'C:\\work\\shop\\ecs-task-def-web.json', ['"web"', '"shop"']],
    ['the folder, which has a blank', 'file:///project/my%20shop/taskdef.json', ['"my-shop"']],
  ])('of the family come from %s: %s', (_, path, expected) => {
    expect(labels('{ "family": "|", "containerDefinitions": [] }', { path })).toEqual(expected);
  });

  it('of the family come from the first container at last', () => {
    const marked = '{ "family": "|", "containerDefinitions": [{ "name": "web", "image": "x" }] }';
    expect(labels(marked, { path: 'task-definition.json' })).toEqual(['"web"']);
  });

  it('of variables come from other containers', () => {
    const other =
      ', { "name": "b", "image": "c", "environment": [{ "name": "URL", "value": "x" }, { "name": "MODE", "value": "y" }] }';
    expect(labels(container('"environment": [{ "name": "URL" }, { "name": "|" }]', '', other))).toEqual([
      '"MODE"',
    ]);
    expect(labels(container('"environment": [{ "name": "URL", "value": "|" }]', '', other))).toEqual(['"x"']);
  });

  it('of the proxy properties are those that are missing, with what is usual', () => {
    const proxy = (property: string) =>
      labels(
        `{ "family": "a", "proxyConfiguration": { "properties": [{ "name": "AppPorts" }, { ${property} }] } }`,
      );
    expect(proxy('"name": "|"').slice(0, 2)).toEqual(['"IgnoredUID"', '"IgnoredGID"']);
    expect(proxy('"name": "|"')).not.toContain('"AppPorts"');
    expect(proxy('"name": "ProxyEgressPort", "value": "|"')).toEqual(['"15001"']);
  });
});

describe('images', () => {
  it('are those of this file, of other task definitions, and shapes', () => {
    const marked = `{ "containerDefinitions": [{ "image": "|" }, { "name": "b", "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/b:1" }] }`;
    const images = () => ['redis:7', '111122223333.dkr.ecr.eu-west-1.amazonaws.com/b:1'];
    expect(detailed(marked, { images })).toEqual([
      '"111122223333.dkr.ecr.eu-west-1.amazonaws.com/b:1" (used in this file)',
      '"redis:7" (used in another task definition)',
      'image in a private ECR repository',
      'image in ECR Public',
    ]);
    expect(choose(marked, 'image in a private ECR repository')).toContain(
      '"image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/<REPOSITORY>:<TAG>"',
    );
  });

  it('do not hold what is being typed', () => {
    expect(labels('{ "containerDefinitions": [{ "name": "a", "image": "ngi|" }] }')).toEqual([
      ...['image in a private ECR repository', 'image in ECR Public'],
    ]);
  });
});

describe('placeholders', () => {
  const text = (image: string) =>
    `{ "family": "\${APP}", "containerDefinitions": [{ "name": "a", "image": "${image}" }] }`;
  const marks = (marked: string) => proposals(marked).filter(({ kind }) => kind === 'placeholder');

  it('of the file are offered for whole values', () => {
    expect(marks(text('|')).map(({ label }) => label)).toEqual(['${APP}']);
    expect(choose(text('|'), '${APP}')).toBe(text('${APP}'));
    expect(choose('{ "family": "${APP}", "taskRoleArn": | }', '${APP}')).toBe(
      '{ "family": "${APP}", "taskRoleArn": "${APP}" }',
    );
  });

  it.each([
    ['behind a colon', 'app:|', '', ''],
    ['where one begins', 'app:${|', '${', ''],
    ['where one is half typed, in the middle', 'app:${A|-alpine', '${A', '-alpine'],
  ])('are offered for parts of a string, %s', (_, image, before, behind) => {
    const [mark] = marks(text(image));
    const plain = text(image);
    const offset = plain.indexOf('|', plain.indexOf('image'));
    expect(mark).toMatchObject({
      text: '${APP}',
      filter: '${APP}',
      inside: {
        insert: { start: offset - before.length, end: offset },
        replace: { start: offset - before.length, end: offset + behind.length },
      },
    });
  });

  it('are not offered in the middle of a word, for closed lists, and for numbers', () => {
    expect(marks(text('ngi|'))).toEqual([]);
    expect(marks('{ "family": "${APP}", "networkMode": "|" }')).toEqual([]);
    expect(marks('{ "family": "${APP}", "ephemeralStorage": { "sizeInGiB": | } }')).toEqual([]);
  });

  it('stand without quotes for numbers in a document that is a template already', () => {
    const template =
      '{ "family": ${APP}, "containerDefinitions": [{ "name": "a", "image": "b", "memory": | }] }';
    expect(choose(template, '${APP}')).toBe(template.replace('|', '${APP}'));
  });
});

describe('pieces', () => {
  it('are offered where an object may stand', () => {
    expect(labels('{ "containerDefinitions": [|] }')).toEqual([
      'container',
      'sidecar: log router (FireLens)',
      'sidecar: X-Ray and metrics (ADOT collector)',
      'init container: runs first and ends',
    ]);
    expect(labels('{ "volumes": [|] }')).toEqual([
      ...['scratch volume', 'EFS volume', 'EBS volume, configured at launch', 'folder of the host'],
    ]);
    expect(labels('[{ "name": "a", "image": "b" }, |]')).toContain('container');
    expect(labels(container('"logConfiguration": |'))).toEqual([
      ...['awslogs', 'awsfirelens', 'splunk', 'json-file'],
    ]);
  });

  it('leave out what is refused', () => {
    expect(labels(`{ ${FARGATE} "volumes": [|] }`)).not.toContain('folder of the host');
    expect(labels(container('"logConfiguration": |', FARGATE))).toEqual(['awslogs', 'awsfirelens', 'splunk']);
  });

  it('fill a document that is empty', () => {
    expect(labels('|')).toEqual(['task on Fargate', 'task on EC2']);
    for (const label of labels('|')) expect(JSON.parse(choose('|', label))).toMatchObject({ family: 'shop' });
    expect(choose('|', 'task on EC2')).toBe(
      [
        '{',
        '  "family": "shop",',
        '  "requiresCompatibilities": ["EC2"],',
        '  "networkMode": "bridge",',
        '  "containerDefinitions": [',
        '    {',
        '      "name": "app",',
        '      "image": "<IMAGE>",',
        '      "essential": true,',
        '      "memory": 512,',
        '      "portMappings": [',
        '        {',
        '          "containerPort": 80',
        '        }',
        '      ],',
        '      "logConfiguration": {',
        '        "logDriver": "awslogs",',
        '        "options": {',
        '          "awslogs-group": "/ecs/<NAME>",',
        '          "awslogs-region": "<REGION>",',
        '          "awslogs-stream-prefix": "app"',
        '        }',
        '      }',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  it('make a list where one has to stand, and stand behind what is there with a comma between', () => {
    expect(JSON.parse(choose('{ "volumes": | }', 'scratch volume'))).toEqual({ volumes: [{ name: 'data' }] });
    expect(JSON.parse(choose('{ "volumes": [{ "name": "a" } |] }', 'scratch volume'))).toEqual({
      volumes: [{ name: 'a' }, { name: 'data' }],
    });
  });

  it('are found by their names', () => {
    expect(proposals('{ "containerDefinitions": [|] }')[0]).toMatchObject({
      kind: 'piece',
      filter: 'container',
    });
  });

  const places: Record<string, string> = {
    TaskDefinition: '|',
    ContainerDefinition: '{ "containerDefinitions": [|] }',
    PortMapping: '{ "containerDefinitions": [{ "portMappings": [|] }] }',
    LogConfiguration: '{ "containerDefinitions": [{ "logConfiguration": | }] }',
    HealthCheck: '{ "containerDefinitions": [{ "healthCheck": | }] }',
    Secret: '{ "containerDefinitions": [{ "secrets": [|] }] }',
    KeyValuePair: '{ "containerDefinitions": [{ "environment": [|] }] }',
    MountPoint: '{ "containerDefinitions": [{ "mountPoints": [|] }] }',
    ContainerDependency: '{ "containerDefinitions": [{ "dependsOn": [|] }] }',
    Volume: '{ "volumes": [|] }',
    ProxyConfiguration: '{ "proxyConfiguration": | }',
  };

  it('are all tried here', () => {
    expect(Object.keys(places).sort()).toEqual(Object.keys(PIECES).sort());
  });

  it.each(Object.entries(places))('leave valid JSON without a sign of a stop: %s', (_, marked) => {
    const found = labels(marked);
    expect(found).not.toEqual([]);
    for (const label of found) {
      const result = choose(marked, label);
      expect(parseJson(result).problems, result).toEqual([]);
      expect(result).not.toMatch(/[\uE000-\uE00F]/);
    }
  });
});

describe('nothing is offered', () => {
  it.each([
    ['in a document of another kind', '{ "name": "x", | }', 'file:///p/package.json'],
    ['in an empty document of another name', '|', 'file:///p/data.json'],
    ['in an empty object of another name', '{ | }', 'file:///p/data.json'],
    ['in a map of labels', container('"dockerLabels": { | }'), AROUND.path],
    ['in the middle of a number', container('"memory": 5|12'), AROUND.path],
    ['behind a closed string', '{ "family": "web"| }', AROUND.path],
    ['between key and colon', '{ "family" | : "web" }', AROUND.path],
    ['in a comment up to the end of its line', '{ // a|\n }', AROUND.path],
    ['in a comment', '{ /* | */ }', AROUND.path],
    ['in a comment that is not closed', '{ /* |', AROUND.path],
    ['before an object that is there', container('"healthCheck": | {}'), AROUND.path],
    ["for words of one's own", container('"hostname": "|"'), AROUND.path],
  ])('%s', (_, marked, path) => {
    expect(labels(marked, { path })).toEqual([]);
  });
});
