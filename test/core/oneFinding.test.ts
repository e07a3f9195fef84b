import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/core/settings';

/**
 * One mistake, one finding: a key under another name, or in another place, is told once, and nobody misses it where it
 * belongs.
 */
type Members = Readonly<Record<string, unknown>>;

const ROLE = 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole';
const SECRETS = [{ name: 'A', valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf' }];
const AWSLOGS = {
  'awslogs-group': '/ecs/web',
  'awslogs-region': 'eu-west-1',
  'awslogs-stream-prefix': 'app',
};
const MOUNTS = [{ sourceVolume: 'd', containerPath: '/d' }];
const LAUNCH = [{ name: 'd', configuredAtLaunch: true }];
const ROUTER = { type: 'fluentbit' };
const CHECK = { command: ['CMD-SHELL', 'true'] };

const fargate = (task: Members = {}, container: Members = {}) => ({
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: ROLE,
  containerDefinitions: [{ name: 'app', image: 'nginx:1.27', ...container }],
  ...task,
});
const ec2 = (task: Members = {}, container: Members = {}) => ({
  family: 'web',
  containerDefinitions: [{ name: 'app', image: 'nginx:1.27', memory: 128, ...container }],
  ...task,
});
/** As `ec2`, with a second container. */
const pair = (app: Members, side: Members, task: Members = {}) => ({
  family: 'web',
  containerDefinitions: [
    { name: 'app', image: 'nginx:1.27', memory: 128, ...app },
    { name: 'side', image: 'busybox:1', memory: 64, ...side },
  ],
  ...task,
});
const logs = (logConfiguration: Members) => fargate({}, { logConfiguration });
const efs = (efsVolumeConfiguration: Members) =>
  ec2({
    volumes: [
      { name: 'd', efsVolumeConfiguration: { fileSystemId: 'fs-01234567', ...efsVolumeConfiguration } },
    ],
  });
const proxy = (proxyConfiguration: Members) =>
  ec2({ networkMode: 'awsvpc', proxyConfiguration: { type: 'APPMESH', ...proxyConfiguration } });
const PROXY_PROPERTIES = ['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts', 'IgnoredUID'].map((name) => ({
  name,
  value: '1337',
}));

/** What is found that is more than advice: `rule pointer`. */
function found(document: unknown, settings: Partial<Settings> = {}): string[] {
  const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  const options = {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    syntaxErrors: true,
    commentErrors: true,
    log: (line: string) => {
      throw new Error(line);
    },
  };
  return lint(new Analysis(text, 'task-definition.json', true), options)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, pointer }) => `${rule} ${pointer}`);
}

const UNKNOWN = 'schema/unknown-key';
const MISPLACED = 'schema/misplaced-key';
const app = '/containerDefinitions/0';
const side = '/containerDefinitions/1';
const log = `${app}/logConfiguration`;

