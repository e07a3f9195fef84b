import type { Analysis } from '../analysis';
import { mapsPorts } from '../model/network';
import { startOrder } from '../model/startOrder';
import { type Container, nameOf, type TaskDefinition } from '../model/taskDefinition';
import type { InlayHintKind, Settings, Switches } from '../settings';
import type { Node, Range } from '../syntax/tree';
import { all, ordinal } from '../words';
import { withAssumption } from './assumption';

/** A few words that an editor shows in the text without being part of it. */
export interface InlayHint {
  /** Where it stands: behind a value, or behind the bracket that opens the task. */
  readonly offset: number;
  readonly label: string;
  /** A sentence or two. */
  readonly tooltip: string;
}

/** What there is to say about a part of a document, one hint at a place, by position. Nothing on what is open. */
export function inlayHints(
  { definition, node }: Analysis,
  { inlayHints: wanted, assumeLaunchType }: Pick<Settings, 'inlayHints' | 'assumeLaunchType'>,
  part: Range,
): InlayHint[] {
  if (!definition || !node || !Object.values(wanted).includes(true)) return [];
  const judged = withAssumption(definition, assumeLaunchType);
  const hints: InlayHint[] = [];
  if (wanted.sizes) addSizes(judged, hints);
  // Blocks of a template may bring a container, or the member whose default would be shown.
  if (!judged.hasGaps) {
    if (wanted.remaining) addRemaining(judged, hints);
    if (wanted.defaults) addDefaults(judged, hints);
    addPerContainer(judged, wanted, hints);
  }
  return atOnePlace(hints.filter(({ offset }) => part.start <= offset && offset <= part.end));
}

function atOnePlace(hints: readonly InlayHint[]): InlayHint[] {
  const places = new Map<number, InlayHint>();
  for (const hint of hints) {
    const { offset, label, tooltip } = places.get(hint.offset) ?? {};
    places.set(
      hint.offset,
      offset === undefined
        ? hint
        : { offset, label: `${label} · ${hint.label}`, tooltip: `${tooltip} ${hint.tooltip}` },
    );
  }
  return [...places.values()].sort((a, b) => a.offset - b.offset);
}

// ---- sizes

/** Members of a container that are in MiB. */
const MIB = ['memory', 'memoryReservation'] as const;
const MIB_OF_LINUX = ['sharedMemorySize', 'maxSwap'] as const;

function addSizes({ task, cpu, memory, containers }: TaskDefinition, hints: InlayHint[]): void {
  const add = (node: Node, label: string | undefined, tooltip: string) => {
    if (label) hints.push({ offset: node.end, label, tooltip });
  };
  const addCpu = (node: Node, units: number) => add(node, vcpu(units), '1024 CPU units are one vCPU.');
  const addMemory = (node: Node, mib: number) => add(node, gib(mib), '1024 MiB are one GiB.');
  // "1 vCPU" and "2GB" need no explanation.
  if (cpu && /^\d+$/.test(task?.string('cpu')?.value ?? '')) addCpu(cpu.node, cpu.value);
  if (memory && /^\d+$/.test(task?.string('memory')?.value ?? '')) addMemory(memory.node, memory.value);
  for (const container of containers) {
    const own = container.integer('cpu');
    if (own) addCpu(own.node, own.value);
    const linux = container.object('linuxParameters');
    const amounts = [
      ...MIB.map((key) => container.integer(key)),
      ...(linux ? MIB_OF_LINUX.map((key) => linux.integer(key)) : []),
      ...(linux?.objects('tmpfs').map((mount) => mount.integer('size')) ?? []),
    ];
    for (const amount of amounts) if (amount) addMemory(amount.node, amount.value);
  }
}

/** Undefined for what is no even part of a vCPU. */
const vcpu = (units: number): string | undefined =>
  units > 0 && units % 128 === 0 ? `${units / 1024} vCPU` : undefined;

/** Undefined for what is less than half a GiB, which everyone reads. */
function gib(mib: number): string | undefined {
  if (mib < 512) return undefined;
  const rounded = Math.round((mib / 1024) * 100) / 100;
  return `${rounded * 1024 === mib ? '' : 'about '}${rounded} GiB`;
}

// ---- what remains

