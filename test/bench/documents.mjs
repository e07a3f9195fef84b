// Task definitions of any size, always the same for the same arguments.

/** The text before the cursor, in an environment value half way down the document. */
export const CURSOR_AFTER = 'https://orders.internal.example';
/** The key that is hovered and completed: the first one behind the cursor. */
export const KEY = 'logConfiguration';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
const arn = (service, resource) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

/** AWS takes no more; a faulty document has as many as it likes. */
const MAX_CONTAINERS = 10;

/**
 * A Fargate task definition of about so many bytes. It grows by containers, and when there are ten of them by
 * what they hold.
 *
 * @param {number} bytes at least 1,000
 * @param {{ faulty?: boolean }} [options] faulty: every container holds mistakes, and there may be far too many
 */
export function taskDefinition(bytes, { faulty = false } = {}) {
  const most = faulty ? Number.POSITIVE_INFINITY : MAX_CONTAINERS;
  const containers = [];
  let left = bytes - sizeOf(document([]));
  do {
    const next = container(containers.length, left, faulty);
    containers.push(next);
    left -= sizeOf(next);
  } while (left > 0 && containers.length < most);
  while (left > 0) left -= grow(containers);
  const middle = containers[containers.length >> 1];
  middle.environment[0] = { name: 'ORDERS_URL', value: CURSOR_AFTER };
  return `${JSON.stringify(document(containers), null, 2)}\n`;
}

/** What a value takes as an item of `containerDefinitions`, with its indentation. */
function sizeOf(value) {
  return JSON.stringify([[value]], null, 2).length;
}

/** Adds to every container; returns how much. */
function grow(containers) {
  const before = containers.map(sizeOf).reduce((sum, size) => sum + size);
  for (const { name, environment, secrets, dockerLabels } of containers) {
    const rounds = Math.max(1, environment.length >> 3);
    for (let i = 0; i < rounds; i++) {
      const n = environment.length;
      environment.push({ name: `SETTING_${n}`, value: `setting-${n}-of-${name}` });
      secrets.push({ name: `SECRET_${n}`, valueFrom: arn('ssm', `parameter/${name}/secret-${n}`) });
      dockerLabels[`com.example.setting-${n}`] = `${name}-${n}`;
    }
  }
  return containers.map(sizeOf).reduce((sum, size) => sum + size) - before;
}

function document(containerDefinitions) {
  return {
    family: 'shop-checkout',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '1024',
    memory: '2048',
    executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/ecsTaskExecutionRole`,
    taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/shop-checkout`,
    runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
    volumes: [{ name: 'scratch' }],
    containerDefinitions,
    tags: [{ key: 'team', value: 'checkout' }],
  };
}

/** A container of at most so many bytes, where that is possible. */
function container(index, bytes, faulty) {
  const name = `service-${index}`;
  const port = 1024 + index;
  const result = {
    name,
    image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${name}:2.4.1`,
    essential: faulty ? 'true' : index === 0,
    portMappings: [{ name, containerPort: port, protocol: 'tcp' }],
    environment: [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'PORT', value: faulty ? port : String(port) },
    ],
    [KEY]: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': `/ecs/${name}`,
        'awslogs-region': REGION,
        'awslogs-stream-prefix': 'ecs',
      },
    },
  };
  const more = {
    ...(index > 0 && { dependsOn: [{ containerName: 'service-0', condition: 'START' }] }),
    secrets: [
      { name: 'DATABASE_PASSWORD', valueFrom: arn('secretsmanager', `secret:${name}/database-AbCdEf`) },
      { name: 'API_KEY', valueFrom: arn('ssm', `parameter/${name}/api-key`) },
    ],
    healthCheck: {
      command: ['CMD-SHELL', `wget -qO- http://localhost:${port}/health || exit 1`],
      interval: 30,
      timeout: 5,
      retries: 3,
      [faulty ? 'startperiod' : 'startPeriod']: 20,
    },
    mountPoints: [
      { sourceVolume: faulty ? 'scrach' : 'scratch', containerPath: '/var/scratch', readOnly: false },
    ],
    command: ['node', 'server.js', '--port', String(port)],
    dockerLabels: Object.fromEntries(range(8).map((n) => [`com.example.label-${n}`, `${name}-${n}`])),
  };
  for (const [key, value] of Object.entries(more)) if (sizeOf(result) < bytes) result[key] = value;
  return result;
}

function range(length) {
  return Array.from({ length }, (_, index) => index);
}
