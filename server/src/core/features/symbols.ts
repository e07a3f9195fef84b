import type { Analysis } from '../analysis';
import { imageOf, joined, storageOf, textOf } from '../model/labels';
import { formatCpu, formatMemory } from '../model/size';
import type { Container, TaskDefinition, Volume } from '../model/taskDefinition';
import type { Node, Range } from '../syntax/tree';

export interface DocumentSymbol {
  readonly kind: 'task' | 'container' | 'port' | 'volume';
  /** The plain name, as the document gives it: `web`. */
  readonly name: string;
  /** With what matters besides: `web · nginx:1.27 · 256 CPU`. */
  readonly label: string;
  /** All of it. */
  readonly range: Range;
  /** What to put the cursor on; inside of `range`. */
  readonly selection: Range;
  readonly children: readonly DocumentSymbol[];
}

/** The task with its containers and volumes; of a bare list the containers. */
export function documentSymbols({ definition }: Analysis): DocumentSymbol[] {
  if (!definition) return [];
  const { containers, task, volumes } = definition;
  const children = [
    ...containers.map((container, i) => containerSymbol(container, i)),
    ...volumes.map((volume, i) => volumeSymbol(volume, i)),
  ].sort((a, b) => a.range.start - b.range.start);
  if (!task) return children;
  const family = textOf(task.get('family')) ?? 'task definition';
  const types = task.strings('requiresCompatibilities').map(({ value }) => value);
  const label = joined(family, types.join(', '), ...sizeOf(definition));
  return [symbol('task', family, label, task.node, task.get('family'), children)];
}

function sizeOf({ cpu, memory }: TaskDefinition): (string | undefined)[] {
  return [cpu && formatCpu(cpu.value), memory && formatMemory(memory.value)];
}

function containerSymbol(container: Container, index: number): DocumentSymbol {
  const name = textOf(container.get('name')) ?? `container ${index + 1}`;
  const cpu = container.integer('cpu')?.value;
  const memory = container.integer('memory')?.value ?? container.integer('memoryReservation')?.value;
  const label = joined(name, imageOf(container), cpu && `${cpu} CPU`, memory && `${memory} MiB`);
  const ports = container.objects('portMappings').flatMap((mapping) => {
    const port = mapping.get('containerPort') ?? mapping.get('containerPortRange');
    const number = textOf(port);
    if (number === undefined) return [];
    const protocol = mapping.string('protocol')?.value ?? 'tcp';
    return [
      symbol(
        'port',
        number,
        joined(`${number}/${protocol}`, textOf(mapping.get('name'))),
        mapping.node,
        port,
      ),
    ];
  });
  return symbol('container', name, label, container.node, container.get('name'), ports);
}

function volumeSymbol(volume: Volume, index: number): DocumentSymbol {
  const name = textOf(volume.get('name')) ?? `volume ${index + 1}`;
  const { type, detail } = storageOf(volume);
  const isScratch = type === 'host' && detail === undefined;
  const storage = isScratch ? undefined : [type, detail].filter(Boolean).join(' ');
  return symbol('volume', name, joined(name, storage), volume.node, volume.get('name'));
}

function symbol(
  kind: DocumentSymbol['kind'],
  name: string,
  label: string,
  { start, end }: Node,
  named: Node | undefined,
  children: readonly DocumentSymbol[] = [],
): DocumentSymbol {
  const range = { start, end };
  const { start: from, end: to } = named ?? { start, end: Math.min(start + 1, end) };
  return { kind, name, label, range, selection: { start: from, end: to }, children };
}
