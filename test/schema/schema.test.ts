import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { fullTaskDefinition } from './fullTaskDefinition';
import { type Schema, schema, schemaMembers } from './schemaMembers';

const ajv = new Ajv({ strict: true, allErrors: true, verbose: true });
ajv.addVocabulary(['patternErrorMessage', 'enumDescriptions', 'deprecationMessage']);
const validate = ajv.compile(schema);

interface Violation {
  keyword: string;
  at: string;
  /** The part of the schema that holds the violated keyword. */
  node: Schema;
}

function violations(document: unknown): Violation[] {
  validate(document);
  return (validate.errors ?? []).map(({ keyword, instancePath, parentSchema }) => ({
    keyword,
    at: instancePath,
    node: parentSchema ?? {},
  }));
}

/** Violations as `keyword at pointer`, sorted. */
const brief = (document: unknown): string[] =>
  violations(document)
    .map((v) => `${v.keyword} at ${v.at}`)
    .sort();

type Json = Record<string, unknown>;

/** The full task definition with one value replaced, or removed where `value` is undefined. */
function change(pointer: string, value: unknown): Json {
  const document: Json = structuredClone(fullTaskDefinition);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  let parent = document;
  for (const key of keys) {
    const next = parent[key];
    if (typeof next !== 'object' || next === null) throw new Error(`Nothing at ${key} of ${pointer}`);
    parent = next as Json;
  }
  if (!(last in parent)) throw new Error(`The full task definition has nothing at ${pointer}`);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return document;
}

/** All schema nodes below `node`, with their JSON pointers. */
function nodes(node: Schema, pointer = '#'): [string, Schema][] {
  const inner: [string, Schema][] = [
    ...Object.entries(node.properties ?? {}).map(([k, v]): [string, Schema] => [`/properties/${k}`, v]),
    ...Object.entries(node.definitions ?? {}).map(([k, v]): [string, Schema] => [`/definitions/${k}`, v]),
    ...(node.items ? [['/items', node.items] as [string, Schema]] : []),
  ];
  return [[pointer, node], ...inner.flatMap(([step, child]) => nodes(child, pointer + step))];
}

const allNodes = nodes(schema);
const container = '/containerDefinitions/0';
const letters = (count: number): string => 'a'.repeat(count);
const list = (count: number, item: unknown): unknown[] => Array.from({ length: count }, () => item);

