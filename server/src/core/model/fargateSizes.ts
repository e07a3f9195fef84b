import type { TaskDefinition } from './taskDefinition';
import type { Value } from './view';

/** One row of AWS's table of Fargate sizes. */
export interface FargateSize {
  /** CPU units; 1024 is 1 vCPU. */
  readonly cpu: number;
  /** What may stand beside it, in MiB, smallest first. */
  readonly memory: readonly number[];
  /** Whether Windows tasks may have it too. Linux has every size, on both processor architectures. */
  readonly windows: boolean;
}

const GB = 1024;

/** CPU units; what a task takes at least on every launch type but Fargate, where it is 256. */
export const LEAST_CPU = 128;

/** The 77 combinations: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
export const FARGATE_SIZES: readonly FargateSize[] = [
  { cpu: 256, memory: [0.5 * GB, 1 * GB, 2 * GB], windows: false },
  { cpu: 512, memory: steps(1 * GB, 4 * GB, 1 * GB), windows: false },
  { cpu: 1024, memory: steps(2 * GB, 8 * GB, 1 * GB), windows: true },
  { cpu: 2048, memory: steps(4 * GB, 16 * GB, 1 * GB), windows: true },
  { cpu: 4096, memory: steps(8 * GB, 30 * GB, 1 * GB), windows: true },
  { cpu: 8192, memory: steps(16 * GB, 60 * GB, 4 * GB), windows: false },
  { cpu: 16384, memory: steps(32 * GB, 120 * GB, 8 * GB), windows: false },
  { cpu: 32768, memory: [60 * GB, 120 * GB, 244 * GB], windows: false },
];

/** The sizes for the task's operating system; for Linux when a template leaves it open, whose table is the longer one. */
export function sizesFor(definition: TaskDefinition): readonly FargateSize[] {
  return definition.windows ? FARGATE_SIZES.filter((size) => size.windows) : FARGATE_SIZES;
}

/** Those of the sizes that are large enough for the containers, as far as their needs are known. */
export function sizesThatHold(definition: TaskDefinition): readonly FargateSize[] {
  const needed = containerNeeds(definition);
  return sizesFor(definition)
    .filter((size) => size.cpu >= needed.cpu)
    .map((size) => ({ ...size, memory: size.memory.filter((mib) => mib >= needed.memory) }))
    .filter((size) => size.memory.length > 0);
}

/** The least task size that AWS takes for the containers: CPU units and MiB, 0 where they ask for nothing. */
export function containerNeeds({ containers }: TaskDefinition): { cpu: number; memory: number } {
  let cpu = 0;
  let reserved = 0;
  let largest = 0;
  for (const container of containers) {
    cpu += container.integer('cpu')?.value ?? 0;
    reserved += container.integer('memoryReservation')?.value ?? 0;
    largest = Math.max(largest, container.integer('memory')?.value ?? 0);
  }
  return { cpu, memory: Math.max(reserved, largest) };
}

/** The task's cpu in CPU units, unless it is too small or no Fargate size, which is a finding of its own. */
export function soundCpu(definition: TaskDefinition): Value<number> | undefined {
  const { cpu } = definition;
  const fargate = definition.requires('FARGATE');
  const sound =
    cpu && (fargate ? FARGATE_SIZES.some((size) => size.cpu === cpu.value) : cpu.value >= LEAST_CPU);
  return sound ? cpu : undefined;
}

/** The task's memory in MiB, unless no Fargate size has it, which is a finding of its own. */
export function soundMemory(definition: TaskDefinition): Value<number> | undefined {
  const { memory } = definition;
  const fargate = definition.requires('FARGATE');
  const sound = memory && (!fargate || FARGATE_SIZES.some((size) => size.memory.includes(memory.value)));
  return sound ? memory : undefined;
}

/** The next value on either side, as far as there is one. */
export function neighbours(values: readonly number[], of: number): number[] {
  const below = values.filter((value) => value < of);
  const above = values.filter((value) => value > of);
  return [
    ...(below.length > 0 ? [Math.max(...below)] : []),
    ...(above.length > 0 ? [Math.min(...above)] : []),
  ];
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by);
}
