import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { fixAll } from '../../server/src/core/fixes';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';

/**
 * Documents that AWS takes although they look odd: the nearest right neighbours of what it refuses. None of
 * them has an error, and no warning either, unless the warning stands beside it.
 */
type Members = Readonly<Record<string, unknown>>;

interface Accepted {
  readonly why: string;
  /** JSON text, or what is written as JSON. */
  readonly document: unknown;
  /** Rules that warn: it registers, and then something does not work. */
  readonly warns?: readonly string[];
}

const ROLE = 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1';

const app = (more: Members = {}) => ({ name: 'app', image: 'nginx:1.27', memory: 128, ...more });
const side = (more: Members = {}) => ({ name: 'side', image: 'busybox:1', memory: 64, ...more });

/** A task for instances: one container with `container`, `task` at the top. */
const ec2 = (container: Members = {}, task: Members = {}) => ({
  family: 'web',
  containerDefinitions: [app(container)],
  ...task,
});
const pair = (first: Members, second: Members, task: Members = {}) => ({
  family: 'web',
  containerDefinitions: [app(first), side(second)],
  ...task,
});
const fargate = (container: Members = {}, task: Members = {}) => ({
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'app', image: 'nginx:1.27', ...container }],
  ...task,
});
const windows = (container: Members = {}, task: Members = {}) =>
  fargate(container, {
    cpu: '1024',
    memory: '2048',
    runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' },
    ...task,
  });
const managed = (container: Members = {}, task: Members = {}) =>
  ec2(container, { requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'awsvpc', ...task });
const external = (container: Members = {}, task: Members = {}) =>
  ec2(container, { requiresCompatibilities: ['EXTERNAL'], ...task });
const volumes = (volume: Members, container: Members = {}) => ec2(container, { volumes: [volume] });
const logs = (logConfiguration: Members) => ec2({ logConfiguration });
const awslogs = (options: Members) => ({
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', ...options },
});

const GENERAL: readonly Accepted[] = [
  { why: 'no requiresCompatibilities', document: ec2() },
  { why: 'one letter is a family and a container name', document: ec2({ name: 'a' }, { family: 'a' }) },
  { why: 'GEN-1: 255 characters', document: ec2({}, { family: 'f'.repeat(255) }) },
  { why: 'GEN-1: digits, dash and underscore alone', document: ec2({ name: '_' }, { family: '0-_' }) },
  {
    why: 'GEN-2: ten containers',
    document: {
      family: 'web',
      containerDefinitions: Array.from({ length: 10 }, (_, i) => app({ name: `app-${i}` })),
    },
  },
  { why: 'GEN-4: names that differ in case', document: pair({ name: 'App' }, { name: 'app' }) },
  { why: 'GEN-5: essential left out beside false', document: pair({}, { essential: false }) },
  {
    why: 'GEN-8: fifty tags',
    document: ec2({}, { tags: Array.from({ length: 50 }, (_, i) => ({ key: `k${i}`, value: '' })) }),
  },
  {
    why: 'GEN-8: keys that differ in case, and aws inside of one',
    document: ec2({}, { tags: ['Team', 'team', 'my:aws:tag', 'awsome'].map((key) => ({ key, value: 'a' })) }),
  },
  {
    why: 'GEN-8: any letters and signs',
    document: ec2({}, { tags: [{ key: 'Größe/東京', value: 'a b@c+d=e' }] }),
  },
  { why: 'GEN-8: a tag without a value', document: ec2({}, { tags: [{ key: 'public' }] }) },
  { why: 'GEN-11: empty environment value', document: ec2({ environment: [{ name: 'A', value: '' }] }) },
  { why: 'GEN-11: environment entry without a value', document: ec2({ environment: [{ name: 'A' }] }) },
  {
    why: 'GEN-11: any text in a value',
    document: ec2({ environment: [{ name: 'ТЕКСТ', value: '🙂 ä\u0000\n{"a": [1]} </b>' }] }),
  },
  {
    why: 'ENV-6: a name twice in environment',
    document: ec2({
      environment: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    }),
  },
  {
    why: 'ENV-2: names that differ in case',
    document: ec2(
      { environment: [{ name: 'db', value: '1' }], secrets: [{ name: 'DB', valueFrom: SECRET }] },
      { executionRoleArn: ROLE },
    ),
  },
  { why: 'empty texts where nothing says otherwise', document: ec2({ user: '', hostname: '' }) },
  {
    why: 'empty lists and objects',
    document: ec2(
      {
        cpu: 0,
        command: [],
        entryPoint: [],
        environment: [],
        environmentFiles: [],
        secrets: [],
        mountPoints: [],
        volumesFrom: [],
        portMappings: [],
        dependsOn: [],
        links: [],
        dnsServers: [],
        dnsSearchDomains: [],
        extraHosts: [],
        dockerSecurityOptions: [],
        dockerLabels: {},
        ulimits: [],
        systemControls: [],
        resourceRequirements: [],
        credentialSpecs: [],
        linuxParameters: {},
      },
      { volumes: [], placementConstraints: [], requiresCompatibilities: [], runtimePlatform: {} },
    ),
  },
  { why: 'ACC-1: an empty list of accelerators', document: ec2({}, { inferenceAccelerators: [] }) },
  { why: 'LNX-7: user 0', document: ec2({ user: '0' }) },
  { why: 'LNX-7: user and group by number', document: fargate({ user: '0:0' }) },
  { why: 'LNX-7: a name and a group number', document: ec2({ user: 'app:1000' }) },
  { why: 'WIN-1: user on Windows', document: windows({ user: 'ContainerUser' }) },
  { why: 'GEN-14: no tag', document: ec2({ image: 'nginx' }) },
  { why: 'GEN-9: a registry with a port', document: ec2({ image: 'localhost:5000/x' }) },
  { why: 'GEN-9: a port and a tag', document: ec2({ image: 'registry.example.com:5000/a/b/c:v1.0_rc-1' }) },
  { why: 'GEN-9: a digest', document: ec2({ image: `nginx@sha256:${'0a'.repeat(32)}` }) },
  { why: 'GEN-9: a tag and a digest', document: ec2({ image: `nginx:1.27@sha256:${'0a'.repeat(32)}` }) },
  {
    why: 'GEN-9: 255 characters before the digest',
    document: ec2({ image: `${'a'.repeat(255)}@sha256:${'0a'.repeat(32)}` }),
  },
  { why: 'GEN-9: a number sign', document: ec2({ image: 'repo/web#1' }) },
  { why: 'a role by its name', document: ec2({}, { taskRoleArn: 'web-task', executionRoleArn: 'exec' }) },
  {
    why: 'a role with a path',
    document: ec2({}, { taskRoleArn: 'arn:aws-us-gov:iam::123456789012:role/a/b/c' }),
  },
  { why: 'EXEC-2: both roles the same', document: ec2({}, { taskRoleArn: ROLE, executionRoleArn: ROLE }) },
  {
    why: 'PLC-1: ten constraints',
    document: ec2(
      {},
      { placementConstraints: Array(10).fill({ type: 'memberOf', expression: 'attribute:x == y' }) },
    ),
  },
  {
    why: 'GEN-6: 60 KB are far away in a long, loosely written file',
    document: JSON.stringify(ec2({ command: ['a'] }), null, 2).replace(/\n/g, `\n${' '.repeat(5000)}`),
  },
  {
    why: 'escapes in keys and values',
    document: JSON.stringify(ec2()).replace('family', 'famil\\u0079').replace('nginx', 'ng\\u0069nx'),
  },
  {
    why: 'PRX-1: EgressIgnored left out',
    document: fargate(
      {},
      {
        proxyConfiguration: {
          type: 'APPMESH',
          containerName: 'app',
          properties: [
            { name: 'ProxyIngressPort', value: '15000' },
            { name: 'ProxyEgressPort', value: '15001' },
            { name: 'AppPorts', value: '8080' },
            { name: 'IgnoredGID', value: '1337' },
            { name: 'EgressIgnoredPorts', value: '' },
          ],
        },
      },
    ),
  },
  { why: 'GEN-15: a launch type twice', document: ec2({}, { requiresCompatibilities: ['EC2', 'EC2'] }) },
  {
    why: 'GEN-4: 255 characters, and a dash alone',
    document: pair({ name: 'a'.repeat(255) }, { name: '-' }),
  },
  {
    why: 'GEN-8: the longest key and value, and "aws" without a colon',
    document: ec2(
      {},
      {
        tags: [
          { key: 'k'.repeat(128), value: 'v'.repeat(256) },
          { key: 'aws', value: '' },
          { key: 'AwsTeam', value: 'a' },
        ],
      },
    ),
  },
  {
    why: 'GEN-6: 50 KB of variables',
    document: ec2({
      environment: Array.from({ length: 400 }, (_, i) => ({ name: `V${i}`, value: 'x'.repeat(100) })),
    }),
  },
  {
    why: 'values that only begin like a mark',
    document: ec2({
      environment: [
        { name: 'A', value: '{{ not closed' },
        { name: 'B', value: '#{x and 5% of $5 <b>' },
      ],
    }),
  },
  {
    why: 'PLC-1: each operator of the language',
    document: ec2(
      {},
      {
        placementConstraints: [
          'attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d',
          'attribute:ecs.availability-zone in [us-east-1a, us-east-1b]',
          'not(task:group == database)',
          '((attribute:a==b) or !(attribute:c == d)) && attribute:z !exists',
          'attribute:a not_equals b || attribute:c equals d',
          'attribute:a not_in [b, c] and attribute:d not_exists',
          'ec2InstanceId in ["i-1", "i-2"] or attribute:ecs.ami-id matches ami-.*',
          'agentVersion >= 1.50.0 and runningTasksCount == 1',
        ].map((expression) => ({ type: 'memberOf', expression })),
      },
    ),
  },
  {
    why: 'PLC-2: the four attributes of managed instances',
    document: managed(
      {},
      {
        placementConstraints: [
          'attribute:ecs.subnet-id in [subnet-1,subnet-2]',
          'attribute:ecs.cpu-architecture == arm64 and attribute:ecs.instance-type =~ c7g.*',
          'attribute:ecs.availability-zone == eu-west-1a',
        ].map((expression) => ({ type: 'memberOf', expression })),
      },
    ),
  },
  {
    why: 'PRX-1: names that nobody knows beside those that are needed',
    document: fargate(
      {},
      {
        proxyConfiguration: {
          containerName: 'app',
          properties: [
            ['IgnoredUID', '1337'],
            ['ProxyIngressPort', '15000'],
            ['ProxyEgressPort', '15001'],
            ['AppPorts', ''],
            ['Other', 'a'],
          ].map(([name, value]) => ({ name, value })),
        },
      },
    ),
  },
  { why: 'line ends of Windows', document: JSON.stringify(ec2(), null, 2).replaceAll('\n', '\r\n') },
  { why: 'a byte order mark, and blank lines', document: `\uFEFF\n\n${JSON.stringify(ec2())}\n\n` },
  { why: 'tabs', document: JSON.stringify(fargate(), null, '\t') },
];

