import { describe, expect, it } from 'vitest';
import { convertToFargate } from '../../../server/src/core/refactorings/convertToFargate';
import { app, apply, ec2, fargate, type Members, tryTo } from './conversions';

const AWSVPC =
  'The network mode is awsvpc: a service then needs subnets and security groups, and target groups of type ip.';
const ROLE = 'arn:aws:iam::123456789012:role/shop';

const convert = (document: unknown) => apply(convertToFargate, document);
const nothing = (document: unknown) => expect(tryTo(convertToFargate, document)).toBeUndefined();

/** The document becomes this one, and the person is told this. */
function expectConversion(document: unknown, result: unknown, summary: readonly string[]): void {
  const converted = convert(document);
  expect(JSON.parse(converted.text)).toEqual(result);
  expect(converted.summary).toEqual(summary);
}

describe('Convert to Fargate', () => {
  it('changes the launch type alone where nothing else is in the way', () => {
    expectConversion(ec2(), fargate(), []);
  });

  it('does the whole of it at once, and keeps the layout and the comments', () => {
    const { text, summary } = convert(`{
  "family": "shop", // what we sell
  "requiresCompatibilities": ["EC2"],
  "networkMode": "bridge",
  "placementConstraints": [
    { "type": "memberOf", "expression": "attribute:ecs.os-type == linux" }
  ],
  "volumes": [
    { "name": "data", "host": { "sourcePath": "/srv/data" } },
    { "name": "cache", "dockerVolumeConfiguration": { "scope": "task" } }
  ],
  "containerDefinitions": [
    {
      "name": "web",
      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1",
      "cpu": 200,
      "memory": 700,
      "links": ["db"],
      "portMappings": [{ "containerPort": 80, "hostPort": 8080 }],
      "stopTimeout": 300,
      "dependsOn": [{ "containerName": "db", "condition": "START" }],
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    },
    {
      "name": "db",
      "image": "postgres:17",
      "cpu": 100,
      "memoryReservation": 400,
      "privileged": true, // who knows why
      "linuxParameters": { "sharedMemorySize": 64 },
      "portMappings": [{ "containerPort": 5432, "hostPort": 0, "protocol": "tcp" }],
      "logConfiguration": { "logDriver": "json-file", "options": { "max-size": "10m" } }
    }
  ]
}
`);
    expect(text).toBe(`{
  "family": "shop", // what we sell
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "volumes": [
    { "name": "data" },
    { "name": "cache" }
  ],
  "containerDefinitions": [
    {
      "name": "web",
      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1",
      "cpu": 200,
      "memory": 700,
      "portMappings": [{ "containerPort": 80 }],
      "stopTimeout": 120,
      "dependsOn": [{ "containerName": "db", "condition": "START" }],
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    },
    {
      "name": "db",
      "image": "postgres:17",
      "cpu": 100,
      "memoryReservation": 400,
      // who knows why
      "portMappings": [{ "containerPort": 5432, "protocol": "tcp" }],
      "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/shop", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "db" } }
    }
  ],
  "cpu": "512",
  "memory": "2048",
  "executionRoleArn": "arn:aws:iam::123456789012:role/<EXECUTION_ROLE>"
}
`);
    expect(summary).toEqual([
      'The network mode is awsvpc instead of bridge: a service then needs subnets and security groups, and target groups of type ip.',
      'The task has cpu "512" and memory "2048"; its containers ask for 300 CPU units and 1100 MiB.',
      'Removed links in "web". Containers of one awsvpc task reach each other on localhost.',
      'Removed placementConstraints. Fargate has no instances to choose from; subnets decide the Availability Zone.',
      'Removed privileged in "db". The capability SYS_PTRACE is all that Fargate adds.',
      'Removed sharedMemorySize in "db". A tmpfs mount on /dev/shm does the same.',
      'Scratch space of the task now: "cache" (dockerVolumeConfiguration) and "data" (host.sourcePath "/srv/data"). What has to outlive the task belongs on EFS.',
      '"db" logs through awslogs instead of json-file, without max-size; its log group has to exist.',
      'Removed hostPort in "web": it answers on 80 instead of 8080.',
      'Removed hostPort in "db": it answers on 5432 instead of a port of the host.',
      'Changed stopTimeout to 120 in "web" (was 300).',
      'Fill in executionRoleArn.',
    ]);
  });

  it('says what is lost, chosen and to be filled in', () => {
    const { summary } = convert({
      family: 'shop',
      networkMode: 'bridge',
      placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }],
      containerDefinitions: [
        app({ memory: 100, links: ['db'], stopTimeout: 300, privileged: true }),
        app({ name: 'db', cpu: 10, links: ['cache'], memoryReservation: 50 }),
        app({
          name: 'cache',
          logConfiguration: { logDriver: 'syslog', options: { tag: 'x', 'syslog-facility': 'y' } },
        }),
      ],
    });
    expect(summary).toEqual([
      'The network mode is awsvpc instead of bridge: a service then needs subnets and security groups, and target groups of type ip.',
      'The task has cpu "256" and memory "512"; its containers ask for 10 CPU units and 150 MiB.',
      'Removed links in "app" and "db". Containers of one awsvpc task reach each other on localhost.',
      'Removed placementConstraints. Fargate has no instances to choose from; subnets decide the Availability Zone.',
      'Removed privileged in "app". The capability SYS_PTRACE is all that Fargate adds.',
      '"cache" logs through awslogs instead of syslog, without tag and syslog-facility; its log group has to exist.',
      'Changed stopTimeout to 120 in "app" (was 300).',
      'Fill in awslogs-region in "cache" and executionRoleArn.',
    ]);
  });
});

