import type { SchemaRuleId } from '../../../server/src/core/schema/rules';
import { type Case, container, type ExpectedFix, task, testFindings } from '../../support/schema-tester';

const inApp = '/containerDefinitions/0';
const ROUTER = ', "firelensConfiguration": {"type": "fluentbit"}';
const PORTS = '"portMappings": [{"hostPort": 8080, "containerPort": 80}]';

function case_(
  rule: SchemaRuleId,
  marked: string,
  pointer: string,
  message: string,
  ...fixes: ExpectedFix[]
): Case {
  return [marked, { rule, pointer, message, fixes }];
}

const change = (key: string, value: string, to: string, safe = false): ExpectedFix => ({
  title: `Change ${key} to ${value}`,
  safe,
  to,
});

testFindings('schema/enum', {
  'values as they are': [task('"networkMode": "awsvpc", "requiresCompatibilities": ["EC2"]')],
  capitals: case_(
    'schema/enum',
    task('"networkMode": «"awsVpc"»'),
    '/networkMode',
    '"networkMode" must be one of "awsvpc", "bridge", "host" or "none", not "awsVpc". Capital and small letters are told apart.',
    change('networkMode', '"awsvpc"', task('"networkMode": "awsvpc"'), true),
  ),
  'an empty string, which the GitHub deploy action leaves out': [
    task('"pidMode": «""», "cpu": "256"'),
    {
      rule: 'schema/enum',
      pointer: '/pidMode',
      message: '"pidMode" must be "task" or "host", not "".',
      fixes: [
        change('pidMode', '"task"', task('"pidMode": "task", "cpu": "256"')),
        change('pidMode', '"host"', task('"pidMode": "host", "cpu": "256"')),
        { title: 'Remove pidMode', to: task('"cpu": "256"') },
      ],
      dropped: true,
    },
  ],
  'an empty string in a template of ecspresso, which leaves it out': [
    task('"pidMode": "", "taskRoleArn": "{{ tfstate `aws_iam_role.task.arn` }}"'),
  ],
  'another value in a template of ecspresso': case_(
    'schema/enum',
    task('"pidMode": «"hosts"», "taskRoleArn": "{{ must_env `ROLE` }}"'),
    '/pidMode',
    '"pidMode" must be "task" or "host", not "hosts".',
    change('pidMode', '"host"', task('"pidMode": "host", "taskRoleArn": "{{ must_env `ROLE` }}"')),
    change('pidMode', '"task"', task('"pidMode": "task", "taskRoleArn": "{{ must_env `ROLE` }}"')),
  ),
  dashes: case_(
    'schema/enum',
    container('"firelensConfiguration": {"type": «"fluent-bit"»}'),
    `${inApp}/firelensConfiguration/type`,
    '"type" must be "fluentbit" or "fluentd", not "fluent-bit".',
    change('type', '"fluentbit"', container('"firelensConfiguration": {"type": "fluentbit"}'), true),
  ),
  'the only value': case_(
    'schema/enum',
    container('"environmentFiles": [{"value": "a", "type": «"file"»}]'),
    `${inApp}/environmentFiles/0/type`,
    '"type" must be "s3", not "file".',
    change('type', '"s3"', container('"environmentFiles": [{"value": "a", "type": "s3"}]')),
  ),
  'an item of a list': case_(
    'schema/enum',
    task('"requiresCompatibilities": [«"fargate"»]'),
    '/requiresCompatibilities/0',
    'Each item of "requiresCompatibilities" must be one of "FARGATE", "EC2", "MANAGED_INSTANCES" or "EXTERNAL", not "fargate". Capital and small letters are told apart.',
    change('"fargate"', '"FARGATE"', task('"requiresCompatibilities": ["FARGATE"]'), true),
  ),
  "another tool's word, and three of the other values": case_(
    'schema/enum',
    container('"logConfiguration": {"logDriver": «"cloudwatch"»}'),
    `${inApp}/logConfiguration/logDriver`,
    '"logDriver" must be one of "awslogs", "awsfirelens", "splunk", "fluentd", "gelf", "journald", "json-file" or "syslog", not "cloudwatch".',
    change(
      'logDriver',
      '"awslogs", with its options (fill in <REGION>)',
      container(
        '"logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/web", "awslogs-region": "<REGION>", "awslogs-stream-prefix": "app"}}',
      ),
    ),
    ...['fluentd', 'gelf', 'journald'].map((driver) =>
      change('logDriver', `"${driver}"`, container(`"logConfiguration": {"logDriver": "${driver}"}`)),
    ),
  ),
  "another tool's word for a driver that has its options": case_(
    'schema/enum',
    container('"logConfiguration": {"logDriver": «"cloudwatch"», "options": {"awslogs-group": "a"}}'),
    `${inApp}/logConfiguration/logDriver`,
    '"logDriver" must be one of "awslogs", "awsfirelens", "splunk", "fluentd", "gelf", "journald", "json-file" or "syslog", not "cloudwatch".',
    ...['awslogs', 'fluentd', 'gelf', 'journald'].map((driver) =>
      change(
        'logDriver',
        `"${driver}"`,
        container(`"logConfiguration": {"logDriver": "${driver}", "options": {"awslogs-group": "a"}}`),
      ),
    ),
  ),
  'a log driver on Fargate, which has three, and needs a role for the first': case_(
    'schema/enum',
    task('"requiresCompatibilities": ["FARGATE"], "tags": [{"key": "a"}]').replace(
      '"nginx:1.27"',
      '"nginx:1.27", "logConfiguration": {"logDriver": «"cloudwatch"»}',
    ),
    `${inApp}/logConfiguration/logDriver`,
    '"logDriver" must be one of "awslogs", "awsfirelens", "splunk", "fluentd", "gelf", "journald", "json-file" or "syslog", not "cloudwatch".',
    change(
      'logDriver',
      '"awslogs", with its options (fill in <REGION> and <ACCOUNT_ID>)',
      task(
        '"requiresCompatibilities": ["FARGATE"], "tags": [{"key": "a"}], "executionRoleArn": "arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole"',
      ).replace(
        '"nginx:1.27"',
        '"nginx:1.27", "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/web", "awslogs-region": "<REGION>", "awslogs-stream-prefix": "app"}}',
      ),
    ),
  ),
  'a log driver where the log router is there already': case_(
    'schema/enum',
    container(`"logConfiguration": {"logDriver": «"cloudwatch"», "options": {}}${ROUTER}`),
    `${inApp}/logConfiguration/logDriver`,
    '"logDriver" must be one of "awslogs", "awsfirelens", "splunk", "fluentd", "gelf", "journald", "json-file" or "syslog", not "cloudwatch".',
    ...['awslogs', 'awsfirelens', 'fluentd', 'gelf'].map((driver) =>
      change(
        'logDriver',
        `"${driver}"`,
        container(`"logConfiguration": {"logDriver": "${driver}", "options": {}}${ROUTER}`),
      ),
    ),
  ),
  'a network mode on Fargate, which has one': case_(
    'schema/enum',
    task('"requiresCompatibilities": ["FARGATE"], "networkMode": «"nat"»'),
    '/networkMode',
    '"networkMode" must be one of "awsvpc", "bridge", "host" or "none", not "nat".',
    change(
      'networkMode',
      '"awsvpc"',
      task('"requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc"'),
    ),
  ),
  'a network mode, of which the mapped ports leave two, and one that takes them along': case_(
    'schema/enum',
    task('"networkMode": «"nat"»').replace('"nginx:1.27"', `"nginx:1.27", ${PORTS}`),
    '/networkMode',
    '"networkMode" must be one of "awsvpc", "bridge", "host" or "none", not "nat".',
    ...['awsvpc', 'bridge', 'host'].map((mode) =>
      change(
        'networkMode',
        `"${mode}"`,
        task(`"networkMode": "${mode}"`).replace(
          '"nginx:1.27"',
          `"nginx:1.27", ${mode === 'bridge' ? PORTS : PORTS.replace('"hostPort": 8080, ', '')}`,
        ),
      ),
    ),
  ),
  'a typing error': case_(
    'schema/enum',
    container('"dependsOn": [{"containerName": "x", "condition": «"HEALTY"»}]'),
    `${inApp}/dependsOn/0/condition`,
    '"condition" must be one of "START", "HEALTHY", "COMPLETE" or "SUCCESS", not "HEALTY".',
    ...['HEALTHY', 'START', 'COMPLETE', 'SUCCESS'].map((condition) =>
      change(
        'condition',
        `"${condition}"`,
        container(`"dependsOn": [{"containerName": "x", "condition": "${condition}"}]`),
      ),
    ),
  ),
  'the beginning of several values comes first': case_(
    'schema/enum',
    task('"runtimePlatform": {"operatingSystemFamily": «"WINDOWS_SERVER_2022"»}'),
    '/runtimePlatform/operatingSystemFamily',
    '"operatingSystemFamily" must be one of "LINUX", "WINDOWS_SERVER_2025_FULL", "WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2022_FULL", "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2004_CORE" or "WINDOWS_SERVER_20H2_CORE", not "WINDOWS_SERVER_2022".',
    ...['WINDOWS_SERVER_2022_FULL', 'WINDOWS_SERVER_2022_CORE', 'LINUX', 'WINDOWS_SERVER_2025_FULL'].map(
      (family) =>
        change(
          'operatingSystemFamily',
          `"${family}"`,
          task(`"runtimePlatform": {"operatingSystemFamily": "${family}"}`),
        ),
    ),
  ),
});

