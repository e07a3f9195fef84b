import type { Analysis } from '../analysis';
import { imageAddress } from '../model/registry';
import { formatCpu, formatMemory } from '../model/size';
import type { Container, TaskDefinition, Volume } from '../model/taskDefinition';
import { childOf, type Node, type Range } from '../syntax/tree';

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

/** Registries and digests are long, and rarely what tells containers apart. */
function imageOf(container: Container): string | undefined {
  const image = textOf(container.get('image'));
  const known = container.string('image');
  if (!known?.value) return image;
  const { repository, tag, digest } = imageAddress(known.value);
  const version = tag !== undefined ? `:${tag}` : digest !== undefined ? `@${digest.slice(0, 19)}` : '';
  return repository.replace(/^.*\//, '') + version;
}

function volumeSymbol(volume: Volume, index: number): DocumentSymbol {
  const name = textOf(volume.get('name')) ?? `volume ${index + 1}`;
  const { node } = volume;
  const kinds: readonly (readonly [key: string, detail: string, kind: string])[] = [
    ['efsVolumeConfiguration', 'fileSystemId', 'EFS'],
    ['s3filesVolumeConfiguration', 'fileSystemArn', 'S3 Files'],
    ['fsxWindowsFileServerVolumeConfiguration', 'fileSystemId', 'FSx'],
    ['dockerVolumeConfiguration', 'driver', 'Docker'],
    ['host', 'sourcePath', 'host'],
  ];
  const [key = '', detail = '', kind = undefined] = kinds.find(([member]) => childOf(node, member)) ?? [];
  const what = textOf(childOf(childOf(node, key), detail));
  const type = kind === 'host' && what === undefined ? undefined : kind;
  const label = joined(name, type && [type, what].filter(Boolean).join(' '));
  return symbol('volume', name, label, node, volume.get('name'));
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

/** What is written there, template marks too; undefined where nothing is, or only blanks, which clients refuse. */
function textOf(node: Node | undefined): string | undefined {
  if (node?.kind !== 'string' && node?.kind !== 'number') return undefined;
  return String(node.value).trim() || undefined;
}

const joined = (...parts: readonly (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '' && part !== 0).join(' · ');