describe('the launch type', () => {
  it('is added where the document lists none', () => {
    const { requiresCompatibilities: _, ...none } = ec2();
    expectConversion(none, fargate(), []);
    expectConversion({ ...none, requiresCompatibilities: null }, fargate(), []);
    expectConversion({ ...none, requiresCompatibilities: [] }, fargate(), []);
  });

  it.each([[['EXTERNAL']], [['MANAGED_INSTANCES']], [['fargate']], ['EC2'], [['EC2', 'EXTERNAL']]])(
    'takes the place of %j',
    (requiresCompatibilities) => expectConversion(ec2({}, { requiresCompatibilities }), fargate(), []),
  );

  it('stays beside another one that it stood beside', () => {
    nothing(ec2({}, { requiresCompatibilities: ['EC2', 'FARGATE'] }));
    expectConversion(
      ec2({ privileged: true }, { requiresCompatibilities: ['EC2', 'FARGATE'] }),
      ec2({}, { requiresCompatibilities: ['EC2', 'FARGATE'] }),
      ['Removed privileged in "app". The capability SYS_PTRACE is all that Fargate adds.'],
    );
  });

  it('drives out EXTERNAL, which has no awsvpc', () => {
    expectConversion(ec2({}, { requiresCompatibilities: ['EXTERNAL', 'FARGATE'] }), fargate(), [
      'Removed EXTERNAL from requiresCompatibilities.',
    ]);
  });
});

describe('nothing is converted', () => {
  it.each([
    ['what is for Fargate', fargate()],
    ['a bare list of containers', [app()]],
    ['a launch type left open', ec2({}, { requiresCompatibilities: ['${LAUNCH_TYPE}'] })],
    ['launch types left open', ec2({}, { requiresCompatibilities: '{{ types }}' })],
    [
      'a launch type under a misspelt key',
      { ...ec2(), requirescompatibilities: ['EC2'], requiresCompatibilities: undefined },
    ],
    ['text that is not whole', JSON.stringify(ec2()).slice(0, -1)],
    [
      'blocks of a template',
      JSON.stringify(ec2()).replace('"cpu":"256",', '{{ if .Cpu }}"cpu":"256",{{ end }}'),
    ],
    ['another document', { name: 'x', version: '1.0.0' }],
  ])('in %s', (_, document) => nothing(document));
});