const SIZES: readonly Accepted[] = [
  ...['.25 vCPU', '0.25 vcpu', '0.25VCPU', '256', '0.250  vCPU'].map((cpu) => ({
    why: `facts: cpu "${cpu}"`,
    document: fargate({}, { cpu }),
  })),
  ...['.5 GB', '0.5gb', '512', '1 GB', '2 gb', '2.0GB', '2048'].map((memory) => ({
    why: `facts: memory "${memory}" beside 256`,
    document: fargate({}, { memory }),
  })),
  { why: 'SIZE-2: the largest', document: fargate({}, { cpu: '32 vCPU', memory: '244 GB' }) },
  { why: 'SIZE-2: 4 vCPU with 30 GB', document: fargate({}, { cpu: '4096', memory: '30720' }) },
  { why: 'SIZE-2: 16 vCPU with 40 GB', document: fargate({}, { cpu: '16vCPU', memory: '40 GB' }) },
  { why: 'SIZE-3: Windows with 4 vCPU', document: windows({}, { cpu: '4 vCPU', memory: '8 GB' }) },
  { why: 'SIZE-4: the least on EC2', document: ec2({}, { cpu: '128' }) },
  { why: 'SIZE-4: an eighth of a vCPU', document: ec2({}, { cpu: '0.125 vCPU' }) },
  { why: 'SIZE-4: the most on EC2', document: ec2({}, { cpu: '192 vCPU', memory: '1000 GB' }) },
  { why: 'no Fargate size, and none needed', document: ec2({}, { cpu: '300', memory: '777' }) },
  { why: 'SIZE-5: all of the cpu', document: fargate({ cpu: 256 }) },
  { why: 'SIZE-5: all of the cpu in two', document: pair({ cpu: 100 }, { cpu: 156 }, { cpu: '256' }) },
  { why: 'SIZE-5: no task cpu', document: ec2({ cpu: 100000 }) },
  { why: 'SIZE-12: cpu 0', document: fargate({ cpu: 0 }) },
  { why: 'SIZE-6: all of the memory', document: fargate({ memory: 512 }) },
  { why: 'SIZE-6: GB against MiB', document: fargate({ memory: 2048 }, { memory: '2 GB' }) },
  { why: 'SIZE-7: only a reservation', document: ec2({ memory: undefined, memoryReservation: 64 }) },
  { why: 'SIZE-7: only the task has memory', document: ec2({ memory: undefined }, { memory: '512' }) },
  { why: 'SIZE-8: memory equals the reservation', document: ec2({ memory: 128, memoryReservation: 128 }) },
  {
    why: 'SIZE-9: reservations use all',
    document: pair(
      { memory: 100, memoryReservation: 100 },
      { memory: 28, memoryReservation: 28 },
      { memory: '128' },
    ),
  },
  {
    why: 'SIZE-9: hard limits together above the task',
    document: pair({ memory: 512 }, { memory: 512 }, { memory: '512' }),
    warns: ['container-memory-sum-over-task'],
  },
  { why: 'SIZE-14: 21 GiB', document: fargate({}, { ephemeralStorage: { sizeInGiB: 21 } }) },
  {
    why: 'SIZE-14: 200 GiB, EC2 listed too',
    document: fargate(
      {},
      { ephemeralStorage: { sizeInGiB: 200 }, requiresCompatibilities: ['EC2', 'FARGATE'] },
    ),
  },
  { why: 'managed instances, any size', document: managed({}, { cpu: '256', memory: '300' }) },
  ...[
    ['.50 vCPU', '4 gb'],
    ['0.5   vCPU', '1   GB'],
    ['1.0 vCPU', '2.0 GB'],
    ['8 VCPU', '20 GB'],
    ['8192', '61440'],
    ['16384', '122880'],
    ['32 vCPU', '60GB'],
    ['32768', '249856'],
  ].map(([cpu, memory]) => ({
    why: `facts: "${cpu}" with "${memory}"`,
    document: fargate({}, { cpu, memory }),
  })),
  { why: 'SIZE-3: Windows with 2 vCPU', document: windows({}, { cpu: '2048', memory: '4096' }) },
  { why: 'SIZE-4: an eighth without the zero', document: ec2({}, { cpu: '.125 vCPU' }) },
  { why: 'SIZE-4: the least on external instances', document: external({}, { cpu: '128' }) },
  {
    why: 'SIZE-7: only the task has memory, in GB',
    document: external({ memory: undefined }, { memory: '0.5GB' }),
  },
  {
    why: 'SIZE-7: the same on managed instances',
    document: managed({ memory: undefined }, { memory: '1 GB' }),
  },
  {
    why: 'SIZE-9: Fargate, reservations use all',
    document: {
      ...fargate(),
      containerDefinitions: ['a', 'b'].map((name) => ({ name, image: 'nginx:1.27', memoryReservation: 256 })),
    },
  },
  { why: 'SIZE-10: 6 MiB', document: ec2({ memory: 6 }) },
];