function addRemaining(definition: TaskDefinition, hints: InlayHint[]): void {
  const { cpu, memory, containers, hasUnknownContainers } = definition;
  if (containers.length === 0 || hasUnknownContainers) return;
  const add = (has: TaskDefinition['cpu'], unit: string, claims: readonly (number | undefined)[]) => {
    if (!has || claims.includes(undefined)) return;
    const claimed = claims.reduce<number>((sum, claim) => sum + (claim ?? 0), 0);
    const left = has.value - claimed;
    // More than there is: a finding says so. Nothing at all: the containers share what the task has.
    if (claimed === 0 || left < 0) return;
    const without = containers.filter((_, i) => claims[i] === 0).map((one) => nameOf(one, containers));
    const whom = without.length > 2 ? `${without.length} containers` : all(without);
    hints.push({
      offset: has.node.end,
      label: `${left > 0 ? `${left} ${unit}` : 'none'} left${whom && ` for ${whom}`}`,
      tooltip: `The containers ask for ${claimed} of ${has.value} ${unit}.`,
    });
  };
  add(
    cpu,
    'CPU units',
    containers.map((container) => claimOf(container, ['cpu'])),
  );
  add(
    memory,
    'MiB',
    containers.map((container) => claimOf(container, ['memoryReservation', 'memory'])),
  );
}

/** The first member that is there, 0 for none; undefined when it is open. What is reserved counts, else the limit. */
function claimOf(
  container: Container,
  keys: readonly ('cpu' | 'memoryReservation' | 'memory')[],
): number | undefined {
  for (const key of keys) {
    const amount = container.integer(key);
    if (amount) return amount.value;
    if (!container.lacks(key)) return undefined;
  }
  return 0;
}

// ---- defaults

function addDefaults(definition: TaskDefinition, hints: InlayHint[]): void {
  const { task, containers } = definition;
  const isBridge = isBridgeByDefault(definition);
  if (task && isBridge)
    hints.push({
      offset: task.node.start + 1,
      label: 'networkMode: bridge',
      tooltip:
        'The default on Linux instances: containers have a network of their own, with ports of the host.',
    });
  if (!isBridge && !mapsPorts(definition)) return;
  for (const container of containers) {
    for (const mapping of container.objects('portMappings')) {
      const hostPort = mapping.integer('hostPort');
      const at = hostPort ?? mapping.integer('containerPort');
      if (!at || (hostPort ? hostPort.value !== 0 : !mapping.lacks('hostPort'))) continue;
      hints.push({
        offset: at.node.end,
        label: 'dynamic host port',
        tooltip: 'Docker chooses a free port of the instance, so that several copies of the task fit on one.',
      });
    }
  }
}

/** Without launch types a task definition is registered for instances; Managed Instances have another default. */
function isBridgeByDefault(definition: TaskDefinition): boolean {
  const { task, windows } = definition;
  if (!task?.lacks('networkMode') || windows !== false) return false;
  if (definition.requires('FARGATE') || definition.requires('MANAGED_INSTANCES')) return false;
  return mapsPorts(definition) || task.lacks('requiresCompatibilities');
}

// ---- behind the names of containers

function addPerContainer(
  definition: TaskDefinition,
  wanted: Switches<InlayHintKind>,
  hints: InlayHint[],
): void {
  const { containers } = definition;
  const order = wanted.startOrder ? startOrder(definition) : undefined;
  for (const container of containers) {
    const name = container.get('name');
    const offset = name?.kind === 'string' ? name.end : container.node.start + 1;
    const add = (label: string, tooltip: string) => hints.push({ offset, label, tooltip });
    // One that is alone has to be essential.
    if (wanted.defaults && containers.length > 1 && container.lacks('essential'))
      add('essential: true', 'The default: when this container stops, the whole task stops.');
    if (wanted.stopTimeouts && container.lacks('stopTimeout'))
      add('stopTimeout: 30 s', 'The default, unless the agent of the instance is set to another.');
    const place = order?.get(container);
    if (place !== undefined) add(`starts ${ordinal(place)}`, awaited(container));
  }
}

function awaited(container: Container): string {
  const others = container.objects('dependsOn').map((dependency) => {
    const condition = dependency.string('condition')?.value;
    return `${dependency.string('containerName')?.value}${condition ? ` (${condition})` : ''}`;
  });
  return others.length > 0 ? `It waits for ${all(others)}.` : 'It waits for no other container.';
}