describe('the network', () => {
  it('becomes awsvpc, and ports are no longer mapped', () => {
    const mappings = [
      { containerPort: 80, hostPort: 0 },
      { containerPort: 81, hostPort: 8081 },
      { containerPort: 82, hostPort: 82 },
      { containerPort: 83 },
      { containerPortRange: '90-95' },
    ];
    expectConversion(
      ec2({ portMappings: mappings }, { networkMode: undefined }),
      fargate({
        portMappings: [
          { containerPort: 80 },
          { containerPort: 81 },
          { containerPort: 82, hostPort: 82 },
          { containerPort: 83 },
          { containerPortRange: '90-95' },
        ],
      }),
      [
        AWSVPC,
        'Removed hostPort in "app": it answers on 80 instead of a port of the host.',
        'Removed hostPort in "app": it answers on 81 instead of 8081.',
      ],
    );
  });

  it('takes one mapping of a port of a container, the one that says more', () => {
    expectConversion(
      ec2(
        {
          portMappings: [
            { containerPort: 80, hostPort: 80 },
            { containerPort: 80, hostPort: 8080, protocol: 'tcp' },
            { containerPort: 80, protocol: 'udp' },
            { containerPort: 443, hostPort: 443 },
            { containerPort: 443, name: 'tls' },
          ],
        },
        { networkMode: 'bridge' },
      ),
      fargate({
        portMappings: [
          { containerPort: 80, hostPort: 80 },
          { containerPort: 80, protocol: 'udp' },
          { containerPort: 443, name: 'tls' },
        ],
      }),
      [
        AWSVPC.replace('awsvpc', 'awsvpc instead of bridge'),
        'Removed a further mapping of port 80 in "app" instead of 8080: one container port has one mapping.',
        'Removed a further mapping of port 443 in "app" instead of 443: one container port has one mapping.',
      ],
    );
  });

  it('leaves to people what two containers, or two names, want to have', () => {
    const document = (more: Members) => ({
      ...fargate({
        portMappings: [
          { containerPort: 81, name: 'one' },
          { containerPort: 81, name: 'two' },
          { containerPort: 80 },
        ],
      }),
      containerDefinitions: [
        app({
          portMappings: [
            { containerPort: 81, name: 'one' },
            { containerPort: 81, name: 'two' },
            { containerPort: 80 },
          ],
        }),
        app({ name: 'admin', portMappings: [{ containerPort: 80 }] }),
      ],
      ...more,
    });
    const twice = (port: number) =>
      `Still to do: Container port ${port}/tcp is mapped twice, and all containers of an awsvpc task share its ports. Let one of them listen on another port.`;
    expectConversion(document({ requiresCompatibilities: ['EC2'], networkMode: 'bridge' }), document({}), [
      AWSVPC.replace('awsvpc', 'awsvpc instead of bridge'),
      twice(81),
      twice(80),
    ]);
  });

  it('keeps a host port that has no port beside it, whatever is meant', () => {
    const container = { portMappings: [{ hostPort: 8080 }] };
    expectConversion(ec2(container), fargate(container), []);
  });

  it('is not what it was for names that the host gave', () => {
    expectConversion(
      ec2({ hostname: 'web', extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }], dnsServers: [] }),
      fargate({ dnsServers: [] }),
      [
        'Removed hostname in "app". The name of an awsvpc task comes from its network interface.',
        'Removed extraHosts in "app". Use names that the DNS of the VPC knows.',
      ],
    );
  });
});

