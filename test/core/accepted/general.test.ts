import {
  app,
  ec2,
  fargate,
  managed,
  pair,
  ROLE,
  SECRET,
  testAccepted,
  windows,
} from '../../support/accepted';

testAccepted('general', [
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
]);