testFindings('schema/range', {
  'the limits themselves': [
    container(
      '"healthCheck": {"command": ["CMD", "true"], "interval": 5, "timeout": 60, "retries": 10, "startPeriod": 0}',
    ),
  ],
  'too high': case_(
    'schema/range',
    container('"healthCheck": {"command": ["CMD", "true"], "interval": «301»}'),
    `${inApp}/healthCheck/interval`,
    '"interval" must be from 5 to 300 seconds: 301 is too high.',
    change('interval', '300', container('"healthCheck": {"command": ["CMD", "true"], "interval": 300}')),
  ),
  'too low, without an upper limit': case_(
    'schema/range',
    container('"stopTimeout": «1»'),
    `${inApp}/stopTimeout`,
    '"stopTimeout" must be at least 2 seconds: 1 is too low.',
    change('stopTimeout', '2', container('"stopTimeout": 2')),
  ),
  'a port': case_(
    'schema/range',
    container('"portMappings": [{"containerPort": «0»}]'),
    `${inApp}/portMappings/0/containerPort`,
    '"containerPort" must be from 1 to 65535: 0 is too low.',
    change('containerPort', '1', container('"portMappings": [{"containerPort": 1}]')),
  ),
  'the storage that a task has without asking': case_(
    'schema/range',
    task('"ephemeralStorage": {"sizeInGiB": «20»}'),
    '/ephemeralStorage/sizeInGiB',
    '"sizeInGiB" must be from 21 to 200 GiB: 20 is too low.',
    change('sizeInGiB', '21', task('"ephemeralStorage": {"sizeInGiB": 21}')),
    {
      title: 'Remove ephemeralStorage',
      to: '{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}]}',
    },
  ),
  'less storage': case_(
    'schema/range',
    task('"ephemeralStorage": {"sizeInGiB": «1»}'),
    '/ephemeralStorage/sizeInGiB',
    '"sizeInGiB" must be from 21 to 200 GiB: 1 is too low.',
    change('sizeInGiB', '21', task('"ephemeralStorage": {"sizeInGiB": 21}')),
  ),
});