describe('the size', () => {
  const sized = (task: Members, ...containers: Members[]) => ({
    ...ec2({}, { cpu: undefined, memory: undefined, ...task }),
    containerDefinitions: containers.map((container, i) => app({ name: `c${i}`, ...container })),
  });

  it.each([
    ['nothing is asked for', {}, [{}], '256', '512'],
    [
      'limits together',
      {},
      [
        { cpu: 100, memory: 700 },
        { cpu: 200, memory: 400 },
      ],
      '512',
      '2048',
    ],
    [
      'reservations where there is no limit',
      {},
      [{ memoryReservation: 600 }, { memory: 300 }],
      '256',
      '1024',
    ],
    ['a limit, not what is reserved of it', {}, [{ memory: 2000, memoryReservation: 100 }], '256', '2048'],
    ['memory that needs more cpu', {}, [{ cpu: 10, memory: 5000 }], '1024', '5120'],
    ['steps of 4 GB', {}, [{ cpu: 8000, memory: 17000 }], '8192', '20480'],
    [
      'the size of the task',
      { cpu: '300', memory: '700' },
      [{ memory: 500 }, { memory: 500 }],
      '512',
      '1024',
    ],
    ['its spelling', { cpu: '0.2 vCPU', memory: '0.7 GB' }, [{}], '0.25 vCPU', '1 GB'],
    ['half of a size', { cpu: '1024' }, [{ memory: 100 }], '1024', '2048'],
    ['a size without its unit', { cpu: '1', memory: '2' }, [{}], '1024', '2048'],
    ['text that AWS cannot read', { cpu: '1 core', memory: '2048MB' }, [{}], '1024', '2048'],
    ['a number without its quotes', { cpu: 300, memory: '1024' }, [{}], '512', '1024'],
    ['null', { cpu: null, memory: null }, [{}], '256', '512'],
    ['limits that no size holds together', {}, Array(9).fill({ memory: 30000 }), '4096', '30720'],
  ])('is the smallest one for %s', (_, task, containers, cpu, memory) => {
    const { text } = convert(sized(task, ...(containers as Members[])));
    expect(JSON.parse(text)).toMatchObject({ cpu, memory });
  });

  it('is one of those for Windows', () => {
    const runtimePlatform = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' };
    expectConversion(
      ec2({ memory: 512 }, { runtimePlatform }),
      fargate({ memory: 512 }, { runtimePlatform, cpu: '1024', memory: '2048' }),
      ['The task has cpu "1024" (was "256") and memory "2048" (was "512"); its containers ask for 512 MiB.'],
    );
  });

  it('is the largest one where none is large enough, and the rest is said', () => {
    const { text, summary } = convert(sized({}, { memory: 300_000 }));
    expect(JSON.parse(text)).toMatchObject({ cpu: '32768', memory: '249856' });
    expect(summary.at(-1)).toBe(
      'Still to do: Container "c0" may take 300000 MiB, more than the 249856 MiB of the task. Lower its memory or raise the task\'s.',
    );
  });

  it('says where the containers ask for nothing', () => {
    expect(convert(sized({}, {})).summary).toEqual([
      'The task has cpu "256" and memory "512"; its containers ask for nothing, so check it.',
    ]);
  });
});

describe('the architecture', () => {
  const arm = { image: 'arm64v8/nginx:1.27' };
  it('is written where Fargate would take another one than the image has', () => {
    expectConversion(
      ec2(arm),
      fargate(arm, { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } }),
      ['Added cpuArchitecture "ARM64" in "app".'],
    );
  });

  it('stays where the document says it', () => {
    const task = { runtimePlatform: { cpuArchitecture: 'X86_64' } };
    expectConversion(ec2(arm, task), fargate(arm, task), []);
  });
});

describe('volumes', () => {
  it('become scratch space where Fargate has no such type', () => {
    expectConversion(
      ec2(
        {},
        {
          volumes: [
            { name: 'a', host: { sourcePath: '/srv/a' } },
            { name: 'b', dockerVolumeConfiguration: { scope: 'shared', driver: 'local' } },
            { name: 'c', host: {} },
            { name: 'd', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } },
          ],
        },
      ),
      fargate(
        {},
        {
          volumes: [
            { name: 'a' },
            { name: 'b' },
            { name: 'c', host: {} },
            { name: 'd', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } },
          ],
        },
      ),
      [
        'Scratch space of the task now: "b" (dockerVolumeConfiguration) and "a" (host.sourcePath "/srv/a"). What has to outlive the task belongs on EFS.',
      ],
    );
  });
});

