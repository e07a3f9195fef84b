import { describe, expect, it } from 'vitest';
import { make, titlesAskedAt, titlesAt } from '../../support/refactorings';

const LOG =
  '"logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/shop", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web" } }';
const WEB = `{ "name": "web", "image": "nginx:1.27", ${LOG} }`;

/** A task for Fargate, the cursor on the key of its containers. */
const task = (members: Record<string, unknown>, ...containers: string[]): string =>
  `{ ${JSON.stringify(members).slice(1, -1)}, |"containerDefinitions": [${containers.join(', ')}] }`;
const FARGATE = {
  family: 'shop',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  taskRoleArn: 'arn:aws:iam::123456789012:role/shop',
  executionRoleArn: 'arn:aws:iam::123456789012:role/ecs',
};
const EC2 = { family: 'shop', requiresCompatibilities: ['EC2'] };
const ROUTER = 'Send the logs of "web" through FireLens, with a log router';
const ADOT = 'Add an ADOT collector, for X-Ray and OpenTelemetry';
const DATADOG = 'Add a Datadog agent (fill in <SUFFIX>)';
const CLOUDWATCH = 'Add a CloudWatch agent, for StatsD and embedded metrics';
const logsOf = (prefix: string) => ({
  logDriver: 'awslogs',
  options: {
    'awslogs-group': '/ecs/shop',
    'awslogs-region': 'eu-west-1',
    'awslogs-stream-prefix': prefix,
  },
});