const NETWORK: readonly Accepted[] = [
  { why: 'NET-1: the same port', document: fargate({ portMappings: [{ containerPort: 80, hostPort: 80 }] }) },
  { why: 'NET-1: no host port', document: fargate({ portMappings: [{ containerPort: 65535 }] }) },
  {
    why: 'NET-1: hostPort 0, refused once and rewritten once',
    document: fargate({ portMappings: [{ containerPort: 80, hostPort: 0 }] }),
    warns: ['host-port-mismatch'],
  },
  {
    why: 'NET-2: host network, the same port',
    document: ec2({ portMappings: [{ containerPort: 80, hostPort: 80 }] }, { networkMode: 'host' }),
  },
  {
    why: 'bridge maps ports',
    document: ec2({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }, { networkMode: 'bridge' }),
  },
  { why: 'no mode maps ports', document: ec2({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }) },
  {
    why: 'NET-10: a reserved host port registers',
    document: ec2({ portMappings: [{ containerPort: 22, hostPort: 22 }] }),
  },
  {
    why: 'NET-11: protocol http counts as tcp',
    document: fargate({ portMappings: [{ containerPort: 80, protocol: 'http' }] }),
  },
  {
    why: 'NET-11: protocol TCP',
    document: fargate({ portMappings: [{ containerPort: 80, protocol: 'TCP' }] }),
  },
  {
    why: 'NET-12: tcp and udp on one port',
    document: fargate({
      portMappings: [
        { containerPort: 53, protocol: 'tcp' },
        { containerPort: 53, protocol: 'udp' },
      ],
    }),
  },
  {
    why: 'NET-12: dynamic host ports for one container port',
    document: ec2(
      { portMappings: [{ containerPort: 80 }, { containerPort: 80, hostPort: 0 }] },
      { networkMode: 'bridge' },
    ),
  },
  {
    why: 'NET-12: one container port behind two host ports',
    document: ec2({
      portMappings: [
        { containerPort: 80, hostPort: 8080 },
        { containerPort: 80, hostPort: 8081 },
      ],
    }),
  },
  {
    why: 'NET-12: the same container port in two bridge containers',
    document: pair({ portMappings: [{ containerPort: 80 }] }, { portMappings: [{ containerPort: 80 }] }),
  },
  { why: 'NET-4: none without ports', document: ec2({ portMappings: [] }, { networkMode: 'none' }) },
  { why: 'NET-5: links in bridge', document: pair({ links: ['side:db'] }, {}, { networkMode: 'bridge' }) },
  { why: 'NET-5: links without a mode', document: pair({ links: ['side'] }, {}) },
  {
    why: 'NET-6: empty lists and false',
    document: fargate({
      extraHosts: [],
      dnsServers: [],
      dnsSearchDomains: [],
      links: [],
      disableNetworking: false,
    }),
  },
  {
    why: 'host names in bridge',
    document: ec2({
      hostname: 'web',
      extraHosts: [{ hostname: 'db', ipAddress: '::1' }],
      dnsServers: ['8.8.8.8'],
    }),
  },
  { why: 'NET-14: a range', document: fargate({ portMappings: [{ containerPortRange: '1-65535' }] }) },
  {
    why: 'NET-15: ranges side by side',
    document: fargate({
      portMappings: [
        { containerPortRange: '80-90' },
        { containerPortRange: '91-99' },
        { containerPort: 100 },
      ],
    }),
  },
  {
    why: 'NET-15: tcp and udp ranges',
    document: fargate({
      portMappings: [{ containerPortRange: '80-90' }, { containerPortRange: '80-90', protocol: 'udp' }],
    }),
  },
  {
    why: 'NET-15: in bridge for one container at a time',
    document: pair(
      { portMappings: [{ containerPortRange: '80-90' }] },
      { portMappings: [{ containerPortRange: '80-90' }] },
      { networkMode: 'bridge' },
    ),
  },
  {
    why: 'NET-17: 64 characters',
    document: fargate({ portMappings: [{ containerPort: 80, name: `_${'a'.repeat(63)}` }] }),
  },
  {
    why: 'NET-18: appProtocol without a name',
    document: fargate({ portMappings: [{ containerPort: 80, appProtocol: 'http2' }] }),
  },
  {
    why: 'NET-9: bridge on Windows',
    document: ec2(
      {},
      { networkMode: 'bridge', runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' } },
    ),
  },
  { why: 'NET-8: no mode on managed instances', document: managed({}, { networkMode: undefined }) },
  { why: 'NET-8: host on managed instances', document: managed({}, { networkMode: 'host' }) },
  { why: 'NET-7: none on external instances', document: external({}, { networkMode: 'none' }) },
  {
    why: 'FIS-1: fault injection with host',
    document: ec2({}, { networkMode: 'host', enableFaultInjection: true }),
  },
  {
    why: 'FIS-1: fault injection off on external instances',
    document: external({}, { enableFaultInjection: false }),
  },
  {
    why: 'NET-12: tcp and udp on one host port',
    document: ec2({
      portMappings: [
        { containerPort: 53, hostPort: 53 },
        { containerPort: 53, hostPort: 53, protocol: 'udp' },
      ],
    }),
  },
  {
    why: 'NET-12: tcp and udp in host mode',
    document: ec2(
      { portMappings: [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }] },
      { networkMode: 'host' },
    ),
  },
  {
    why: 'NET-12: any free port twice, and a fixed one',
    document: ec2({
      portMappings: [
        { containerPort: 80, hostPort: 0 },
        { containerPort: 81, hostPort: 0 },
        { containerPort: 80, hostPort: 80 },
      ],
    }),
  },
  {
    why: 'NET-15: a udp range over a tcp port',
    document: fargate({
      portMappings: [{ containerPortRange: '50-60', protocol: 'udp' }, { containerPort: 53 }],
    }),
  },
  {
    why: 'NET-14: the ends of the range',
    document: fargate({
      portMappings: [
        { containerPortRange: '1-2' },
        { containerPort: 3 },
        { containerPortRange: '65534-65535' },
      ],
    }),
  },
  {
    why: 'NET-17: a name for each protocol of a port, and one of digits',
    document: fargate({
      portMappings: [
        { containerPort: 53, name: 'dns-tcp' },
        { containerPort: 53, name: 'dns-udp', protocol: 'udp' },
        { containerPort: 8080, name: '8080' },
      ],
    }),
  },
  { why: 'NET-5: one container under two names', document: pair({ links: ['side:db', 'side:cache'] }, {}) },
  {
    why: 'NET-5: two ways to one container are no circle',
    document: {
      family: 'web',
      containerDefinitions: [
        app({ links: ['b', 'c'] }),
        app({ name: 'b', links: ['c'] }),
        app({ name: 'c' }),
      ],
    },
  },
  {
    why: 'LNX-8: extra hosts on managed instances with the network of the host',
    document: managed({ extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.5' }] }, { networkMode: 'host' }),
  },
  {
    why: 'LNX-8: empty lists and false on managed instances',
    document: managed(
      { links: [], dnsServers: [], dockerSecurityOptions: [], disableNetworking: false, linuxParameters: {} },
      { networkMode: 'host' },
    ),
  },
  { why: 'FIS-1: not confirmed on managed instances', document: managed({}, { enableFaultInjection: true }) },
  {
    why: 'NET-9: Windows on EC2 maps ports without a mode',
    document: ec2(
      { portMappings: [{ containerPort: 80, hostPort: 8080 }] },
      {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2016_FULL' },
      },
    ),
  },
];

const FARGATE: readonly Accepted[] = [
  {
    why: 'FG-2 to FG-19: empty lists, false and an empty host block',
    document: fargate(
      {
        dockerSecurityOptions: [],
        resourceRequirements: [],
        privileged: false,
        links: [],
        linuxParameters: { devices: [], capabilities: { add: [], drop: ['ALL'] }, initProcessEnabled: true },
      },
      { placementConstraints: [], inferenceAccelerators: [], volumes: [{ name: 'scratch', host: {} }] },
    ),
  },
  {
    why: 'FG-9: tmpfs',
    document: fargate({
      linuxParameters: { tmpfs: [{ containerPath: '/run', size: 64, mountOptions: ['noexec'] }] },
    }),
  },
  { why: 'FG-18: pidMode task', document: fargate({}, { pidMode: 'task' }) },
  {
    why: 'FG-20: SYS_PTRACE',
    document: fargate({ linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } } }),
  },
  {
    why: 'FG-22: awslogs with a role',
    document: fargate(
      { logConfiguration: awslogs({ 'awslogs-stream-prefix': 'web' }) },
      { executionRoleArn: ROLE },
    ),
  },
  { why: 'FG-23: public ECR needs no role', document: fargate({ image: 'public.ecr.aws/nginx/nginx:1.27' }) },
  {
    why: 'FG-23: a name that looks like ECR',
    document: fargate({ image: 'example.com/123456789012.dkr.ecr.eu-west-1.amazonaws.com/web' }),
  },
  { why: 'FG-26: 120 seconds', document: fargate({ stopTimeout: 120, startTimeout: 120 }) },
  { why: 'FG-26: a long start', document: fargate({ startTimeout: 121 }), warns: ['fargate-start-timeout'] },
  { why: 'flag 22: 15000 seconds on EC2', document: ec2({ startTimeout: 15000, stopTimeout: 100000 }) },
  {
    why: 'FG-28: no operating system',
    document: fargate({}, { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
  },
  { why: 'PLT-1: X86_64 on Windows', document: windows() },
  {
    why: 'flag 9: Windows Server 2025',
    document: windows({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2025_CORE' } }),
  },
  {
    why: 'FG-31: ulimits',
    document: fargate({ ulimits: [{ name: 'nofile', softLimit: 65536, hardLimit: 65536 }] }),
  },
  {
    why: 'LNX-5: namespaced controls',
    document: fargate({ systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] }),
  },
  {
    why: 'FG-29: FSx is documented as missing',
    document: windows(
      {},
      {
        volumes: [
          {
            name: 'fsx',
            fsxWindowsFileServerVolumeConfiguration: {
              fileSystemId: 'fs-1',
              rootDirectory: '\\data',
              authorizationConfig: { credentialsParameter: SECRET, domain: 'example.com' },
            },
          },
        ],
      },
    ),
    warns: ['member-not-supported'],
  },
  {
    why: 'GEN-15: several launch types, Fargate rules met',
    document: fargate(
      { portMappings: [{ containerPort: 80 }] },
      { requiresCompatibilities: ['EC2', 'FARGATE', 'MANAGED_INSTANCES'] },
    ),
  },
  {
    why: 'EXEC-1: awslogs and ECR on EC2 without a role',
    document: ec2({ image: ECR, logConfiguration: awslogs({}) }),
  },
  {
    why: 'EXT-2: the same on external instances',
    document: external({ image: ECR, logConfiguration: awslogs({}) }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'EXEC-1: the same on managed instances',
    document: managed({ image: ECR, logConfiguration: awslogs({}) }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'ENV-4: environment files without a role',
    document: ec2({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::bucket/a/b.env' }] }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'empty objects on Windows',
    document: windows({ linuxParameters: {}, systemControls: [], dockerLabels: {} }),
  },
  {
    why: 'no launch type: what Fargate refuses is not asked for',
    document: ec2(
      {
        image: ECR,
        logConfiguration: awslogs({}),
        linuxParameters: { devices: [{ hostPath: '/dev/fuse' }], maxSwap: 1, sharedMemorySize: 64 },
      },
      { networkMode: 'awsvpc', cpu: '300', memory: '700' },
    ),
  },
  {
    why: 'FG-9: tmpfs on managed instances',
    document: managed({ linuxParameters: { tmpfs: [{ containerPath: '/run', size: 1 }] } }),
  },
  {
    why: 'FG-18: pidMode task, and the operating system',
    document: fargate({}, { pidMode: 'task', runtimePlatform: { operatingSystemFamily: 'LINUX' } }),
  },
  { why: 'FG-28: an empty platform', document: fargate({}, { runtimePlatform: {} }) },
  {
    why: 'EXEC-1: splunk needs no role',
    document: fargate({
      logConfiguration: { logDriver: 'splunk', options: { 'splunk-url': 'https://a', 'splunk-token': 'b' } },
    }),
    warns: ['splunk-token-in-options'],
  },
  {
    why: 'FG-30: empty lists on Windows',
    document: windows({ ulimits: [], credentialSpecs: [], links: [] }),
  },
  {
    why: 'FG-30: a restart policy on EC2, with a code of Windows',
    document: ec2(
      { restartPolicy: { enabled: true, ignoredExitCodes: [0, -1073741510] } },
      {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
      },
    ),
  },
];

const VOLUMES: readonly Accepted[] = [
  { why: 'VOL-6: a volume nobody mounts', document: volumes({ name: 'data' }) },
  {
    why: 'VOL-4: the same name in another case',
    document: ec2({}, { volumes: [{ name: 'data' }, { name: 'Data' }] }),
  },
  {
    why: 'VOL-1: an empty host beside another block',
    document: volumes({ name: 'data', host: {}, efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }),
  },
  {
    why: 'VOL-1: configuredAtLaunch false beside host',
    document: volumes({ name: 'data', host: { sourcePath: '/data' }, configuredAtLaunch: false }),
  },
  {
    why: 'VOL-5: one of two at launch',
    document: ec2(
      { mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] },
      {
        volumes: [
          { name: 'a', configuredAtLaunch: true },
          { name: 'b', configuredAtLaunch: false },
        ],
      },
    ),
  },
  {
    why: 'VOL-21: a relative path and one path twice',
    document: ec2(
      {
        mountPoints: [
          { sourceVolume: 'a', containerPath: 'a' },
          { sourceVolume: 'a', containerPath: 'a' },
        ],
      },
      { volumes: [{ name: 'a' }] },
    ),
  },
  {
    why: 'VOL-2: a mount point without a path',
    document: volumes({ name: 'a' }, { mountPoints: [{ sourceVolume: 'a' }] }),
  },
  {
    why: 'VOL-3: volumes from the other one',
    document: pair({ volumesFrom: [{ sourceContainer: 'side', readOnly: true }] }, {}),
  },
  {
    why: 'VOL-10: an access point with the root',
    document: volumes({
      name: 'a',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        rootDirectory: '/',
        transitEncryption: 'ENABLED',
        transitEncryptionPort: 2999,
        authorizationConfig: { accessPointId: 'fsap-1', iam: 'ENABLED' },
      },
    }),
  },
  {
    why: 'VOL-10: an access point with an empty root',
    document: volumes({
      name: 'a',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        rootDirectory: '',
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: 'fsap-1' },
      },
    }),
  },
  {
    why: 'VOL-8: IAM off without TLS',
    document: volumes({
      name: 'a',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        rootDirectory: '/a',
        transitEncryption: 'DISABLED',
        authorizationConfig: { iam: 'DISABLED' },
      },
    }),
  },
  {
    why: 'VOL-13: shared, created when missing',
    document: volumes({
      name: 'a',
      dockerVolumeConfiguration: {
        scope: 'shared',
        autoprovision: true,
        driver: 'rexray/ebs',
        driverOpts: { size: '5' },
      },
    }),
  },
  {
    why: 'VOL-13: task, and nothing said',
    document: volumes({ name: 'a', dockerVolumeConfiguration: { scope: 'task' } }),
  },
  {
    why: 'VOL-13: registers, and fails later',
    document: volumes({ name: 'a', dockerVolumeConfiguration: { scope: 'task', autoprovision: true } }),
    warns: ['docker-volume-autoprovision'],
  },
  {
    why: 'flag 12: Docker volumes on external instances',
    document: external({}, { volumes: [{ name: 'a', dockerVolumeConfiguration: { scope: 'task' } }] }),
  },
  {
    why: 'VOL-15: S3 Files',
    document: {
      taskRoleArn: ROLE,
      ...volumes({
        name: 'a',
        s3filesVolumeConfiguration: {
          fileSystemArn: 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-1',
        },
      }),
    },
  },
  {
    why: 'host paths of Windows',
    document: volumes({ name: 'a', host: { sourcePath: 'C:\\ProgramData\\a' } }),
  },
  { why: 'a volume with nothing at all', document: volumes({}), warns: ['volume-name-missing'] },
  {
    why: 'VOL-6: mounted by the second container',
    document: pair(
      {},
      { mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] },
      { volumes: [{ name: 'a', configuredAtLaunch: true }] },
    ),
  },
  {
    why: 'VOL-7: at launch, for Windows on EC2',
    document: ec2(
      { mountPoints: [{ sourceVolume: 'a', containerPath: 'C:\\a' }] },
      {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
        volumes: [{ name: 'a', configuredAtLaunch: true }],
      },
    ),
  },
  {
    why: 'one volume in two containers and at two places',
    document: pair(
      {
        mountPoints: [
          { sourceVolume: 'a', containerPath: '/a' },
          { sourceVolume: 'a', containerPath: '/b', readOnly: true },
        ],
      },
      { mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] },
      { volumes: [{ name: 'a' }] },
    ),
  },
  {
    why: 'VOL-3: volumes handed on',
    document: {
      family: 'web',
      containerDefinitions: [
        app({ volumesFrom: [{ sourceContainer: 'b' }] }),
        app({ name: 'b', volumesFrom: [{ sourceContainer: 'c' }] }),
        app({ name: 'c' }),
      ],
    },
  },
  { why: 'VOL-13: an empty block', document: volumes({ name: 'a', dockerVolumeConfiguration: {} }) },
  {
    why: 'VOL-13: shared, and not created',
    document: volumes({
      name: 'a',
      dockerVolumeConfiguration: { scope: 'shared', autoprovision: false, driver: 'local', labels: {} },
    }),
  },
  {
    why: 'VOL-9: an access point without a name needs nothing',
    document: volumes({
      name: 'a',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-1',
        rootDirectory: '/a',
        authorizationConfig: { accessPointId: '' },
      },
    }),
  },
  {
    why: 'VOL-15: S3 Files through an access point, in China, the role by its name',
    document: {
      taskRoleArn: 'web',
      ...volumes({
        name: 'a',
        s3filesVolumeConfiguration: {
          fileSystemArn: 'arn:aws-cn:s3files:cn-north-1:123456789012:file-system/fs-1',
          accessPointArn: 'arn:aws-cn:s3files:cn-north-1:123456789012:file-system/fs-1/access-point/fsap-1',
          rootDirectory: '/',
          transitEncryptionPort: 2049,
        },
      }),
    },
  },
];

