import type { PortMapping } from '@aws-sdk/client-ecs';
import type { Analysis } from '../../analysis';
import { imageOf, joined, storageOf, textOf } from '../../model/labels';
import { mapsPorts, networkModeOf } from '../../model/network';
import { formatCpu, formatMemory } from '../../model/size';
import { startOrder } from '../../model/startOrder';
import { type Container, isEssential, type TaskDefinition, type Volume } from '../../model/taskDefinition';
import type { View } from '../../model/view';
import type { Node } from '../../syntax/tree';
import { ordinal } from '../../words';
import { type Diagram, DiagramBuilder, type DiagramNode, MOST_NODES, rangeOf } from './builder';
import { addLogs } from './logs';
import { addSettings } from './settings';

/** What there is to draw of a document; undefined where it is no task definition. */
export function diagramOf({ definition }: Analysis): Diagram | undefined {
  if (!definition) return undefined;
  const { task } = definition;
  const containers = definition.containers.slice(0, MOST_NODES);
  const volumes = definition.volumes.slice(0, MOST_NODES);
  const builder = new DiagramBuilder(definition);
  const order = startOrder(definition);
  containers.forEach((container, i) => {
    builder.addNamed(containerNode(container, i, definition, order?.get(container)));
  });
  volumes.forEach((volume, i) => {
    builder.addNamed(volumeNode(volume, i));
  });
  containers.forEach((container, i) => {
    const id = containerId(i);
    addOrder(builder, container, id);
    addMounts(builder, container, id);
    addSettings(builder, container, id);
    addLogs(builder, container, id);
  });
  return {
    title: task ? (textOf(task.get('family')) ?? 'Task definition') : 'List of containers',
    lines: taskLines(definition),
    facts: roleFacts(definition),
    nodes: [...builder.nodes.values()],
    edges: builder.edges,
    omitted: [
      count(definition.containers.length - containers.length, 'container'),
      count(definition.volumes.length - volumes.length, 'volume'),
      count(builder.omittedEdges, 'connection'),
    ].filter((text) => text !== ''),
  };
}

// ---- the task

const LAUNCH_TYPES: Readonly<Record<string, string>> = {
  FARGATE: 'Fargate',
  EXTERNAL: 'External',
  MANAGED_INSTANCES: 'Managed Instances',
};

function taskLines(definition: TaskDefinition): string[] {
  const { task, cpu, memory } = definition;
  if (!task) return [];
  const types = task.strings('requiresCompatibilities').map(({ value }) => LAUNCH_TYPES[value] ?? value);
  const platform = task.object('runtimePlatform');
  const lines = [
    types.join(' + '),
    cpu ? formatCpu(cpu.value) : textOf(task.get('cpu')),
    memory ? formatMemory(memory.value) : textOf(task.get('memory')),
    textOf(platform?.get('operatingSystemFamily')),
    textOf(platform?.get('cpuArchitecture')),
    networkModeOf(definition) ?? textOf(task.get('networkMode')),
  ];
  return lines.filter((line) => line !== undefined && line !== '').map((line) => String(line));
}