const cases: Readonly<Record<string, readonly [document: unknown, finding: string]>> = {
  'another name of the execution role': [
    fargate({ executionRoleArn: undefined, executionRole: ROLE }, { secrets: SECRETS }),
    `${UNKNOWN} /executionRole`,
  ],
  'a typing error in the execution role': [
    fargate({ executionRoleArn: undefined, executionRoleArm: ROLE }, { secrets: SECRETS }),
    `${UNKNOWN} /executionRoleArm`,
  ],
  'the execution role in a container': [
    fargate({ executionRoleArn: undefined }, { secrets: SECRETS, executionRoleArn: ROLE }),
    `${MISPLACED} ${app}/executionRoleArn`,
  ],
  "another name of a container's memory": [ec2({}, { memory: undefined, mem: 128 }), `${UNKNOWN} ${app}/mem`],
  "a container's memory too far inside": [
    ec2({}, { memory: undefined, linuxParameters: { memory: 128 } }),
    `${MISPLACED} ${app}/linuxParameters/memory`,
  ],
  "a typing error in the task's cpu": [fargate({ cpu: undefined, cpus: '256' }), `${UNKNOWN} /cpus`],
  "another name of the task's memory": [
    fargate({ memory: undefined, taskMemory: '512' }),
    `${UNKNOWN} /taskMemory`,
  ],
  'another name of the network mode': [
    fargate({ networkMode: undefined, netMode: 'awsvpc' }),
    `${UNKNOWN} /netMode`,
  ],
  'the network mode in a container': [
    fargate({ networkMode: undefined }, { networkMode: 'awsvpc' }),
    `${MISPLACED} ${app}/networkMode`,
  ],
  'another name of the launch types': [
    ec2({ ephemeralStorage: { sizeInGiB: 30 }, requireCompatibilities: ['FARGATE'] }),
    `${UNKNOWN} /requireCompatibilities`,
  ],
  'a launch type as a request to run a task has it': [
    ec2({ ephemeralStorage: { sizeInGiB: 30 }, launchType: 'FARGATE' }),
    `${MISPLACED} /launchType`,
  ],
  'another name of the volumes': [
    ec2({ volume: [{ name: 'd' }] }, { mountPoints: MOUNTS }),
    `${UNKNOWN} /volume`,
  ],
  'the volumes in a container': [
    ec2({}, { volumes: [{ name: 'd' }], mountPoints: MOUNTS }),
    `${MISPLACED} ${app}/volumes`,
  ],
  'a volume of the task whose name has another key': [
    ec2({ volumes: [{ volumeName: 'd' }] }, { mountPoints: MOUNTS }),
    `${UNKNOWN} /volumes/0/volumeName`,
  ],
  'another name of the mount points': [
    ec2({ volumes: LAUNCH }, { volumeMounts: MOUNTS }),
    `${UNKNOWN} ${app}/volumeMounts`,
  ],
  'mount points at the top': [
    pair({}, {}, { volumes: LAUNCH, mountPoints: MOUNTS }),
    `${MISPLACED} /mountPoints`,
  ],
  'another name of a health check that is waited for': [
    pair({ dependsOn: [{ containerName: 'side', condition: 'HEALTHY' }] }, { healthChecks: CHECK }),
    `${UNKNOWN} ${side}/healthChecks`,
  ],
  'a health check at the top': [
    pair({ dependsOn: [{ containerName: 'side', condition: 'HEALTHY' }] }, {}, { healthCheck: CHECK }),
    `${MISPLACED} /healthCheck`,
  ],
  'a typing error in essential': [
    pair({ dependsOn: [{ containerName: 'side', condition: 'SUCCESS' }] }, { esential: false }),
    `${UNKNOWN} ${side}/esential`,
  ],
  'another name of the log router': [
    pair(
      { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } } },
      { firelens: ROUTER },
    ),
    `${UNKNOWN} ${side}/firelens`,
  ],
  'the log router at the top': [
    pair(
      { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } } },
      {},
      { firelensConfiguration: ROUTER },
    ),
    `${MISPLACED} /firelensConfiguration`,
  ],
  'another name of the logs that the router takes': [
    pair(
      { logConfig: { logDriver: 'awsfirelens', options: { Name: 'stdout' } } },
      { firelensConfiguration: ROUTER },
    ),
    `${UNKNOWN} ${app}/logConfig`,
  ],
  'another name of the log options': [
    logs({ logDriver: 'awslogs', logOptions: AWSLOGS }),
    `${UNKNOWN} ${log}/logOptions`,
  ],
  'the log options without the braces of options': [
    logs({ logDriver: 'awslogs', ...AWSLOGS }),
    `${MISPLACED} ${log}/awslogs-group`,
  ],
  'a log option beside options': [
    logs({
      logDriver: 'awslogs',
      'awslogs-region': 'eu-west-1',
      options: { ...AWSLOGS, 'awslogs-region': undefined },
    }),
    `${MISPLACED} ${log}/awslogs-region`,
  ],
  'the secrets of a log driver under the name that a container has for them': [
    logs({
      logDriver: 'splunk',
      options: { 'splunk-url': 'https://splunk.example.com:8088' },
      secrets: [{ ...SECRETS[0], name: 'splunk-token' }],
    }),
    `${MISPLACED} ${log}/secrets`,
  ],
  'the configuration file of the log router without the braces of options': [
    pair(
      { logConfiguration: { logDriver: 'awsfirelens' } },
      {
        firelensConfiguration: { ...ROUTER, 'config-file-type': 'file', 'config-file-value': '/extra.conf' },
      },
    ),
    `${MISPLACED} ${side}/firelensConfiguration/config-file-type`,
  ],
  'half of the configuration file beside options': [
    pair(
      { logConfiguration: { logDriver: 'awsfirelens' } },
      {
        firelensConfiguration: {
          ...ROUTER,
          'config-file-type': 'file',
          options: { 'config-file-value': '/extra.conf' },
        },
      },
    ),
    `${MISPLACED} ${side}/firelensConfiguration/config-file-type`,
  ],
  'a typing error in a protocol, without which two ports are one': [
    ec2(
      { networkMode: 'host' },
      { portMappings: [{ containerPort: 53 }, { containerPort: 53, protcol: 'udp' }] },
    ),
    `${UNKNOWN} ${app}/portMappings/1/protcol`,
  ],
  'encryption among the authorization': [
    efs({ authorizationConfig: { iam: 'ENABLED', transitEncryption: 'ENABLED' } }),
    `${MISPLACED} /volumes/0/efsVolumeConfiguration/authorizationConfig/transitEncryption`,
  ],
  'a typing error in the encryption': [
    efs({ authorizationConfig: { iam: 'ENABLED' }, transitEncrytion: 'ENABLED' }),
    `${UNKNOWN} /volumes/0/efsVolumeConfiguration/transitEncrytion`,
  ],
  "CloudFormation's name of the proxy's properties": [
    proxy({ containerName: 'app', proxyConfigurationProperties: PROXY_PROPERTIES }),
    `${UNKNOWN} /proxyConfiguration/proxyConfigurationProperties`,
  ],
  "another name of the proxy's container": [
    proxy({ name: 'app', properties: PROXY_PROPERTIES }),
    `${UNKNOWN} /proxyConfiguration/name`,
  ],
  'another name of how many GPUs': [
    ec2({}, { resourceRequirements: [{ type: 'GPU', count: '1' }] }),
    `${UNKNOWN} ${app}/resourceRequirements/0/count`,
  ],
  'another name of the task role that S3 Files needs': [
    ec2({
      taskRole: ROLE,
      volumes: [
        {
          name: 'd',
          s3filesVolumeConfiguration: {
            fileSystemArn: 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0',
          },
        },
      ],
    }),
    `${UNKNOWN} /taskRole`,
  ],
  'an image at the top, which two containers may lack': [
    pair({ image: undefined }, { image: undefined }, { image: 'nginx:1.27' }),
    `${MISPLACED} /image`,
  ],
  'output of describe-task-definition is looked at in the same way': [
    {
      taskDefinition: pair(
        { dependsOn: [{ containerName: 'side', condition: 'SUCCESS' }] },
        { esential: false },
      ),
    },
    'describe-output /taskDefinition',
  ],
  'a whole task definition under a key of its own': [
    { TaskDefinition: ec2() },
    `${MISPLACED} /TaskDefinition`,
  ],
  'a resource of CloudFormation': [
    {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: { ContainerDefinitions: [{ Name: 'app', Image: 'nginx:1.27' }] },
    },
    `${MISPLACED} /Properties`,
  ],
  'a container under a key of its own': [
    {
      family: 'web',
      containerDefinitions: [{ container: { name: 'app', image: 'nginx:1.27', memory: 128 } }],
    },
    `${MISPLACED} ${app}/container`,
  ],
  'a task definition in a list': [[fargate()], 'schema/type '],
  'two task definitions in a list': [[ec2(), ec2()], 'schema/type '],
};