const ENVIRONMENT: readonly Accepted[] = [
  ...[
    'db-password',
    '/prod/db/password',
    'prod.db_password-1',
    SECRET,
    `${SECRET}:username::`,
    `${SECRET}::AWSPREVIOUS:`,
    `${SECRET}:password::9d4cb84b-ad69-40c0-a0ab-cead36b967e8`,
    'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/prod/db',
    'arn:aws:secretsmanager:REGION:ACCOUNT_ID:secret:db',
  ].map((valueFrom) => ({
    why: `ENV-7: valueFrom "${valueFrom}"`,
    document: ec2({ secrets: [{ name: 'A', valueFrom }] }, { executionRoleArn: ROLE }),
  })),
  {
    why: 'one secret under two names',
    document: ec2(
      { secrets: ['A', 'B'].map((name) => ({ name, valueFrom: SECRET })) },
      { executionRoleArn: 'exec' },
    ),
  },
  {
    why: 'ENV-10: credentials for another registry',
    document: ec2(
      { image: 'registry.example.com/web', repositoryCredentials: { credentialsParameter: 'registry' } },
      { executionRoleArn: ROLE },
    ),
  },
  {
    why: 'ENV-3: ten files',
    document: ec2({
      environmentFiles: Array(10).fill({ type: 's3', value: 'arn:aws-cn:s3:::bucket/a.env' }),
    }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'ENV-3: another extension',
    document: ec2({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::bucket/a.txt' }] }),
    warns: ['execution-role-needed-at-start', 'environment-file-extension'],
  },
  {
    why: 'LOG-2: all options',
    document: logs(
      awslogs({
        'awslogs-create-group': 'true',
        'awslogs-stream-prefix': '',
        'awslogs-datetime-format': '%Y',
        'awslogs-multiline-pattern': '^<[a-z]+>$',
        mode: 'non-blocking',
        'max-buffer-size': '25m',
      }),
    ),
    warns: ['awslogs-patterns-together'],
  },
  {
    why: 'LOG-2: True, as an AWS sample spells it',
    document: logs(awslogs({ 'awslogs-create-group': 'True' })),
  },
  { why: 'FG-24: no stream prefix on EC2', document: logs(awslogs({})) },
  ...['fluentd', 'gelf', 'journald', 'json-file', 'syslog'].map((logDriver) => ({
    why: `LOG-9: ${logDriver} on EC2`,
    document: logs({ logDriver }),
  })),
  {
    why: 'LOG-6: both in secretOptions',
    document: ec2(
      {
        logConfiguration: {
          logDriver: 'splunk',
          secretOptions: ['splunk-url', 'splunk-token'].map((name) => ({ name, valueFrom: SECRET })),
        },
      },
      { executionRoleArn: ROLE },
    ),
  },
  {
    why: 'LOG-6: both in options',
    document: logs({ logDriver: 'splunk', options: { 'splunk-url': 'https://a', 'splunk-token': 'b' } }),
    warns: ['splunk-token-in-options'],
  },
  {
    why: 'LOG-7, LOG-17: a router, and no options',
    document: pair(
      { logConfiguration: { logDriver: 'awsfirelens' } },
      { user: '0', firelensConfiguration: { type: 'fluentbit' } },
    ),
  },
  {
    why: 'LOG-7: the router logs through itself',
    document: ec2({
      logConfiguration: { logDriver: 'awsfirelens' },
      firelensConfiguration: { type: 'fluentd', options: {} },
    }),
  },
  {
    why: 'LOG-13: a file in the image, on Fargate',
    document: fargate({
      logConfiguration: { logDriver: 'awsfirelens' },
      firelensConfiguration: {
        type: 'fluentbit',
        options: {
          'enable-ecs-log-metadata': 'true',
          'config-file-type': 'file',
          'config-file-value': '/extra.conf',
        },
      },
    }),
  },
  {
    why: 'LOG-13: a file in S3, on EC2',
    document: ec2({
      logConfiguration: { logDriver: 'awsfirelens' },
      firelensConfiguration: {
        type: 'fluentbit',
        options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::bucket/extra.conf' },
      },
    }),
    warns: ['execution-role-needed-at-start'],
  },
  ...[
    'parameter/web/db',
    `${SECRET}:::`,
    `${SECRET}:::9d4cb84b-ad69-40c0-a0ab-cead36b967e8`,
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1234-AbCdEf',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a/b+c=d@e-AbCdEf:k.e-y::',
  ].map((valueFrom) => ({
    why: `ENV-7: valueFrom "${valueFrom}"`,
    document: fargate({ secrets: [{ name: 'A', valueFrom }] }, { executionRoleArn: ROLE }),
  })),
  {
    why: 'ENV-2: a variable here and a secret there',
    document: pair(
      { environment: [{ name: 'DB', value: 'a' }] },
      { secrets: [{ name: 'DB', valueFrom: SECRET }] },
      { executionRoleArn: ROLE },
    ),
  },
  {
    why: 'LOG-1: any letters that a group can have, and no secret options',
    document: ec2(
      { logConfiguration: { ...awslogs({ 'awslogs-group': '/a_b.c#d-1' }), secretOptions: [] } },
      {},
    ),
  },
  {
    why: 'LOG-8: json-file on managed instances',
    document: managed({ logConfiguration: { logDriver: 'json-file' } }),
  },
  {
    why: 'LOG-8: nobody confirmed the other drivers',
    document: managed({ logConfiguration: { logDriver: 'fluentd' } }),
  },
  {
    why: 'LOG-9: options of other drivers are free',
    document: external({
      logConfiguration: { logDriver: 'journald', options: { tag: 'web', 'awslogs-group': '' } },
    }),
  },
  {
    why: 'LOG-12: a router that logs elsewhere, and secret options of its users',
    document: pair(
      {
        logConfiguration: {
          logDriver: 'awsfirelens',
          options: { Name: 'http', 'log-driver-buffer-limit': '536870912' },
          secretOptions: [{ name: 'apikey', valueFrom: SECRET }],
        },
        dependsOn: [{ containerName: 'side', condition: 'START' }],
      },
      { firelensConfiguration: { type: 'fluentbit' }, logConfiguration: awslogs({}) },
      { executionRoleArn: ROLE },
    ),
  },
];

const CONTAINERS: readonly Accepted[] = [
  {
    why: 'DEP-2: START on an essential container',
    document: pair({ dependsOn: [{ containerName: 'side', condition: 'START' }] }, {}),
  },
  {
    why: 'DEP-2: SUCCESS of one that is not essential',
    document: pair({ dependsOn: [{ containerName: 'side', condition: 'SUCCESS' }] }, { essential: false }),
  },
  {
    why: 'DEP-3: HEALTHY with a check',
    document: pair(
      { dependsOn: [{ containerName: 'side', condition: 'HEALTHY' }] },
      { healthCheck: { command: ['/healthcheck'] } },
    ),
  },
  {
    why: 'one dependency twice',
    document: pair(
      {
        dependsOn: [
          { containerName: 'side', condition: 'START' },
          { containerName: 'side', condition: 'COMPLETE' },
        ],
      },
      { essential: false },
    ),
  },
  {
    why: 'DEP-4: two ways to one container are no circle',
    document: {
      family: 'web',
      containerDefinitions: [
        app({
          name: 'a',
          dependsOn: ['b', 'c'].map((containerName) => ({ containerName, condition: 'START' })),
        }),
        app({ name: 'b', dependsOn: [{ containerName: 'c', condition: 'START' }] }),
        app({ name: 'c' }),
      ],
    },
  },
  ...[
    ['/healthcheck'],
    ['CMD', 'curl', '-f', 'http://localhost'],
    ['CMD-SHELL', 'curl -f http://localhost || exit 1'],
    ['powershell', '-c', 'exit 0'],
    ['NONE'],
  ].map((command) => ({
    why: `HC-2: ${JSON.stringify(command)}`,
    document: ec2({ healthCheck: { command } }),
  })),
  {
    why: 'HC-2: strings that the shell does not see',
    document: ec2({ healthCheck: { command: ['CMD-SHELL', 'test', '-f'] } }),
    warns: ['health-check-shell-arguments'],
  },
  {
    why: 'HC-2: no command',
    document: ec2({ healthCheck: { command: [] } }),
    warns: ['health-check-command-unusable'],
  },
  {
    why: 'HC-3: the timeout above the interval',
    document: ec2({ healthCheck: { command: ['a'], timeout: 30, interval: 5 } }),
  },
  {
    why: 'HC-1: all least',
    document: ec2({ healthCheck: { command: ['a'], timeout: 2, interval: 5, retries: 1, startPeriod: 0 } }),
  },
  {
    why: 'HC-1: all most',
    document: ec2({
      healthCheck: { command: ['a'], timeout: 60, interval: 300, retries: 10, startPeriod: 300 },
    }),
  },
  {
    why: 'RES-1: 1800 seconds, no codes',
    document: ec2({ restartPolicy: { enabled: false, ignoredExitCodes: [], restartAttemptPeriod: 1800 } }),
  },
  {
    why: 'RES-1: negative exit codes and 0',
    document: ec2({ restartPolicy: { enabled: true, ignoredExitCodes: [-1, 0, 255] } }),
  },
  { why: 'TIME-1: 2 seconds', document: ec2({ startTimeout: 2, stopTimeout: 2 }) },
  {
    why: 'TIME-2: the most on managed instances',
    document: managed({ startTimeout: 600, stopTimeout: 86400 }),
  },
  {
    why: 'LNX-1: equal limits, and unlimited',
    document: ec2({
      ulimits: [
        { name: 'core', softLimit: 0, hardLimit: 0 },
        { name: 'memlock', softLimit: -1, hardLimit: -1 },
      ],
    }),
  },
  {
    why: 'LNX-2: swappiness alone, and out of range',
    document: ec2({ linuxParameters: { swappiness: 200 } }),
  },
  { why: 'LNX-2: no swap', document: ec2({ linuxParameters: { maxSwap: 0, swappiness: 0 } }) },
  {
    why: 'LNX-3: IPC controls with ipcMode task',
    document: ec2(
      { systemControls: [{ namespace: 'kernel.shmmax', value: '1' }] },
      { ipcMode: 'task', networkMode: 'host' },
    ),
  },
  {
    why: 'LNX-4: net controls in bridge',
    document: ec2({ systemControls: [{ namespace: 'net.ipv4.tcp_tw_reuse', value: '1' }] }),
  },
  {
    why: 'any capability on EC2',
    document: ec2({
      privileged: true,
      linuxParameters: { capabilities: { add: ['ALL', 'AUDIT_READ'], drop: ['MKNOD'] } },
    }),
    warns: ['container-privileged'],
  },
  {
    why: 'ACC-5: a part of a GPU',
    document: ec2({ resourceRequirements: [{ type: 'GPU', value: '0.25' }] }),
  },
  {
    why: 'ACC-4: Neuron on managed instances',
    document: managed({ resourceRequirements: [{ type: 'NeuronDevice', value: 'ALL' }] }),
  },
  {
    why: 'CRD-1: one credential spec',
    document: ec2({ credentialSpecs: ['credentialspecdomainless:arn:aws:s3:::bucket/a.json'] }),
    warns: ['execution-role-needed-at-start'],
  },
  {
    why: 'LNX-9: a list of options',
    document: ec2({ dockerSecurityOptions: ['no-new-privileges', 'label:type:svirt_apache_t'] }),
  },
  {
    why: 'labels of any text',
    document: ec2({ dockerLabels: { '': '', 'com.example/a': '{}', __proto__x: '1', constructor: 'x' } }),
  },
  {
    why: 'DEP-2: COMPLETE of one that is not essential, on Fargate',
    document: {
      ...fargate(),
      containerDefinitions: [
        { name: 'app', image: 'nginx:1.27', dependsOn: [{ containerName: 'init', condition: 'COMPLETE' }] },
        { name: 'init', image: 'busybox:1', essential: false },
      ],
    },
  },
  {
    why: 'DEP-4: two ways to the last of four',
    document: {
      family: 'web',
      containerDefinitions: Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }).map(
        ([name, before]) =>
          app({ name, dependsOn: before.map((containerName) => ({ containerName, condition: 'START' })) }),
      ),
    },
  },
  {
    why: 'RES-1: fifty codes, 60 seconds',
    document: fargate({
      restartPolicy: {
        enabled: true,
        ignoredExitCodes: Array.from({ length: 50 }, (_, i) => i),
        restartAttemptPeriod: 60,
      },
    }),
  },
  {
    why: 'LNX-1: every limit',
    document: ec2({
      ulimits: [
        ...['core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice', 'nofile', 'nproc'],
        ...['rss', 'rtprio', 'rttime', 'sigpending', 'stack'],
      ].map((name) => ({ name, softLimit: 1024, hardLimit: 1024 })),
    }),
  },
  {
    why: 'LNX-1: a soft limit under none at all',
    document: ec2({ ulimits: [{ name: 'memlock', softLimit: 1024, hardLimit: -1 }] }),
  },
  {
    why: 'LNX-3: net controls with the IPC of the host, IPC controls with its network',
    document: ec2(
      { systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] },
      { ipcMode: 'host', networkMode: 'bridge' },
    ),
  },
  { why: 'LNX-8: ipcMode on managed instances', document: managed({}, { ipcMode: 'task' }) },
  {
    why: 'ACC-2: two containers share a GPU',
    document: pair(
      { resourceRequirements: [{ type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 1024 } } }] },
      {
        resourceRequirements: [
          { type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 2048, maxComputePercent: 100 } } },
        ],
      },
    ),
  },
  { why: 'ACC-5: all GPUs', document: managed({ resourceRequirements: [{ type: 'GPU', value: 'ALL' }] }) },
  {
    why: 'CRD-1: a credential spec in Parameter Store, on Windows',
    document: ec2(
      { credentialSpecs: ['credentialspec:arn:aws:ssm:eu-west-1:123456789012:parameter/spec.json'] },
      {
        requiresCompatibilities: ['EC2'],
        executionRoleArn: ROLE,
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' },
      },
    ),
  },
];