describe('members of a container', () => {
  it('go with what would be left empty', () => {
    expectConversion(
      ec2({
        linuxParameters: { devices: [{ hostPath: '/dev/fuse' }], capabilities: { add: ['NET_ADMIN'] } },
      }),
      fargate(),
      [
        'Removed devices in "app". Fargate shows a container no device of the host.',
        'Removed "NET_ADMIN" in "app". SYS_PTRACE is the only capability that Fargate adds.',
      ],
    );
  });

  it('stay where Fargate takes them', () => {
    const container = {
      linuxParameters: {
        initProcessEnabled: true,
        capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] },
        tmpfs: [{ containerPath: '/run', size: 64 }],
      },
      privileged: false,
      memory: 300,
      memoryReservation: 200,
      stopTimeout: 120,
      systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }],
    };
    expectConversion(ec2(container), fargate(container), []);
  });

  it('go one by one where only some are refused', () => {
    expectConversion(
      ec2({
        linuxParameters: { capabilities: { add: ['NET_ADMIN', 'SYS_PTRACE', 'SYS_ADMIN'] } },
        systemControls: [
          { namespace: 'net.core.rmem_max', value: '1' },
          { namespace: 'net.core.somaxconn', value: '1024' },
        ],
      }),
      fargate({
        linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } },
        systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }],
      }),
      [
        'Removed "NET_ADMIN" in "app". SYS_PTRACE is the only capability that Fargate adds.',
        'Removed "SYS_ADMIN" in "app". SYS_PTRACE is the only capability that Fargate adds.',
        'Removed net.core.rmem_max in "app".',
      ],
    );
  });

  it('that Windows does not have on Fargate go, and the log router with them', () => {
    const windows = {
      runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      cpu: '1024',
      memory: '2048',
      executionRoleArn: ROLE,
    };
    const { text, summary } = convert({
      ...ec2({}, windows),
      containerDefinitions: [
        app({ logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'datadog' } } }),
        app({ name: 'router', firelensConfiguration: { type: 'fluentbit' } }),
      ],
    });
    expect(JSON.parse(text)).toEqual({
      ...fargate({}, windows),
      containerDefinitions: [
        app({
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/ecs/web',
              'awslogs-region': '<REGION>',
              'awslogs-stream-prefix': 'app',
            },
          },
        }),
        app({ name: 'router' }),
      ],
    });
    expect(summary).toEqual([
      'Removed firelensConfiguration in "router". Use the log driver awslogs.',
      '"app" logs through awslogs instead of awsfirelens, without Name; its log group has to exist.',
      'Fill in awslogs-region in "app".',
    ]);
  });
});

describe('logs and roles', () => {
  const logs = (options: Members = {}) => ({
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', ...options },
  });

  it('awslogs gets its stream prefix, and a role to fill in', () => {
    expectConversion(
      ec2({ logConfiguration: logs() }),
      fargate(
        { logConfiguration: logs({ 'awslogs-stream-prefix': 'app' }) },
        { executionRoleArn: 'arn:aws:iam::<ACCOUNT_ID>:role/<EXECUTION_ROLE>' },
      ),
      ['Added "awslogs-stream-prefix": "app" in "app".', 'Fill in executionRoleArn.'],
    );
  });

  it('the role is of the account and the partition of the document', () => {
    const taskRoleArn = 'arn:aws-cn:iam::210987654321:role/app';
    const { text } = convert(ec2({ logConfiguration: logs() }, { taskRoleArn }));
    expect(JSON.parse(text)).toHaveProperty(
      'executionRoleArn',
      'arn:aws-cn:iam::210987654321:role/<EXECUTION_ROLE>',
    );
  });

  it('a role that is there stays', () => {
    const prefixed = { logConfiguration: logs({ 'awslogs-stream-prefix': 'x' }) };
    expectConversion(
      ec2(prefixed, { executionRoleArn: ROLE }),
      fargate(prefixed, { executionRoleArn: ROLE }),
      [],
    );
  });

  it('a router that reads its configuration from S3 is left to people', () => {
    const document = (requiresCompatibilities: string[]) => ({
      ...fargate({}, { requiresCompatibilities }),
      containerDefinitions: [
        app({ logConfiguration: { logDriver: 'awsfirelens' } }),
        app({
          name: 'router',
          firelensConfiguration: {
            type: 'fluentbit',
            options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::b/extra.conf' },
          },
        }),
      ],
    });
    expectConversion(document(['EC2']), document(['FARGATE']), [
      'Still to do: Fargate cannot fetch the configuration of the log router from S3. Build the file into its image, and name it with config-file-type "file" and its path as config-file-value.',
    ]);
  });
});