describe('the schema as a document', () => {
  it('compiles in strict mode and names itself', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema.$id).toBe(
      'https://raw.githubusercontent.com/ecs-taskdef/ecs-taskdef/main/schemas/task-definition.schema.json',
    );
    expect(schema.title).toBe('Amazon ECS task definition');
  });

  it('uses only keywords that need no cross-field logic', () => {
    const known = new Set(
      [
        '$schema $id title definitions $ref description deprecated deprecationMessage default examples',
        'type properties required additionalProperties items enum enumDescriptions pattern patternErrorMessage',
        'minimum maximum minLength maxLength minItems maxItems',
      ]
        .join(' ')
        .split(' '),
    );
    const unknown = allNodes.flatMap(([at, node]) =>
      Object.keys(node)
        .filter((keyword) => !known.has(keyword))
        .map((keyword) => `${at}/${keyword}`),
    );
    expect(unknown).toEqual([]);
  });

  it('has 166 members', () => {
    expect(schemaMembers().size).toBe(166);
  });

  it('has the members of the fact file, in its order', ({ skip }) => {
    const facts = path.resolve(__dirname, '../../../shared/facts/members.json');
    skip(!existsSync(facts), '../shared/facts/members.json is not here');
    const members: { path: string }[] = JSON.parse(readFileSync(facts, 'utf8'));
    expect([...schemaMembers().keys()]).toEqual(members.map((member) => member.path));
  });

  it('closes every object, except maps of strings', () => {
    const open = allNodes.filter(
      ([, node]) =>
        node.type === 'object' &&
        (node.properties ? node.additionalProperties !== false : !node.additionalProperties),
    );
    expect(open.map(([at]) => at)).toEqual([]);
  });

  it('uses every definition', () => {
    const used = new Set(allNodes.flatMap(([, node]) => node.$ref ?? []));
    const all = Object.keys(schema.definitions ?? {}).map((name) => `#/definitions/${name}`);
    expect([...used].sort()).toEqual(all.sort());
  });

  it('describes every property and definition in a sentence', () => {
    const bare = allNodes.flatMap(([at, node]) =>
      Object.entries({ ...node.properties, ...node.definitions })
        .filter(([, child]) => !/^\S.*\.$/.test(child.description ?? ''))
        .map(([name]) => `${name} of ${at}`),
    );
    expect(bare).toEqual([]);
  });

  it('says in words what each pattern allows', () => {
    const mute = allNodes.filter(
      ([, node]) => (node.pattern === undefined) !== (node.patternErrorMessage === undefined),
    );
    expect(mute.map(([at]) => at)).toEqual([]);
    expect(allNodes.filter(([, node]) => node.pattern).length).toBeGreaterThan(5);
  });

  it('describes each value of each enum', () => {
    const uneven = allNodes.filter(([, node]) => node.enum?.length !== node.enumDescriptions?.length);
    expect(uneven.map(([at]) => at)).toEqual([]);
  });

  it('has defaults and examples that it accepts itself', () => {
    const wrong: string[] = [];
    for (const [at, node] of allNodes) {
      const values = [...('default' in node ? [node.default] : []), ...(node.examples ?? [])];
      if (values.length === 0) continue;
      const accepts = ajv.compile(node);
      for (const value of values) if (!accepts(value)) wrong.push(`${at}: ${JSON.stringify(value)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('what the schema accepts', () => {
  it('a definition with every member', () => {
    expect(brief(fullTaskDefinition)).toEqual([]);
    const paths = new Set<string>();
    const walk = (value: unknown, at: string): void => {
      if (Array.isArray(value)) for (const item of value) walk(item, `${at}[]`);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          const here = at ? `${at}.${key}` : key;
          if (!schemaMembers().has(here)) continue;
          paths.add(here);
          walk(inner, here);
        }
      }
    };
    walk(fullTaskDefinition, '');
    expect([...schemaMembers().keys()].filter((member) => !paths.has(member))).toEqual([]);
  });

  it('the smallest definition', () => {
    expect(brief({ family: 'a', containerDefinitions: [{ name: 'a', image: 'a' }] })).toEqual([]);
  });

  // What registers although it looks wrong, or what a rule judges with a sentence of its own.
  it.each<[string, unknown]>([
    ['/cpu', '1'],
    ['/cpu', '.5 vCPU'],
    ['/memory', '2 GB'],
    ['/memory', ''],
    ['/executionRoleArn', ''],
    ['/taskRoleArn', 'web'],
    ['/requiresCompatibilities', []],
    ['/placementConstraints', []],
    ['/placementConstraints/0/type', undefined],
    ['/inferenceAccelerators', []],
    ['/volumes/0', {}],
    ['/volumes/0/host', {}],
    ['/volumes/0/s3filesVolumeConfiguration/transitEncryptionPort', 65536],
    ['/tags/0/value', ''],
    ['/proxyConfiguration/properties/0/name', undefined],
    ['/proxyConfiguration/properties/0/value', ''],
    [`${container}/image`, `nginx@sha256:${letters(64)}`],
    [`${container}/image`, 'registry.example.com:5000/team/app:1.0'],
    [`${container}/cpu`, 300000],
    [`${container}/memory`, 1],
    [`${container}/memoryReservation`, 0],
    [`${container}/links`, ['not a link']],
    [`${container}/portMappings/0`, {}],
    [`${container}/portMappings/0/protocol`, 'http'],
    [`${container}/environment/0/value`, undefined],
    [`${container}/environment/0/value`, ''],
    [`${container}/environmentFiles/0/value`, 's3://settings/web.env'],
    [`${container}/mountPoints/0/containerPath`, undefined],
    [`${container}/startTimeout`, 15000],
    [`${container}/stopTimeout`, 86400],
    [`${container}/user`, '0'],
    [`${container}/dnsSearchDomains`, ['*']],
    [`${container}/healthCheck/command`, []],
    [`${container}/healthCheck/command`, ['/healthcheck']],
    [`${container}/linuxParameters/maxSwap`, -1],
    [`${container}/linuxParameters/swappiness`, 101],
    [`${container}/linuxParameters/capabilities/add`, ['CHECKPOINT_RESTORE']],
    [`${container}/linuxParameters/tmpfs/0/mountOptions`, ['size=1m']],
    [`${container}/systemControls/0/namespace`, 'vm.max_map_count'],
    [`${container}/resourceRequirements/0/value`, undefined],
    [`${container}/resourceRequirements/0/sharingStrategy/nvidiaMps/maxComputePercent`, 0],
    [`${container}/dockerLabels`, {}],
  ])('%s as %j', (pointer, value) => {
    expect(brief(change(pointer, value))).toEqual([]);
  });
});

/** Where a limit is, what it is called, the nearest value it refuses, the nearest it accepts. */
const limits: [pointer: string, keyword: string, refused: unknown, accepted: unknown][] = [
  ['/family', 'pattern', '', 'a'],
  ['/family', 'pattern', letters(256), letters(255)],
  ['/family', 'pattern', 'web app', 'web_app-2'],
  ['/family', 'pattern', 'wéb', 'Web'],
  ['/containerDefinitions', 'minItems', [], [{ name: 'a', image: 'a' }]],
  [
    '/containerDefinitions',
    'maxItems',
    list(11, { name: 'a', image: 'a' }),
    list(10, { name: 'a', image: 'a' }),
  ],
  ['/taskRoleArn', 'minLength', '', 'r'],
  ['/cpu', 'minLength', '', '2'],
  ['/placementConstraints', 'maxItems', list(11, {}), list(10, {})],
  ['/tags', 'minItems', [], [{ key: 'a' }]],
  ['/tags', 'maxItems', list(51, { key: 'a' }), list(50, { key: 'a' })],
  ['/tags/0/key', 'minLength', '', 'a'],
  ['/tags/0/key', 'maxLength', letters(129), letters(128)],
  ['/tags/0/key', 'pattern', 'cost*centre', 'Kosten stelle/é+-@=_.:1'],
  ['/tags/0/value', 'maxLength', letters(257), letters(256)],
  ['/tags/0/value', 'pattern', 'a,b', 'a b'],
  ['/ephemeralStorage/sizeInGiB', 'minimum', 20, 21],
  ['/ephemeralStorage/sizeInGiB', 'maximum', 201, 200],
  ['/volumes/0/name', 'pattern', 'my.data', 'my_data-1'],
  ['/volumes/0/name', 'pattern', letters(256), letters(255)],
  ['/volumes/0/host/sourcePath', 'pattern', '', '/'],
  ['/volumes/0/host/sourcePath', 'pattern', ' ', ' /'],
  ['/volumes/0/dockerVolumeConfiguration/driver', 'minLength', '', 'a'],
  ['/volumes/0/efsVolumeConfiguration/transitEncryptionPort', 'minimum', -1, 0],
  ['/volumes/0/efsVolumeConfiguration/transitEncryptionPort', 'maximum', 65536, 65535],
  [`${container}/name`, 'pattern', '', 'a'],
  [`${container}/name`, 'pattern', 'my.app', 'my_app-1'],
  [`${container}/name`, 'pattern', letters(256), letters(255)],
  [`${container}/image`, 'pattern', letters(256), letters(255)],
  [`${container}/image`, 'pattern', `${letters(256)}@sha256:0`, `${letters(255)}@sha256:0`],
  [`${container}/image`, 'pattern', 'nginx:1.27 ', 'nginx:1.27'],
  [`${container}/image`, 'pattern', 'nginx@md5:0', 'nginx@sha256:0'],
  [`${container}/image`, 'pattern', '<IMAGE1_NAME>', 'IMAGE1_NAME'],
  [`${container}/cpu`, 'minimum', -1, 0],
  [`${container}/portMappings/0/containerPort`, 'minimum', 0, 1],
  [`${container}/portMappings/0/containerPort`, 'maximum', 65536, 65535],
  [`${container}/portMappings/0/hostPort`, 'minimum', -1, 0],
  [`${container}/portMappings/0/hostPort`, 'maximum', 65536, 65535],
  [`${container}/portMappings/0/name`, 'pattern', '', '_'],
  [`${container}/portMappings/0/name`, 'pattern', 'Http', 'http'],
  [`${container}/portMappings/0/name`, 'pattern', '-http', 'http-'],
  [`${container}/portMappings/0/name`, 'pattern', letters(65), letters(64)],
  [`${container}/portMappings/0/containerPortRange`, 'pattern', '8000', '8000-8001'],
  [`${container}/portMappings/0/containerPortRange`, 'pattern', '8000-100000', '8000-10000'],
  [`${container}/portMappings/0/containerPortRange`, 'pattern', '8000 - 8010', '8000-8010'],
  [`${container}/restartPolicy/ignoredExitCodes`, 'maxItems', list(51, 0), list(50, 0)],
  [`${container}/restartPolicy/restartAttemptPeriod`, 'minimum', 59, 60],
  [`${container}/restartPolicy/restartAttemptPeriod`, 'maximum', 1801, 1800],
  [`${container}/environment/0/name`, 'pattern', '', 'a'],
  [`${container}/environment/0/name`, 'pattern', ' ', ' a'],
  [
    `${container}/environmentFiles`,
    'maxItems',
    list(11, { type: 's3', value: 'a' }),
    list(10, { type: 's3', value: 'a' }),
  ],
  [`${container}/linuxParameters/sharedMemorySize`, 'minimum', 0, 1],
  [`${container}/linuxParameters/tmpfs/0/size`, 'minimum', 0, 1],
  [`${container}/startTimeout`, 'minimum', 1, 2],
  [`${container}/stopTimeout`, 'minimum', 1, 2],
  [`${container}/workingDirectory`, 'minLength', '', '/'],
  [`${container}/healthCheck/interval`, 'minimum', 4, 5],
  [`${container}/healthCheck/interval`, 'maximum', 301, 300],
  [`${container}/healthCheck/timeout`, 'minimum', 1, 2],
  [`${container}/healthCheck/timeout`, 'maximum', 61, 60],
  [`${container}/healthCheck/retries`, 'minimum', 0, 1],
  [`${container}/healthCheck/retries`, 'maximum', 11, 10],
  [`${container}/healthCheck/startPeriod`, 'minimum', -1, 0],
  [`${container}/healthCheck/startPeriod`, 'maximum', 301, 300],
  [`${container}/credentialSpecs`, 'maxItems', list(2, 'a'), ['a']],
];

describe('the limits of the schema', () => {
  it.each(limits)('%s: %s refuses %j', (pointer, keyword, refused, accepted) => {
    expect(brief(change(pointer, refused))).toEqual([`${keyword} at ${pointer}`]);
    expect(brief(change(pointer, accepted))).toEqual([]);
  });

  it('an empty image is too short and matches no pattern', () => {
    const pointer = `${container}/image`;
    expect(brief(change(pointer, ''))).toEqual([`minLength at ${pointer}`, `pattern at ${pointer}`]);
    expect(brief(change(pointer, 'a'))).toEqual([]);
  });

  it('are all in the table above', () => {
    const kinds = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'];
    const tried = [
      ...limits.map(([pointer, , refused]) => change(pointer, refused)),
      change(`${container}/image`, ''),
    ].flatMap(violations);
    const untried = allNodes.flatMap(([at, node]) =>
      kinds
        .filter((kind) => kind in node && !tried.some((v) => v.node === node && v.keyword === kind))
        .map((kind) => `${at}/${kind}`),
    );
    expect(untried).toEqual([]);
  });
});

describe('values of the wrong kind', () => {
  it.each<[string, unknown, unknown]>([
    ['/networkMode', 'default', 'bridge'],
    ['/requiresCompatibilities/0', 'fargate', 'MANAGED_INSTANCES'],
    ['/pidMode', 'none', 'host'],
    ['/ipcMode', 'container', 'none'],
    ['/runtimePlatform/cpuArchitecture', 'arm64', 'ARM64'],
    ['/runtimePlatform/operatingSystemFamily', 'WINDOWS_SERVER_2022', 'WINDOWS_SERVER_2022_CORE'],
    ['/placementConstraints/0/type', 'distinctInstance', 'memberOf'],
    ['/proxyConfiguration/type', 'appmesh', 'APPMESH'],
    ['/volumes/0/dockerVolumeConfiguration/scope', 'Task', 'task'],
    ['/volumes/0/efsVolumeConfiguration/transitEncryption', 'enabled', 'DISABLED'],
    ['/volumes/0/efsVolumeConfiguration/authorizationConfig/iam', 'enabled', 'DISABLED'],
    [`${container}/portMappings/0/appProtocol`, 'HTTP', 'grpc'],
    [`${container}/environmentFiles/0/type`, 'S3', 's3'],
    [`${container}/dependsOn/0/condition`, 'RUNNING', 'SUCCESS'],
    [`${container}/versionConsistency`, 'ENABLED', 'disabled'],
    [`${container}/ulimits/0/name`, 'memory', 'memlock'],
    [`${container}/logConfiguration/logDriver`, 'cloudwatch', 'json-file'],
    [`${container}/linuxParameters/devices/0/permissions/0`, 'rw', 'mknod'],
    [`${container}/resourceRequirements/0/type`, 'gpu', 'NeuronDevice'],
    [`${container}/firelensConfiguration/type`, 'fluent-bit', 'fluentd'],
  ])('%s may not be %j', (pointer, refused, accepted) => {
    expect(brief(change(pointer, refused))).toEqual([`enum at ${pointer}`]);
    expect(brief(change(pointer, accepted))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['/cpu', 512],
    ['/memory', null],
    ['/containerDefinitions', {}],
    ['/containerDefinitions/0', 'app'],
    [`${container}/memory`, '512'],
    [`${container}/memory`, 512.5],
    [`${container}/essential`, 'true'],
    [`${container}/command`, 'serve'],
    [`${container}/environment`, { LOG_LEVEL: 'info' }],
    [`${container}/environment/0/value`, 1],
    [`${container}/dockerLabels/team`, true],
    [`${container}/logConfiguration/options/awslogs-group`, null],
  ])('%s has another type than %j', (pointer, value) => {
    expect(brief(change(pointer, value))).toEqual([`type at ${pointer}`]);
  });
});

/** Pointers to every object of the full task definition, maps of strings left out. */
function objects(value: unknown = fullTaskDefinition, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, child]) => objects(child, `${pointer}/${key}`));
  const isMap = /\/(dockerLabels|options|driverOpts|labels)$/.test(pointer);
  return Array.isArray(value) || isMap ? inner : [pointer, ...inner];
}

describe('missing and unknown keys', () => {
  it('has no place where an unknown key passes', () => {
    const passing = objects().filter((pointer) => {
      const document = pointer === '' ? { ...fullTaskDefinition } : change(pointer, undefined);
      const target = pointer
        .split('/')
        .slice(1)
        .reduce<Json>((at, key) => at[key] as Json, fullTaskDefinition);
      const spoilt =
        pointer === '' ? { ...document, $comment: '' } : change(pointer, { ...target, $comment: '' });
      return brief(spoilt).join() !== `additionalProperties at ${pointer}`;
    });
    expect(passing).toEqual([]);
  });

  it('knows which members must be there', () => {
    const required = objects().flatMap((pointer) => {
      const target = pointer
        .split('/')
        .slice(1)
        .reduce<Json>((at, key) => at[key] as Json, fullTaskDefinition);
      return Object.keys(target)
        .filter((key) => brief(change(`${pointer}/${key}`, undefined)).join() === `required at ${pointer}`)
        .map((key) => `${pointer}/${key}`);
    });
    expect(required.sort()).toEqual(
      [
        '/family',
        '/containerDefinitions',
        `${container}/name`,
        `${container}/image`,
        `${container}/repositoryCredentials/credentialsParameter`,
        `${container}/restartPolicy/enabled`,
        `${container}/environment/0/name`,
        `${container}/environmentFiles/0/value`,
        `${container}/environmentFiles/0/type`,
        `${container}/mountPoints/0/sourceVolume`,
        `${container}/volumesFrom/0/sourceContainer`,
        `${container}/linuxParameters/devices/0/hostPath`,
        `${container}/linuxParameters/tmpfs/0/containerPath`,
        `${container}/linuxParameters/tmpfs/0/size`,
        `${container}/secrets/0/name`,
        `${container}/secrets/0/valueFrom`,
        `${container}/dependsOn/0/containerName`,
        `${container}/dependsOn/0/condition`,
        `${container}/extraHosts/0/hostname`,
        `${container}/extraHosts/0/ipAddress`,
        `${container}/ulimits/0/name`,
        `${container}/ulimits/0/softLimit`,
        `${container}/ulimits/0/hardLimit`,
        `${container}/logConfiguration/logDriver`,
        `${container}/logConfiguration/secretOptions/0/name`,
        `${container}/logConfiguration/secretOptions/0/valueFrom`,
        `${container}/healthCheck/command`,
        `${container}/resourceRequirements/0/type`,
        `${container}/resourceRequirements/0/sharingStrategy/nvidiaMps`,
        `${container}/resourceRequirements/0/sharingStrategy/nvidiaMps/memory`,
        `${container}/firelensConfiguration/type`,
        '/volumes/0/efsVolumeConfiguration/fileSystemId',
        '/volumes/0/s3filesVolumeConfiguration/fileSystemArn',
        '/volumes/0/fsxWindowsFileServerVolumeConfiguration/fileSystemId',
        '/volumes/0/fsxWindowsFileServerVolumeConfiguration/rootDirectory',
        '/volumes/0/fsxWindowsFileServerVolumeConfiguration/authorizationConfig',
        '/volumes/0/fsxWindowsFileServerVolumeConfiguration/authorizationConfig/credentialsParameter',
        '/volumes/0/fsxWindowsFileServerVolumeConfiguration/authorizationConfig/domain',
        '/proxyConfiguration/containerName',
        '/proxyConfiguration/properties/0/value',
        '/inferenceAccelerators/0/deviceName',
        '/inferenceAccelerators/0/deviceType',
        '/ephemeralStorage/sizeInGiB',
      ].sort(),
    );
  });
});