/** Each in whole values and inside of values. */
const MARKS = [
  '<X>',
  '${X}',
  '{{ must_env `X` }}',
  '__X__',
  '%X%',
  '#{X}#',
  '@@X@@',
  '$X',
  '{{X}}',
  '@X@',
  '<%= x %>',
  '${lookup({ a = 1 }, "b")}',
  '{{ default({"a": {}}) }}',
  '$(X)',
];

const withMark = (mark: string) =>
  fargate(
    {
      name: mark,
      image: mark,
      cpu: mark,
      memory: mark,
      essential: mark,
      user: mark,
      command: [mark],
      portMappings: [
        { containerPort: mark, hostPort: mark, protocol: mark, name: mark, appProtocol: mark },
        { containerPortRange: mark },
      ],
      environment: [{ name: mark, value: mark }],
      environmentFiles: [{ type: mark, value: mark }],
      secrets: [{ name: mark, valueFrom: mark }],
      mountPoints: [{ sourceVolume: mark, containerPath: mark, readOnly: mark }],
      volumesFrom: [{ sourceContainer: mark }],
      dependsOn: [{ containerName: mark, condition: mark }],
      logConfiguration: { logDriver: mark, options: { 'awslogs-group': mark } },
      healthCheck: { command: ['CMD', 'a'], interval: mark, timeout: mark },
      ulimits: [{ name: mark, softLimit: mark, hardLimit: mark }],
      linuxParameters: { capabilities: { add: [mark], drop: mark }, initProcessEnabled: mark },
      stopTimeout: mark,
      repositoryCredentials: { credentialsParameter: mark },
    },
    {
      family: mark,
      requiresCompatibilities: [mark],
      networkMode: mark,
      cpu: mark,
      memory: mark,
      taskRoleArn: mark,
      executionRoleArn: mark,
      tags: [{ key: mark, value: mark }],
      volumes: [
        { name: mark, host: { sourcePath: mark } },
        { name: mark, efsVolumeConfiguration: { fileSystemId: mark, transitEncryption: mark } },
      ],
      runtimePlatform: { cpuArchitecture: mark, operatingSystemFamily: mark },
      ephemeralStorage: { sizeInGiB: mark },
      placementConstraints: [{ type: mark, expression: mark }],
    },
  );

