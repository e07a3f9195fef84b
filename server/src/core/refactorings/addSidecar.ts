import type { Change, Json } from '../finding';
import { accountOrMarks } from '../model/account';
import { soundMemory } from '../model/fargateSizes';
import { parseImage } from '../model/image';
import { isName } from '../model/names';
import { mapsPorts } from '../model/network';
import { readPortRange } from '../model/ports';
import type { TaskDefinition } from '../model/taskDefinition';
import { addRole, missingRole } from '../rules/executionRole';
import { roleForLogs } from '../rules/logging';
import { placesFor } from '../rules/secretFixes';
import { pointerOf } from '../syntax/pointer';
import { type ArrayNode, childOf } from '../syntax/tree';
import { insert } from './conversion';
import { awslogs, logOptions } from './logs';
import { addTo, isOnMember, type Refactor, rewrite } from './refactoring';

/** A container that serves the others of its task. */
export interface Sidecar {
  readonly name: string;
  readonly image: string;
  /** MiB that are set aside for it. */
  readonly memory: number;
  /** Its task goes on without it. */
  readonly isOptional?: true;
  /** Where it listens. */
  readonly ports?: readonly (readonly [port: number, protocol: 'tcp' | 'udp'])[];
  /** Further members. */
  readonly members?: (definition: TaskDefinition) => Readonly<Record<string, Json>>;
  /** A credential that it has to know. */
  readonly secret?: string;
}

const COLLECTOR: Sidecar = {
  name: 'aws-otel-collector',
  image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1',
  memory: 256,
  isOptional: true,
  ports: [
    [4317, 'tcp'],
    [4318, 'tcp'],
    [2000, 'udp'],
  ],
  // Files and program of the image.
  members: () => ({
    command: ['--config=/etc/ecs/ecs-default-config.yaml'],
    healthCheck: { command: ['CMD', '/healthcheck'], interval: 30, timeout: 5, retries: 3 },
  }),
};

const DATADOG: Sidecar = {
  name: 'datadog-agent',
  image: 'public.ecr.aws/datadog/agent:7',
  memory: 256,
  isOptional: true,
  ports: [
    [8126, 'tcp'],
    [8125, 'udp'],
  ],
  members: (definition) => ({
    environment: [
      ...(definition.requires('FARGATE') ? [{ name: 'ECS_FARGATE', value: 'true' }] : []),
      { name: 'DD_APM_ENABLED', value: 'true' },
      // Else it hears only what comes from localhost.
      ...(isLinked(definition)
        ? ['DD_APM_NON_LOCAL_TRAFFIC', 'DD_DOGSTATSD_NON_LOCAL_TRAFFIC'].map((name) => ({
            name,
            value: 'true',
          }))
        : []),
    ],
    healthCheck: {
      command: ['CMD-SHELL', 'agent health'],
      interval: 30,
      timeout: 5,
      retries: 3,
      startPeriod: 15,
    },
  }),
  secret: 'DD_API_KEY',
};

const CLOUDWATCH: Sidecar = {
  name: 'cloudwatch-agent',
  image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300049.1b929',
  memory: 128,
  isOptional: true,
  ports: [
    [25888, 'tcp'],
    [8125, 'udp'],
  ],
  members: () => {
    const config = {
      metrics: { metrics_collected: { statsd: {} } },
      logs: { metrics_collected: { emf: {} } },
    };
    return { environment: [{ name: 'CW_CONFIG_CONTENT', value: JSON.stringify(config) }] };
  },
};

const OFFERED: readonly (readonly [what: string, sidecar: Sidecar])[] = [
  ['an ADOT collector, for X-Ray and OpenTelemetry', COLLECTOR],
  ['a Datadog agent', DATADOG],
  ['a CloudWatch agent, for StatsD and embedded metrics', CLOUDWATCH],
];

/** Adds a container that collects traces and metrics of the others. */
export const addSidecar: Refactor = (spot) => {
  const { task } = spot.definition;
  const isHere = task !== undefined && isOnMember(spot, task.node, 'containerDefinitions');
  if (!isHere && !spot.isAsked) return [];
  return OFFERED.flatMap(([what, sidecar]) => {
    const changes = additionOf(sidecar, spot.definition);
    return changes ? [rewrite(`Add ${what}`, changes)] : [];
  });
};