describe('sidecars', () => {
  it('are offered on the key of the containers, and anywhere when asked for', () => {
    const marked = task(FARGATE, WEB);
    expect(titlesAt(marked)).toEqual([ROUTER, ADOT, DATADOG, CLOUDWATCH]);
    const elsewhere = `|${marked.replace('|', '')}`.replace('|{', '{|');
    expect(titlesAt(elsewhere)).not.toContain(ADOT);
    expect(titlesAskedAt(elsewhere)).toEqual(expect.arrayContaining([ROUTER, ADOT, DATADOG, CLOUDWATCH]));
  });

  it('collector', () => {
    const { text, kind } = make(task(FARGATE, WEB), ADOT);
    expect(kind).toBe('refactor.rewrite');
    const after = JSON.parse(text);
    expect(after).toMatchObject(FARGATE);
    expect(after.containerDefinitions).toEqual([
      JSON.parse(WEB),
      {
        name: 'aws-otel-collector',
        image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1',
        essential: false,
        memoryReservation: 256,
        portMappings: [
          { containerPort: 4317, protocol: 'tcp' },
          { containerPort: 4318, protocol: 'tcp' },
          { containerPort: 2000, protocol: 'udp' },
        ],
        command: ['--config=/etc/ecs/ecs-default-config.yaml'],
        healthCheck: { command: ['CMD', '/healthcheck'], interval: 30, timeout: 5, retries: 3 },
        logConfiguration: logsOf('aws-otel-collector'),
      },
    ]);
  });

  it('Datadog, with its key as a secret', () => {
    const { text } = make(task(FARGATE, WEB), DATADOG);
    expect(JSON.parse(text).containerDefinitions[1]).toEqual({
      name: 'datadog-agent',
      image: 'public.ecr.aws/datadog/agent:7',
      essential: false,
      memoryReservation: 256,
      portMappings: [
        { containerPort: 8126, protocol: 'tcp' },
        { containerPort: 8125, protocol: 'udp' },
      ],
      environment: [
        { name: 'ECS_FARGATE', value: 'true' },
        { name: 'DD_APM_ENABLED', value: 'true' },
      ],
      secrets: [
        {
          name: 'DD_API_KEY',
          valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/DD_API_KEY-<SUFFIX>',
        },
      ],
      healthCheck: {
        command: ['CMD-SHELL', 'agent health'],
        interval: 30,
        timeout: 5,
        retries: 3,
        startPeriod: 15,
      },
      logConfiguration: logsOf('datadog-agent'),
    });
  });

  it('CloudWatch agent', () => {
    const { text } = make(task(FARGATE, WEB), CLOUDWATCH);
    const agent = JSON.parse(text).containerDefinitions[1];
    expect(agent).toMatchObject({ name: 'cloudwatch-agent', essential: false, memoryReservation: 128 });
    expect(JSON.parse(agent.environment[0].value)).toEqual({
      metrics: { metrics_collected: { statsd: {} } },
      logs: { metrics_collected: { emf: {} } },
    });
  });

  it('bring the roles that a Fargate task lacks', () => {
    const { taskRoleArn: _, executionRoleArn: __, ...without } = FARGATE;
    const after = JSON.parse(make(task(without, WEB), ADOT).text);
    expect(after.taskRoleArn).toBe('arn:aws:iam::<ACCOUNT_ID>:role/shop-task');
    expect(after.executionRoleArn).toBe('arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole');
  });

  it('bring an execution role for the key of Datadog on EC2 too, and no other roles', () => {
    const after = JSON.parse(make(task({ ...EC2, networkMode: 'awsvpc' }, WEB), 'Add a Datadog').text);
    expect(after.executionRoleArn).toBe('arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole');
    expect(after.taskRoleArn).toBeUndefined();
    expect(JSON.parse(make(task(EC2, WEB), ADOT).text).executionRoleArn).toBeUndefined();
  });

  it('are linked to in bridge mode, where there is no common localhost', () => {
    const linked = '{ "name": "app", "image": "app:1", "links": ["web"] }';
    const { containerDefinitions } = JSON.parse(make(task(EC2, WEB, linked), ADOT).text);
    expect(containerDefinitions.map(({ links }: { links?: string[] }) => links)).toEqual([
      ['aws-otel-collector'],
      ['web', 'aws-otel-collector'],
      undefined,
    ]);
  });

  it('listen to more than localhost where they are linked to', () => {
    const variables = (members: Record<string, unknown>): string[] => {
      const title = 'Add a Datadog agent';
      const [, agent] = JSON.parse(make(task(members, WEB), title).text).containerDefinitions;
      return agent.environment.map(({ name, value }: Record<string, string>) => `${name}=${value}`);
    };
    expect(variables(EC2)).toEqual([
      'DD_APM_ENABLED=true',
      'DD_APM_NON_LOCAL_TRAFFIC=true',
      'DD_DOGSTATSD_NON_LOCAL_TRAFFIC=true',
    ]);
    expect(variables({ ...EC2, networkMode: 'awsvpc' })).toEqual(['DD_APM_ENABLED=true']);
  });

  it('reserve memory only where the task has it', () => {
    const full = `{ "name": "web", "image": "nginx:1.27", "memoryReservation": 400, ${LOG} }`;
    const { containerDefinitions } = JSON.parse(make(task(FARGATE, full), ADOT).text);
    expect(containerDefinitions[1]).not.toHaveProperty('memoryReservation');
    const router = JSON.parse(make(task(FARGATE, full), ROUTER).text).containerDefinitions[1];
    expect(router.memoryReservation).toBe(50);
  });

  it.each([
    ['the same container is there', task(FARGATE, WEB, '{ "name": "aws-otel-collector", "image": "x" }')],
    [
      'its image is there',
      task(
        FARGATE,
        WEB,
        '{ "name": "x", "image": "public.ecr.aws/aws-observability/aws-otel-collector:latest" }',
      ),
    ],
    [
      'a port is taken',
      task(FARGATE, '{ "name": "web", "image": "nginx:1.27", "portMappings": [{ "containerPort": 4317 }] }'),
    ],
    [
      'a range holds a port',
      task(
        FARGATE,
        '{ "name": "web", "image": "nginx:1.27", "portMappings": [{ "containerPortRange": "4000-5000" }] }',
      ),
    ],
    [
      'there are ten containers',
      task(FARGATE, ...Array.from({ length: 10 }, (_, i) => WEB.replace('web', `web${i}`))),
    ],
    ['there is no network', task({ ...EC2, networkMode: 'none' }, WEB)],
    [
      'the task is for Windows',
      task({ ...FARGATE, runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }, WEB),
    ],
    ['there is no container', task(FARGATE)],
  ])('are not offered where %s', (_, marked) => expect(titlesAt(marked)).not.toContain(ADOT));
});