const TEMPLATES: readonly Accepted[] = [
  ...MARKS.flatMap((mark) => [
    { why: `${mark} as every value`, document: withMark(mark) },
    { why: `${mark} inside of every value`, document: withMark(`a-${mark}-b`) },
    {
      why: `${mark} for whole members`,
      document: fargate(
        { portMappings: mark, environment: mark, logConfiguration: mark, linuxParameters: mark },
        {
          volumes: mark,
          tags: mark,
          requiresCompatibilities: mark,
          networkMode: mark,
          runtimePlatform: mark,
          executionRoleArn: mark,
        },
      ),
    },
    {
      why: `${mark} as a key`,
      document: fargate(
        { [mark]: 1, logConfiguration: { logDriver: 'awslogs', options: { [mark]: 'a' } } },
        { [mark]: mark },
      ),
    },
    {
      why: `${mark} beside fixed names`,
      document: pair(
        {
          name: mark,
          dependsOn: [{ containerName: 'web', condition: 'HEALTHY' }],
          volumesFrom: [{ sourceContainer: 'web' }],
          portMappings: [{ containerPort: 80, hostPort: mark }],
        },
        { essential: mark },
        { networkMode: 'awsvpc' },
      ),
    },
  ]),
  ...['$X', '${X}', '${jsonencode({ a = 1 })}', '<X>'].map((mark) => ({
    why: `${mark} for what reaches a shell`,
    document: fargate({ command: mark, entryPoint: mark, healthCheck: mark }),
  })),
  {
    why: 'variables of the shell',
    document:
      '{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1", "memory": 6, "command": ["$X", "sh -c ${X}"] }] }',
  },
  {
    why: 'a list of containers as Terraform has it',
    document: [
      {
        name: 'app-${env}',
        image: '${repository}:${tag}',
        cpu: '${cpu}',
        memory: '${memory}',
        essential: true,
        portMappings: [{ containerPort: '${port}' }],
      },
    ],
  },
  {
    why: 'a list: nothing is known of the task',
    document: [
      {
        name: 'app',
        image: ECR,
        mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
        secrets: [{ name: 'A', valueFrom: SECRET }],
        essential: false,
      },
    ],
  },
  ...[
    '${repository}@${digest}',
    '${repository}@sha256:${digest}',
    '$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA',
    '$(Build.Image):$(Build.Id)',
    '${IMAGE:-nginx:1.27}',
    '${{ steps.build.outputs.image }}',
    '<account-id>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>',
    '{{{image}}}',
    '%%IMAGE%%',
  ].map((image) => ({ why: `the image ${image}`, document: fargate({ image }) })),
  {
    why: 'names that a mark can complete',
    document: pair(
      {
        name: 'app-${env}',
        dependsOn: [{ containerName: 'side-dev', condition: 'HEALTHY' }],
        mountPoints: [{ sourceVolume: 'data-prod', containerPath: '/data' }],
      },
      { name: 'side-${env}' },
      { volumes: [{ name: 'data-${env}' }] },
    ),
  },
  {
    why: 'marks that may differ are no duplicates',
    document: fargate(
      {
        portMappings: [{ containerPort: '${a}' }, { containerPort: '${b}' }, { containerPort: 80 }],
        secrets: ['${a}', '${b}'].map((name) => ({ name, valueFrom: SECRET })),
      },
      { executionRoleArn: '${role}', tags: ['${a}', '${b}'].map((key) => ({ key, value: '' })) },
    ),
  },
  {
    why: 'marks for a number in front of a unit',
    document: fargate({ cpu: 4096, memory: 8192 }, { cpu: '${cpu} vCPU', memory: '${memory} GB' }),
  },
  ...[
    'arn:aws:secretsmanager:${region}:${account}:secret:${name}:user::',
    'arn:${partition}:ssm:<region>:<account>:parameter/db',
    '/app/{{ stage }}/db',
    '/app/$STAGE/db',
  ].map((valueFrom) => ({
    why: `a secret from ${valueFrom}`,
    document: fargate({ secrets: [{ name: 'A', valueFrom }] }, { executionRoleArn: ROLE }),
  })),
  {
    why: 'a whole container and a whole volume',
    document: fargate(
      {},
      {
        containerDefinitions: [
          {
            name: 'app',
            image: 'nginx:1.27',
            logConfiguration: { logDriver: 'awsfirelens' },
            mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
            dependsOn: [{ containerName: 'router', condition: 'START' }],
          },
          '${router}',
        ],
        volumes: ['${volume}'],
      },
    ),
  },
  {
    why: 'an option whose name is a mark may be the one that is missing',
    document: fargate(
      {
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': 'a', 'awslogs-stream-prefix': 'a', '${key}': 'eu-west-1' },
        },
      },
      { executionRoleArn: ROLE },
    ),
  },
  {
    why: 'a launch type that is a mark',
    document: fargate({}, { requiresCompatibilities: ['${type}'], ephemeralStorage: { sizeInGiB: 50 } }),
  },
  {
    why: 'an operating system that is a mark',
    document: fargate(
      { linuxParameters: { initProcessEnabled: true } },
      { runtimePlatform: { operatingSystemFamily: '${os}', cpuArchitecture: 'ARM64' } },
    ),
  },
];