describe('one mistake, one finding', () => {
  it.each(Object.entries(cases))('%s', (_, [document, finding]) => {
    const inDescribeOutput = finding.startsWith('describe-output')
      ? [`${UNKNOWN} /taskDefinition${side}/esential`]
      : [];
    expect(found(document)).toEqual([finding, ...inDescribeOutput]);
  });

  it('holds for a list of containers alone', () => {
    const { containerDefinitions } = pair(
      { dependsOn: [{ containerName: 'side', condition: 'HEALTHY' }] },
      { healthChecks: CHECK },
    );
    expect(found(containerDefinitions)).toEqual([`${UNKNOWN} /1/healthChecks`]);
  });

  it('holds where nobody wants to hear of unknown keys', () => {
    const [document] = cases['another name of the execution role'] ?? [];
    expect(found(document, { rules: { [UNKNOWN]: 'off' } })).toEqual([]);
    expect(found(document, { rules: { [UNKNOWN]: 'hint' } })).toEqual([]);
    expect(found(document, { unknownKeys: 'warning' })).toEqual([`${UNKNOWN} /executionRole`]);
  });
});

describe('a syntax error is told alone', () => {
  const container = (members: string) =>
    `{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27", ${members}}]}`;

  it.each([
    ['a line break in a string', container('"user": "a\nb", "memory": 128')],
    ['a key in single quotes', container(`'memory': 128, "essential": true`)],
    ['a number with a leading zero', container('"memory": 0128')],
    ['a hexadecimal number', container('"memory": 0x80')],
    [
      "a missing bracket, behind which the task's keys are read as the container's",
      JSON.stringify(fargate()).replace('"cpu":"256","memory":"512",', '').replace(']}', '], "cpu": "256"'),
    ],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual(['json/syntax ']);
  });

  it('and leaves other objects as they are', () => {
    const logConfiguration = { logDriver: 'awslogs', options: {} };
    const text = JSON.stringify(pair({ user: '?' }, { logConfiguration }), null, 2).replace('?', '\n');
    expect(found(text)).toEqual(['json/syntax ', `awslogs-options-missing ${side}/logConfiguration/options`]);
  });
});

describe('two mistakes, two findings', () => {
  it('a key that nobody can place says nothing about what is missing', () => {
    expect(found(fargate({ executionRoleArn: undefined, zebra: ROLE }, { secrets: SECRETS })).sort()).toEqual(
      [`execution-role-missing ${app}/secrets`, `${UNKNOWN} /zebra`],
    );
  });

  it('a key that is claimed in one container is missing in the other', () => {
    expect(found(pair({ memory: undefined, mem: 128 }, { memory: undefined })).sort()).toEqual([
      `container-memory-missing ${side}`,
      `${UNKNOWN} ${app}/mem`,
    ]);
  });

  it('another key of the same object is still missing', () => {
    expect(found(fargate({ cpu: undefined, cpus: '256', memory: undefined })).sort()).toEqual([
      'fargate-size-missing /requiresCompatibilities/0',
      `${UNKNOWN} /cpus`,
    ]);
  });
});