function roleFacts({ task }: TaskDefinition): string[] {
  const role = (key: 'executionRoleArn' | 'taskRoleArn') =>
    textOf(task?.get(key))?.replace(/^.*:role\//s, '');
  const execution = role('executionRoleArn');
  const own = role('taskRoleArn');
  return [
    ...(execution === undefined ? [] : [`started with the execution role ${execution}`]),
    ...(own === undefined ? [] : [`its programs have the task role ${own}`]),
  ];
}

// ---- containers

const containerId = (index: number): string => `container ${index}`;

function containerNode(
  container: Container,
  index: number,
  definition: TaskDefinition,
  turn: number | undefined,
): DiagramNode & { readonly kind: 'container' } {
  const essential = isEssential(container);
  const firelens = container.object('firelensConfiguration');
  const isProxy =
    textOf(definition.task?.object('proxyConfiguration')?.get('containerName')) ===
    (textOf(container.get('name')) ?? '');
  const ports = container.objects('portMappings').map((mapping) => portLine(mapping, definition));
  const lines = [
    imageOf(container),
    sizeLine(container),
    essential === undefined ? '' : essential ? 'essential' : 'not essential',
    firelens && joined('log router', textOf(firelens.get('type'))),
    isProxy ? 'proxy: all traffic goes through it' : '',
    container.get('healthCheck') && 'health check',
    ...ports,
  ];
  return {
    id: containerId(index),
    kind: 'container',
    what: joined('container', turn && `starts ${ordinal(turn)}`),
    name: textOf(container.get('name')) ?? `container ${index + 1}`,
    lines: lines.filter((line) => line !== undefined && line !== '').map(String),
    place: placeOf(container.node, container.get('name')),
  };
}

function sizeLine(container: Container): string {
  const cpu = container.integer('cpu')?.value;
  const limit = container.integer('memory')?.value;
  const reserved = container.integer('memoryReservation')?.value;
  const memory =
    limit && reserved && reserved < limit
      ? `${formatMemory(reserved)} to ${formatMemory(limit)}`
      : (limit ?? reserved) && formatMemory(limit ?? reserved ?? 0);
  const gpus = container
    .objects('resourceRequirements')
    .filter((requirement) => requirement.string('type')?.value === 'GPU')
    .map((requirement) => `${textOf(requirement.get('value')) ?? '?'} GPU`);
  return joined(
    cpu === undefined ? textOf(container.get('cpu')) : cpu && formatCpu(cpu),
    memory ?? textOf(container.get('memory')),
    ...gpus,
  );
}

/** "port 8080/tcp · http", in the network mode bridge "host 80 → 8080/tcp" or "any host port → 8080/tcp". */
function portLine(mapping: View<PortMapping>, definition: TaskDefinition): string {
  const port = textOf(mapping.get('containerPort') ?? mapping.get('containerPortRange'));
  if (port === undefined) return '';
  const host = textOf(mapping.get('hostPort'));
  const inside = `${port}/${textOf(mapping.get('protocol')) ?? 'tcp'}`;
  const isDynamic = mapsPorts(definition) && (host === undefined || host === '0');
  const published = isDynamic
    ? `any host port → ${inside}`
    : host === undefined || host === port
      ? `port ${inside}`
      : `host ${host} → ${inside}`;
  return joined(published, textOf(mapping.get('name')));
}

function addOrder(builder: DiagramBuilder, container: Container, id: string): void {
  for (const dependency of container.objects('dependsOn')) {
    const other = builder.named('container', dependency.get('containerName'));
    if (other === undefined) continue;
    const condition = textOf(dependency.get('condition'));
    const first = builder.nameOf(other);
    builder.connect(
      {
        from: other,
        to: id,
        kind: 'start',
        label: condition === undefined ? 'starts first' : `after ${condition}`,
      },
      id,
      `starts after ${first}${condition === undefined ? '' : ` (${condition})`}`,
    );
  }
  for (const link of container.items('links')) {
    const [, name, alias] = /^(.*?)(?::([^:{}()<>"]*))?$/s.exec(textOf(link) ?? '') ?? [];
    const other =
      link.kind === 'string' && name ? builder.named('container', { ...link, value: name }) : undefined;
    if (other === undefined) continue;
    const as = alias ? ` as ${alias}` : '';
    builder.connect(
      {
        from: id,
        to: other,
        kind: 'link',
        label: `link${as}`,
      },
      id,
      `reaches ${builder.nameOf(other)} by a link${as}`,
    );
  }
}

// ---- volumes

function volumeNode(volume: Volume, index: number): DiagramNode & { readonly kind: 'volume' } {
  const { type, detail } = storageOf(volume);
  const isLate = volume.boolean('configuredAtLaunch')?.value === true;
  const onHost =
    type === 'host' ? (detail === undefined ? 'scratch space' : `${detail} of the host`) : undefined;
  return {
    id: `volume ${index}`,
    kind: 'volume',
    what: 'volume',
    name: textOf(volume.get('name')) ?? `volume ${index + 1}`,
    lines: [
      isLate ? 'chosen at launch' : (onHost ?? [type ?? 'scratch space', detail].filter(Boolean).join(' ')),
    ],
    place: placeOf(volume.node, volume.get('name')),
  };
}

function addMounts(builder: DiagramBuilder, container: Container, id: string): void {
  for (const mount of container.objects('mountPoints')) {
    const volume = builder.named('volume', mount.get('sourceVolume'));
    if (volume === undefined) continue;
    const path = textOf(mount.get('containerPath'));
    const isReadOnly = mount.boolean('readOnly')?.value === true;
    builder.connect(
      {
        from: id,
        to: volume,
        kind: 'mount',
        label: joined(path, (isReadOnly && 'read-only') || undefined),
        ...(isReadOnly && { isReadOnly }),
      },
      id,
      `mounts the volume ${builder.nameOf(volume)}${path === undefined ? '' : ` at ${path}`}${isReadOnly ? ', read-only' : ''}`,
    );
  }
  for (const from of container.objects('volumesFrom')) {
    const other = builder.named('container', from.get('sourceContainer'));
    if (other === undefined) continue;
    const isReadOnly = from.boolean('readOnly')?.value === true;
    builder.connect(
      {
        from: other,
        to: id,
        kind: 'volumesFrom',
        label: joined('volumes', (isReadOnly && 'read-only') || undefined),
        ...(isReadOnly && { isReadOnly }),
      },
      id,
      `has the volumes of ${builder.nameOf(other)}${isReadOnly ? ', read-only' : ''}`,
    );
  }
}

function placeOf(node: Node, name: Node | undefined): DiagramNode['place'] {
  return name ? rangeOf(name) : { start: node.start, end: Math.min(node.start + 1, node.end) };
}

/** "2 containers"; empty for none. */
function count(number: number, of: string): string {
  return number > 0 ? `${number} ${of}${number === 1 ? '' : 's'}` : '';
}