/** A task has no more. */
const MOST_CONTAINERS = 10;

/**
 * Adds the sidecar, the roles that it needs, and in bridge mode links to it. Undefined where there is one already, and
 * where the task has no room, no network or no port for it, or no Linux.
 */
export function additionOf(sidecar: Sidecar, definition: TaskDefinition): Change[] | undefined {
  const { containers, networkMode, task, windows } = definition;
  const [first] = containers;
  const list = listOf(definition);
  if (!first || !list || list.items.length >= MOST_CONTAINERS) return undefined;
  if (windows !== false || networkMode?.value === 'none') return undefined;
  const { name, image, ports = [], secret } = sidecar;
  const isThere = containers.some((container) => {
    const other = container.string('image')?.value;
    return (
      container.string('name')?.value === name ||
      (other !== undefined && parseImage(other).repository === parseImage(image).repository)
    );
  });
  if (isThere || ports.some(([port]) => isTaken(port, definition))) return undefined;
  const places = secret ? placesFor(secret, definition).slice(-1) : [];
  const role = missingRole(definition);
  const container: Json = {
    name,
    image,
    essential: !sidecar.isOptional,
    ...(hasRoom(sidecar.memory, definition) && { memoryReservation: sidecar.memory }),
    ...(ports.length > 0 && {
      portMappings: ports.map(([containerPort, protocol]) => ({ containerPort, protocol })),
    }),
    ...sidecar.members?.(definition),
    ...(secret && { secrets: places.map(({ valueFrom }) => ({ name: secret, valueFrom })) }),
    logConfiguration: awslogs({ ...logOptions(first, definition), prefix: name }),
  };
  return [
    { kind: 'append', pointer: pointerOf(list), value: container },
    ...(ports.length > 0 && isLinked(definition)
      ? containers.flatMap(({ node }) => addTo(node, 'links', name) ?? [])
      : []),
    ...(secret && task && role ? addRole(task.node, role).changes : roleForLogs(definition)),
    ...(secret ? [] : addTaskRole(definition)),
  ];
}

/** Whether containers reach each other by links; elsewhere they do on localhost. */
function isLinked(definition: TaskDefinition): boolean {
  return mapsPorts(definition) && !definition.requires('FARGATE');
}

function listOf({ node }: TaskDefinition): ArrayNode | undefined {
  const list = node.kind === 'array' ? node : childOf(node, 'containerDefinitions');
  return list?.kind === 'array' ? list : undefined;
}

function isTaken(wanted: number, { containers }: TaskDefinition): boolean {
  return containers.some((container) =>
    container.objects('portMappings').some((mapping) => {
      const range = readPortRange(mapping.string('containerPortRange')?.value ?? '');
      return (
        mapping.integer('containerPort')?.value === wanted ||
        mapping.integer('hostPort')?.value === wanted ||
        (range !== undefined && range.low <= wanted && wanted <= range.high)
      );
    }),
  );
}

/** What containers reserve may not be more than the memory of the task. */
function hasRoom(memory: number, definition: TaskDefinition): boolean {
  const task = soundMemory(definition)?.value;
  if (task === undefined) return true;
  const reserved = definition.containers.map(
    (container) => container.integer('memoryReservation')?.value ?? 0,
  );
  return reserved.reduce((sum, value) => sum + value, memory) <= task;
}

/** A role for what the sidecar sends to AWS; on EC2 the role of the instance may do. */
function addTaskRole(definition: TaskDefinition): Change[] {
  const { task } = definition;
  const types = ['FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] as const;
  if (!task?.lacks('taskRoleArn') || !types.some((type) => definition.requires(type))) return [];
  const { partition, id } = accountOrMarks(task.node);
  const family = task.string('family')?.value;
  const name = isName(family) ? family : 'app';
  return [insert(task.node, 'taskRoleArn', `arn:${partition}:iam::${id}:role/${name}-task`)];
}