describe('templates', () => {
  it('may hold marks outside of strings', () => {
    const open = (document: unknown) => JSON.stringify(document).replace('"256"', '{{ cpu }}');
    const { text, summary } = convert(open(ec2({ privileged: true })));
    expect(text).toBe(open(fargate()));
    expect(summary).toEqual([
      'Removed privileged in "app". The capability SYS_PTRACE is all that Fargate adds.',
      'The template decides about cpu: check it.',
    ]);
  });

  it('keep their marks, and the person is told which of them matter', () => {
    const container = {
      memory: '${MEMORY}',
      privileged: '{{ privileged }}',
      portMappings: [{ containerPort: 80, hostPort: '<HOST_PORT>' }],
    };
    const task = {
      networkMode: '${NETWORK_MODE}',
      cpu: '__CPU__',
      volumes: [{ name: 'data', host: { sourcePath: '%DATA%' } }],
    };
    expectConversion(ec2(container, task), fargate(container, task), [
      'The template decides about networkMode, cpu, memory in "app", privileged in "app" and volume "data" (host.sourcePath "%DATA%"): check it.',
    ]);
    expect(convert(ec2(container)).summary).toEqual([
      'The template decides about memory in "app", privileged in "app" and hostPort in "app": check it.',
    ]);
  });

  it('may give both ports the same mark', () => {
    const container = { portMappings: [{ containerPort: '${PORT}', hostPort: '${PORT}' }] };
    expectConversion(ec2(container), fargate(container), []);
  });

  it('lose a host port that stands beside a port left open', () => {
    expectConversion(
      ec2({ portMappings: [{ containerPort: '${PORT}', hostPort: 0 }] }),
      fargate({ portMappings: [{ containerPort: '${PORT}' }] }),
      ['Removed hostPort in "app": it answers on its container port instead of a port of the host.'],
    );
  });

  it('get the half of a size that they leave to be written', () => {
    expectConversion(
      ec2({ memory: 700 }, { cpu: '${CPU}', memory: undefined }),
      fargate({ memory: 700 }, { cpu: '${CPU}', memory: '1024' }),
      [
        'The task has memory "1024"; its containers ask for 700 MiB.',
        'The template decides about cpu: check it.',
      ],
    );
    expectConversion(
      ec2({ cpu: 300 }, { memory: '${MEMORY}', cpu: undefined }),
      fargate({ cpu: 300 }, { memory: '${MEMORY}', cpu: '512' }),
      [
        'The task has cpu "512"; its containers ask for 300 CPU units.',
        'The template decides about memory: check it.',
      ],
    );
  });
});

describe('describe output', () => {
  it('is converted inside its wrapper', () => {
    expectConversion(
      { taskDefinition: ec2({ privileged: true }), tags: [] },
      { taskDefinition: fargate(), tags: [] },
      ['Removed privileged in "app". The capability SYS_PTRACE is all that Fargate adds.'],
    );
  });
});
