import type { Fix } from '../finding';
import { containerNeeds, FARGATE_SIZES, neighbours, sizesFor, sizesThatHold } from '../model/fargateSizes';
import { guessCpu, guessMemory, parseCpu, parseMemory, spellCpu, spellMemory } from '../model/size';
import type { TaskDefinition } from '../model/taskDefinition';
import type { Value } from '../model/view';
import { pointerOf } from '../syntax/pointer';

/** A task-level cpu or memory as it stands in the document. */
export interface Written extends Value<string> {
  /** CPU units or MiB as AWS reads them; undefined when it reads none. */
  readonly units: number | undefined;
  /** What was meant instead, where that is plain: 2048 for "2048MB", 1024 for the cpu "1". */
  readonly meant: number | undefined;
}

export function writtenCpu({ task }: TaskDefinition): Written | undefined {
  const known = (units: number) => FARGATE_SIZES.some(({ cpu }) => cpu === units);
  return written(task?.string('cpu'), parseCpu, guessCpu, known);
}

export function writtenMemory({ task }: TaskDefinition): Written | undefined {
  const known = (mib: number) => FARGATE_SIZES.some(({ memory }) => memory.includes(mib));
  return written(task?.string('memory'), parseMemory, guessMemory, known);
}

function written(
  text: Value<string> | undefined,
  parse: (text: string) => number | undefined,
  guess: (text: string) => number | undefined,
  known: (units: number) => boolean,
): Written | undefined {
  if (!text) return undefined;
  const units = parse(text.value);
  if (units === undefined) return { ...text, units, meant: guess(text.value) };
  // "1" for 1 vCPU and "2" for 2 GB: no size is that small, and the number with its unit is one.
  const forgotten = /^[0-9]+$/.test(text.value) && !known(units) && known(units * 1024);
  return { ...text, units, meant: forgotten ? units * 1024 : undefined };
}

/** What would make the cpu right: what was meant, else the nearest ones down and up that go with the memory. */
export function cpuFixes(definition: TaskDefinition, cpu: Written, memory: Written | undefined): Fix[] {
  const sizes = sizesThatHold(definition);
  const aim = cpu.meant ?? cpu.units;
  const beside = memory && (memory.meant ?? memory.units);
  if (aim === undefined) return [];
  const fitting = sizes
    .filter((size) => beside === undefined || size.memory.includes(beside))
    .map((size) => size.cpu);
  if (fitting.includes(aim)) return [change({ cpu: [cpu, aim] }, true)];
  if (fitting.length > 0) return neighbours(fitting, aim).map((units) => change({ cpu: [cpu, units] }));
  // No cpu goes with this memory, so both change.
  return neighbours(
    sizes.map((size) => size.cpu),
    aim,
  ).flatMap((units) => {
    const offered = sizes.find((size) => size.cpu === units)?.memory ?? [];
    const mib = offered.find((value) => value >= (beside ?? 0)) ?? offered.at(-1);
    return memory && mib !== undefined ? [change({ cpu: [cpu, units], memory: [memory, mib] })] : [];
  });
}

/**
 * What would make the memory right: what was meant, else the nearest ones down and up that go with the
 * cpu, and the nearest cpus that go with the memory.
 */
export function memoryFixes(definition: TaskDefinition, cpu: Written | undefined, memory: Written): Fix[] {
  const sizes = sizesThatHold(definition);
  const aim = memory.meant ?? memory.units;
  if (aim === undefined) return [];
  const beside = sizesFor(definition).find((size) => size.cpu === (cpu?.meant ?? cpu?.units))?.cpu;
  const fitting = sizes
    .filter((size) => beside === undefined || size.cpu === beside)
    .flatMap((size) => size.memory);
  if (fitting.includes(aim)) return [change({ memory: [memory, aim] }, true)];
  const fixes = neighbours(fitting, aim).map((mib) => change({ memory: [memory, mib] }));
  if (cpu && beside !== undefined && memory.units === aim) {
    const cpus = sizes.filter((size) => size.memory.includes(aim)).map((size) => size.cpu);
    fixes.push(...neighbours(cpus, beside).map((units) => change({ cpu: [cpu, units] })));
  }
  return fixes;
}

/**
 * Raises the task's cpu or memory to what the containers ask for: on Fargate to the smallest size that has it.
 * Undefined where there is none, or where the other member is not known.
 */
export function raiseFix(definition: TaskDefinition, member: 'cpu' | 'memory'): Fix | undefined {
  const cpu = writtenCpu(definition);
  const memory = writtenMemory(definition);
  if (!definition.requires('FARGATE')) {
    const needed = containerNeeds(definition)[member];
    if (member === 'cpu') return cpu && change({ cpu: [cpu, needed] }, false, RAISE);
    return memory && change({ memory: [memory, needed] }, false, RAISE);
  }
  if (cpu?.units === undefined || memory?.units === undefined) return undefined;
  for (const size of sizesThatHold(definition)) {
    const mib = size.memory.find((value) => value >= (memory.units ?? 0));
    if (size.cpu < cpu.units || mib === undefined) continue;
    const to = {
      ...(size.cpu !== cpu.units && { cpu: [cpu, size.cpu] as const }),
      ...(mib !== memory.units && { memory: [memory, mib] as const }),
    };
    return change(to, false, RAISE);
  }
  return undefined;
}

const RAISE = "Raise the task's";

type To = readonly [written: Written, units: number];

/** Each member keeps its way of writing: a unit where it has one. */
function change(
  { cpu, memory }: { readonly cpu?: To; readonly memory?: To },
  safe = false,
  verb = 'Change',
): Fix {
  const members = [
    ...(cpu ? [{ key: 'cpu', node: cpu[0].node, value: spellCpu(cpu[1], cpu[0].value) }] : []),
    ...(memory
      ? [{ key: 'memory', node: memory[0].node, value: spellMemory(memory[1], memory[0].value) }]
      : []),
  ];
  return {
    title: `${verb} ${members.map(({ key, value }) => `${key} to "${value}"`).join(' and ')}`,
    changes: members.map(({ node, value }) => ({ kind: 'set', pointer: pointerOf(node), value })),
    safe,
  };
}