const containers = (count: number, mark = (name: string, _: number) => name): string => {
  const list = Array.from({ length: count }, (_, i) => `{"name": ${mark(`"c${i}"`, i)}, "image": "b"}`);
  return `{"family": "web", "containerDefinitions": [${list.join(', ')}]}`;
};
const many = (count: number, item: string): string => Array.from({ length: count }, () => item).join(', ');

testFindings('schema/length', {
  'an empty string that may go': [
    container('"cpu": 1, "workingDirectory": «""»'),
    {
      rule: 'schema/length',
      pointer: `${inApp}/workingDirectory`,
      message: '"workingDirectory" is an empty string: AWS refuses it. Leave the key out.',
      fixes: [{ title: 'Remove workingDirectory', safe: true, to: container('"cpu": 1') }],
      dropped: true,
    },
  ],
  'an empty path on the host': [
    task('"volumes": [{"name": "a", "host": {"sourcePath": «""»}}]'),
    {
      rule: 'schema/length',
      pointer: '/volumes/0/host/sourcePath',
      message: '"sourcePath" is an empty string: AWS refuses it. Leave the key out.',
      fixes: [{ title: 'Remove sourcePath', safe: true, to: task('"volumes": [{"name": "a", "host": {}}]') }],
      dropped: true,
    },
  ],
  'an empty string that is needed': case_(
    'schema/length',
    '{"family": "web", "containerDefinitions": [{"name": "app", "image": «""»}]}',
    `${inApp}/image`,
    '"image" is empty: AWS requires it in every container.',
    change(
      'image',
      '"<IMAGE>" (fill in <IMAGE>)',
      '{"family": "web", "containerDefinitions": [{"name": "app", "image": "<IMAGE>"}]}',
    ),
  ),
  'an empty name': case_(
    'schema/length',
    '{"family": «""», "containerDefinitions": [{"name": "app", "image": "b"}]}',
    '/family',
    '"family" is empty: AWS requires it in every task definition.',
    change('family', '"app"', '{"family": "app", "containerDefinitions": [{"name": "app", "image": "b"}]}'),
  ),
  'empty strings that register': [
    container('"environment": [{"name": "A", "value": ""}], "user": "", "hostname": ""'),
  ],
  'empty lists that register': [
    task('"volumes": [], "requiresCompatibilities": [], "placementConstraints": []'),
  ],
  'no tags': [
    task('«"tags"»: [], "cpu": "256"'),
    {
      rule: 'schema/length',
      pointer: '/tags',
      message: '"tags" is an empty list: AWS refuses it. Leave the key out.',
      fixes: [{ title: 'Remove tags', safe: true, to: task('"cpu": "256"') }],
      dropped: true,
    },
  ],
  'no containers': case_(
    'schema/length',
    '{"family": "web", «"containerDefinitions"»: []}',
    '/containerDefinitions',
    '"containerDefinitions" is empty: a task definition has 1 to 10 containers.',
    change(
      'containerDefinitions',
      'a container called "web" (fill in <IMAGE>)',
      '{"family": "web", "containerDefinitions": [{"name": "web", "image": "<IMAGE>", "essential": true, "memory": 512}]}',
    ),
  ),
  'ten containers': [containers(10)],
  'eleven containers': case_(
    'schema/length',
    containers(11, (name, i) => (i === 10 ? `«${name}»` : name)),
    '/containerDefinitions/10',
    'This is one container too many: a task definition has 1 to 10 containers, here are 11.',
  ),
  'environment files': case_(
    'schema/length',
    container(`«"environmentFiles"»: [${many(11, '{"value": "arn:a", "type": "s3"}')}]`),
    `${inApp}/environmentFiles`,
    '"environmentFiles" has 11 items: AWS allows at most 10.',
    {
      title: 'Remove the last item of environmentFiles',
      to: container(`"environmentFiles": [${many(10, '{"value": "arn:a", "type": "s3"}')}]`),
    },
  ),
  'several items too many': case_(
    'schema/length',
    task(`«"tags"»: [${many(53, '{"key": "a"}')}]`),
    '/tags',
    '"tags" has 53 items: AWS allows at most 50.',
    {
      title: 'Remove the last 3 items of tags',
      to: task(`"tags": [${many(50, '{"key": "a"}')}]`),
    },
  ),
  'so many items too many that they are no oversight': case_(
    'schema/length',
    task(`«"tags"»: [${many(151, '{"key": "a"}')}]`),
    '/tags',
    '"tags" has 151 items: AWS allows at most 50.',
  ),
  'one of a few items': case_(
    'schema/length',
    container('«"credentialSpecs"»: ["credentialspec:arn:a", "credentialspec:arn:b"]'),
    `${inApp}/credentialSpecs`,
    '"credentialSpecs" has 2 items: AWS allows at most 1.',
    {
      title: 'Keep only "credentialspec:arn:a"',
      to: container('"credentialSpecs": ["credentialspec:arn:a"]'),
    },
    {
      title: 'Keep only "credentialspec:arn:b"',
      to: container('"credentialSpecs": ["credentialspec:arn:b"]'),
    },
  ),
  'one of many items': case_(
    'schema/length',
    container(`«"credentialSpecs"»: [${many(6, '"credentialspec:arn:a"')}]`),
    `${inApp}/credentialSpecs`,
    '"credentialSpecs" has 6 items: AWS allows at most 1.',
    {
      title: 'Remove the last 5 items of credentialSpecs',
      to: container('"credentialSpecs": ["credentialspec:arn:a"]'),
    },
  ),
  'a long tag, counted in characters': case_(
    'schema/length',
    task(`"tags": [{"key": "a", "value": «"${'𐐀'.repeat(257)}"»}]`),
    '/tags/0/value',
    '"value" has 257 characters: AWS allows at most 256.',
  ),
});