const TABLE: Readonly<Record<string, readonly Accepted[]>> = {
  GENERAL,
  SIZES,
  NETWORK,
  FARGATE,
  VOLUMES,
  ENVIRONMENT,
  CONTAINERS,
  TEMPLATES,
};

function findings(text: string) {
  return lint(new Analysis(text, 'task-definition.json', true), {
    settings: DEFAULT_SETTINGS,
    syntaxErrors: true,
    commentErrors: true,
    log: (line) => {
      throw new Error(line);
    },
  });
}

it('a template block between containers is no container', () => {
  const text =
    '{"family": "a", "containerDefinitions": [{"name": "a", "image": "b", "memory": 5, "dependsOn": [{"containerName": "c", "condition": "START"}]} {{ if .Debug }}, {"name": "c", "image": "d", "memory": 5} {{ end }}]}';
  expect(findings(text).map(({ rule }) => rule)).toEqual(['json/template']);
});

/** These are no JSON, which is said, and what is missing may stand behind the mark. */
describe('template marks outside of a string', () => {
  it.each([
    '${x}',
    '{{ x }}',
    '{{ if .X }}',
    '<X>',
    '%X%',
    '#{X}#',
    '__X__',
    '{% if x %}',
    '$X',
    '"{{ must_env "X" }}"',
  ])('%s', (mark) => {
    for (const members of [
      `"secrets": [${mark}]`,
      `"portMappings": [${mark}]`,
      `"cpu": ${mark}, "environment": [${mark}]`,
      `"logConfiguration": { "logDriver": "awslogs", "options": ${mark} }`,
      `"firelensConfiguration": ${mark}`,
    ]) {
      const text = `{ "family": "web", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512", "executionRoleArn": "arn:aws:iam::123456789012:role/web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", ${members} }] }`;
      const loud = findings(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
      expect(loud, text).toEqual([]);
    }
  });
});

for (const [group, documents] of Object.entries(TABLE)) {
  describe(`accepted by AWS: ${group.toLowerCase()}`, () => {
    it.each(documents)('$why', ({ document, warns = [] }) => {
      const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
      const loud = findings(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
      const told = loud.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
      expect(loud.filter(({ severity }) => severity === 'error').map((_, i) => told[i])).toEqual([]);
      expect(
        loud.map(({ rule }) => rule),
        told.join('\n'),
      ).toEqual(warns);
      expect(fixAll(text, findings).text).toBe(text);
    });
  });
}