describe('FireLens', () => {
  it('switches awslogs over, with its values and marks, and adds the router', () => {
    const web = `{
  "name": "web",
  "image": "nginx:1.27",
  "logConfiguration": {
    "logDriver": "awslogs", // for now
    "options": {
      "awslogs-group": "/ecs/\${STAGE}/shop",
      "awslogs-create-group": "true",
      "mode": "non-blocking",
      "awslogs-region": "eu-west-1"
    }
  }
}`;
    const marked = `[${web.replace('"logConf', '|"logConf')}]`;
    expect(titlesAt(marked)).toEqual([ROUTER]);
    expect(make(marked, ROUTER).text).toBe(`[{
  "name": "web",
  "image": "nginx:1.27",
  "logConfiguration": {
    "logDriver": "awsfirelens", // for now
    "options": {
      "log_group_name": "/ecs/\${STAGE}/shop",
      "auto_create_group": "true",
      "region": "eu-west-1",
      "Name": "cloudwatch_logs",
      "log_stream_prefix": "web/"
    }
  }
}, {
  "name": "log_router",
  "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
  "essential": true,
  "memoryReservation": 50,
  "firelensConfiguration": {
    "type": "fluentbit"
  },
  "logConfiguration": {
    "logDriver": "awslogs",
    "options": {
      "awslogs-group": "/ecs/\${STAGE}/shop",
      "awslogs-region": "eu-west-1",
      "awslogs-stream-prefix": "log_router"
    }
  }
}]`);
  });

  it('switches all containers that log through awslogs or nowhere', () => {
    const containers = [
      WEB,
      '{ "name": "app", "image": "app:1" }',
      '{ "name": "db", "image": "redis:8", "logConfiguration": { "logDriver": "splunk" } }',
    ];
    const { title, text } = make(task(FARGATE, ...containers), 'Send');
    expect(title).toBe('Send the logs of "web" and "app" through FireLens, with a log router');
    const { containerDefinitions } = JSON.parse(text);
    const options = {
      Name: 'cloudwatch_logs',
      region: 'eu-west-1',
      log_group_name: '/ecs/shop',
    };
    expect(containerDefinitions[0].logConfiguration).toEqual({
      logDriver: 'awsfirelens',
      options: { ...options, log_stream_prefix: 'web' },
    });
    expect(containerDefinitions[1].logConfiguration).toEqual({
      logDriver: 'awsfirelens',
      options: { ...options, log_stream_prefix: 'app/' },
    });
    expect(containerDefinitions[2].logConfiguration).toEqual({ logDriver: 'splunk' });
    expect(containerDefinitions[3].name).toBe('log_router');
  });

  it('switches one container over to the router that is there', () => {
    const router =
      '{ "name": "router", "image": "fluent-bit:3", "firelensConfiguration": { "type": "fluentbit" } }';
    const all = task(FARGATE, WEB, router);
    expect(titlesAt(all)).toEqual([ADOT, DATADOG, CLOUDWATCH]);
    const one = all.replace('|', '').replace('"logConf', '|"logConf');
    const { title, text } = make(one, 'Send');
    expect(title).toBe('Send the logs of "web" through FireLens');
    expect(JSON.parse(text).containerDefinitions).toHaveLength(2);
  });

  it.each([
    [
      'for Windows',
      task({ ...FARGATE, runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }, WEB),
    ],
    ['for a driver of another kind', task(FARGATE, WEB.replace('awslogs"', 'splunk"'))],
    ['where a template decides about the driver', task(FARGATE, WEB.replace('"awslogs"', '"${DRIVER}"'))],
  ])('is not offered %s', (_, marked) =>
    expect(titlesAt(marked)).not.toContainEqual(expect.stringContaining('FireLens')),
  );
});
