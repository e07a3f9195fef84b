import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { containerNeeds, type FargateSize, sizesFor } from '../model/fargateSizes';
import { isPlaceholder } from '../model/placeholder';
import { spellCpu, spellMemory } from '../model/size';
import type { TaskDefinition } from '../model/taskDefinition';
import type { View } from '../model/view';
import { type Written, writtenCpu, writtenMemory } from '../rules/sizeFixes';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { all } from '../words';
import { type Draft, insert, type Outcome, ownerOf } from './conversion';

const MEMBERS = ['cpu', 'memory'] as const;
type Member = (typeof MEMBERS)[number];

/** CPU units and MiB. */
type Amounts = Readonly<Record<Member, number>>;

const SPELL = { cpu: spellCpu, memory: spellMemory };
const UNITS = { cpu: 'CPU units', memory: 'MiB' };

/**
 * Gives the task the smallest Fargate size that is not below the one it has, nor below what its containers ask for:
 * what they may take together, where the task has no memory of its own. Where no size is large enough, the largest
 * one; the rules say what does not fit.
 */
export function fitFargateSize({ definition, task }: Draft): Outcome {
  const now = {
    cpu: read(task.get('cpu'), writtenCpu(definition)),
    memory: read(task.get('memory'), writtenMemory(definition)),
  };
  const least = containerNeeds(definition);
  const wanted = {
    cpu: Math.max(now.cpu.units ?? 0, least.cpu),
    memory: Math.max(now.memory.units ?? memoryTogether(definition), least.memory),
  };
  const sizes = sizesFor(definition);
  const known = MEMBERS.filter((member) => !now[member].open);
  const size =
    smallest(sizes, wanted, known) ??
    smallest(sizes, { ...wanted, memory: Math.max(now.memory.units ?? 0, least.memory) }, known) ??
    largest(sizes);

  const changed = known.filter((member) => now[member].read !== size[member]);
  const values = changed.map((member) => SPELL[member](size[member], now[member].text ?? ''));
  const open = [...MEMBERS.filter((member) => now[member].open), ...openInContainers(definition)];
  if (changed.length === 0) return { open };
  const words = changed.map((member, i) => {
    const { text } = now[member];
    return `${member} "${values[i]}"${text === undefined ? '' : ` (was "${text}")`}`;
  });
  const asked = { cpu: least.cpu, memory: Math.max(memoryTogether(definition), least.memory) };
  const amounts = MEMBERS.flatMap((member) => (asked[member] > 0 ? `${asked[member]} ${UNITS[member]}` : []));
  return {
    changes: changed.map((member, i) => insert(task.node, member, values[i] ?? '')),
    summary: [
      `The task has ${all(words)}; its containers ask for ${amounts.length > 0 ? all(amounts) : 'nothing, so check it'}.`,
    ],
    open,
  };
}

interface Now {
  /** As it was meant; undefined when that is not known. */
  readonly units?: number | undefined;
  /** As AWS reads it. */
  readonly read?: number | undefined;
  readonly text?: string;
  /** A template fills it in, in whatever form. */
  readonly open?: boolean;
}

function read(node: Node | undefined, written: Written | undefined): Now {
  if (written) return { units: written.meant ?? written.units, read: written.units, text: written.value };
  if (!node) return {};
  // Without its quotes, which AWS refuses; what was meant is plain.
  if (node.kind === 'number') return { units: node.value, read: node.value, text: String(node.value) };
  return { open: true };
}

/** The first size that has as much of both. Where one member is open, whatever goes with some value of it. */
function smallest(
  sizes: readonly FargateSize[],
  wanted: Amounts,
  known: readonly Member[],
): Amounts | undefined {
  if (!known.includes('cpu')) {
    const memories = sizes.flatMap((size) => size.memory).sort((a, b) => a - b);
    const memory = memories.find((mib) => mib >= wanted.memory);
    return memory === undefined ? undefined : { cpu: 0, memory };
  }
  for (const { cpu, memory } of sizes) {
    if (cpu < wanted.cpu) continue;
    if (!known.includes('memory')) return { cpu, memory: 0 };
    const enough = memory.find((mib) => mib >= wanted.memory);
    if (enough !== undefined) return { cpu, memory: enough };
  }
  return undefined;
}

function largest(sizes: readonly FargateSize[]): Amounts {
  const last = sizes.at(-1);
  return { cpu: last?.cpu ?? 0, memory: last?.memory.at(-1) ?? 0 };
}

/** MiB that the containers may take together: their limits, else what they reserve. */
function memoryTogether({ containers }: TaskDefinition): number {
  const limit = (container: View<ContainerDefinition>) =>
    container.integer('memory') ?? container.integer('memoryReservation');
  return containers.reduce((sum, container) => sum + (limit(container)?.value ?? 0), 0);
}

/** 'memory in "web"' */
function openInContainers(definition: TaskDefinition): string[] {
  return definition.containers.flatMap((container) =>
    (['cpu', 'memory', 'memoryReservation'] as const).flatMap((member) => {
      const node = container.get(member);
      return node && isPlaceholder(node) ? `${member} in ${ownerOf(definition, pointerOf(node))}` : [];
    }),
  );
}
