import { FARGATE_SIZES, sizesThatHold } from '../../model/fargateSizes';
import { formatPrice, monthlyPrice, PRICES_AS_OF, regionOf } from '../../model/prices';
import { formatCpu, formatMemory, spellCpu, spellMemory } from '../../model/size';
import type { Container } from '../../model/taskDefinition';
import { choices, containerOf, type Place, type Provider } from './place';

interface Size {
  /** CPU units. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
}

/** The cpu of a task: what Fargate has beside the memory that is chosen, with the price. */
export const taskCpu: Provider = (place) => {
  const { sizes, isLeast } = sizesFor(place, 'cpu');
  const like = writtenIn(place, 'memory') ? '1 vCPU' : '';
  return sizes.map((size) => ({
    value: spellCpu(size.cpu, like),
    detail: said(formatCpu(size.cpu), price(size, isLeast, place)),
    note: priceNote(place),
  }));
};

/** The memory of a task: what Fargate has beside the cpu that is chosen, with the price. */
export const taskMemory: Provider = (place) => {
  const { sizes, isLeast } = sizesFor(place, 'memory');
  const like = writtenIn(place, 'cpu') ? '1 GB' : '';
  return sizes.map((size) => ({
    value: spellMemory(size.memory, like),
    detail: said(formatMemory(size.memory), price(size, isLeast, place)),
    note: priceNote(place),
  }));
};

interface Fitting {
  readonly sizes: readonly Size[];
  /** The other part of the size is open, and each has the least of it. */
  readonly isLeast: boolean;
}

/** The sizes that are large enough for the containers; every one where none is, or where the other part is no size. */
function sizesFor({ definition }: Place, key: 'cpu' | 'memory'): Fitting {
  const other = key === 'cpu' ? 'memory' : 'cpu';
  // Elsewhere any cpu goes with any memory.
  const chosen = mayRunOnFargate(definition) ? definition[other]?.value : undefined;
  const all = FARGATE_SIZES.filter(({ windows }) => windows || !definition.windows);
  for (const rows of [sizesThatHold(definition), all]) {
    const sizes = pairs(rows).filter((size) => chosen === undefined || size[other] === chosen);
    if (sizes.length > 0) return { sizes: smallestOf(sizes, key), isLeast: chosen === undefined };
  }
  return { sizes: smallestOf(pairs(all), key), isLeast: true };
}

const pairs = (rows: typeof FARGATE_SIZES): Size[] =>
  rows.flatMap(({ cpu, memory }) => memory.map((mib) => ({ cpu, memory: mib })));

/** One size for each cpu or memory, the cheapest of those that have it. */
function smallestOf(all: readonly Size[], key: 'cpu' | 'memory'): Size[] {
  const found = new Map<number, Size>();
  for (const size of all) if (!found.has(size[key])) found.set(size[key], size);
  return [...found.values()].sort((a, b) => a[key] - b[key]);
}

/** Whether the other one of the two is written with a unit. */
function writtenIn({ definition }: Place, key: 'cpu' | 'memory'): boolean {
  return /[a-z]/i.test(definition.task?.string(key)?.value ?? '');
}

function price(
  { cpu, memory }: Size,
  isLeast: boolean,
  { definition, surroundings }: Place,
): string | undefined {
  if (!mayRunOnFargate(definition)) return undefined;
  const platform = definition.task?.object('runtimePlatform')?.string('cpuArchitecture')?.value;
  const architecture = platform === 'ARM64' ? 'ARM64' : 'X86_64';
  const region = regionOf(definition, surroundings.region);
  const found = monthlyPrice({ cpu, memory, region, architecture, windows: definition.windows === true });
  if (!found) return undefined;
  const about = [isLeast && 'from', found.isRough && 'about'].filter(Boolean).join(' ');
  return `${about && `${about} `}${formatPrice(found.onDemand)} a month`;
}

function priceNote({ definition, surroundings }: Place): string | undefined {
  if (!mayRunOnFargate(definition)) return undefined;
  const region = regionOf(definition, surroundings.region);
  return `On Fargate in ${region}, for one task that runs all month; prices of ${PRICES_AS_OF}.`;
}

/** Prices matter when it is asked for, or when no launch type is named at all. */
function mayRunOnFargate(definition: Place['definition']): boolean {
  return (
    definition.requires('FARGATE') !== undefined || definition.task?.lacks('requiresCompatibilities') === true
  );
}

const said = (...parts: (string | undefined)[]): string => parts.filter((part) => part).join(' · ');

/** What other containers leave of the task, for a container's own cpu or memory. */
export function remaining(key: 'cpu' | 'memory' | 'memoryReservation'): Provider {
  return (place) => {
    const { definition } = place;
    const own = containerOf(place)?.node;
    const whole = key === 'cpu' ? definition.cpu?.value : definition.memory?.value;
    const usual = key === 'cpu' ? [256, 128, 512, 1024, 2048] : [512, 128, 256, 1024, 2048, 4096];
    const format = key === 'cpu' ? formatCpu : formatMemory;
    if (whole === undefined) return usual.map((value) => ({ value, detail: format(value) }));
    const others = definition.containers.filter(({ node }) => node !== own);
    const left = others.reduce((rest, container) => rest - (needOf(container, key) ?? 0), whole);
    const small = usual.filter((value) => value < left).map((value) => ({ value, detail: format(value) }));
    if (left <= 0) return small;
    const isAll = left === whole;
    return [
      ...choices([left], `${format(left)}, ${isAll ? 'all that the task has' : 'all that is left'}`),
      ...small,
    ];
  };
}

/** Of memory what is reserved counts, else the limit. */
function needOf(container: Container, key: 'cpu' | 'memory' | 'memoryReservation'): number | undefined {
  if (key === 'cpu') return container.integer('cpu')?.value;
  return (container.integer('memoryReservation') ?? container.integer('memory'))?.value;
}