const names = (volume: string, containerName: string): string =>
  `{"family": "web", "volumes": [{"name": ${volume}}], "proxyConfiguration": {"containerName": "a b"}, "containerDefinitions": [
    {"name": ${containerName}, "image": "b", "mountPoints": [{"sourceVolume": "x.y"}, {"sourceVolume": "other"}]},
    {"name": "c", "image": "b", "links": ["a b:alias", "a b", "d"], "volumesFrom": [{"sourceContainer": "a b"}],
     "dependsOn": [{"containerName": "a b", "condition": "START"}]}]}`;

testFindings('schema/pattern', {
  'a family': case_(
    'schema/pattern',
    '{"family": «"my app.v2 "», "containerDefinitions": [{"name": "app", "image": "b"}]}',
    '/family',
    '"family" must be up to 255 letters, digits, hyphens and underscores, not "my app.v2 ".',
    change(
      'family',
      '"my-app-v2"',
      '{"family": "my-app-v2", "containerDefinitions": [{"name": "app", "image": "b"}]}',
    ),
  ),
  'a volume, with what refers to it': case_(
    'schema/pattern',
    names('«"x.y"»', '"app"'),
    '/volumes/0/name',
    '"name" must be up to 255 letters, digits, hyphens and underscores, not "x.y".',
    change(
      'name',
      '"x-y"',
      names('"x-y"', '"app"').replace('"sourceVolume": "x.y"', '"sourceVolume": "x-y"'),
    ),
  ),
  'a container, with what refers to it': case_(
    'schema/pattern',
    names('"x"', '«"a b"»'),
    `${inApp}/name`,
    '"name" must be up to 255 letters, digits, hyphens and underscores, not "a b".',
    change('name', '"a-b"', names('"x"', '"a b"').replaceAll('"a b', '"a-b')),
  ),
  'a name that another one has when it is cleaned': case_(
    'schema/pattern',
    task('"volumes": [{"name": «"a b"»}, {"name": "a-b"}]'),
    '/volumes/0/name',
    '"name" must be up to 255 letters, digits, hyphens and underscores, not "a b".',
  ),
  'a name of nothing that is allowed': case_(
    'schema/pattern',
    '{"family": «"..."», "containerDefinitions": [{"name": "app", "image": "b"}]}',
    '/family',
    '"family" must be up to 255 letters, digits, hyphens and underscores, not "...".',
  ),
  'the name of a port': case_(
    'schema/pattern',
    container('"portMappings": [{"containerPort": 80, "name": «"Web HTTP"»}]'),
    `${inApp}/portMappings/0/name`,
    '"name" must be up to 64 lower-case letters, digits, hyphens and underscores, the first one no hyphen, not "Web HTTP".',
    change('name', '"web-http"', container('"portMappings": [{"containerPort": 80, "name": "web-http"}]')),
  ),
  'a range of ports with blanks': case_(
    'schema/pattern',
    container('"portMappings": [{"containerPortRange": «"8000 - 8010"»}]'),
    `${inApp}/portMappings/0/containerPortRange`,
    '"containerPortRange" must be the first and the last port with a hyphen between them, such as 8000-8010, not "8000 - 8010".',
    change(
      'containerPortRange',
      '"8000-8010"',
      container('"portMappings": [{"containerPortRange": "8000-8010"}]'),
    ),
  ),
  'an image, which is never changed': case_(
    'schema/pattern',
    '{"family": "web", "containerDefinitions": [{"name": "app", "image": «"my image"»}]}',
    `${inApp}/image`,
    '"image" must be up to 255 letters, digits, hyphens, underscores, colons, dots, slashes and number signs, with an optional @sha256 digest behind them, not "my image".',
  ),
  'a blank path on the host': [
    task('"volumes": [{"name": "a", "host": {"sourcePath": «" "»}}]'),
    {
      rule: 'schema/pattern',
      pointer: '/volumes/0/host/sourcePath',
      message: '"sourcePath" is blank: AWS refuses it. Leave the key out.',
      fixes: [{ title: 'Remove sourcePath', safe: true, to: task('"volumes": [{"name": "a", "host": {}}]') }],
    },
  ],
  'a lone surrogate in a tag': case_(
    'schema/pattern',
    task('"tags": [{"key": "a", "value": «"\\ud800"»}]'),
    '/tags/0/value',
    '"value" must be letters, digits, spaces and the characters _ . : / = + - @, not "\\ud800".',
  ),
});
