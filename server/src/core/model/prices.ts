import { accountIn } from './account';
import { sizesFor } from './fargateSizes';
import type { TaskDefinition } from './taskDefinition';

/** The month that the rates below were looked up in; prices change, and a number without a date looks truer than it is. */
export const PRICES_AS_OF = '2026-09';

/** Hours that a month is taken for, as AWS's own calculator does. */
export const HOURS_PER_MONTH = 730;

/** GiB that every task on Fargate has without paying for it. */
export const FREE_STORAGE = 20;

/** The most that Fargate Spot takes off the price, in percent; what it takes off today, only a live feed tells. */
export const SPOT_DISCOUNT = 70;

/** A Region for documents that name none. */
export const DEFAULT_REGION = 'us-east-1';

/** What to ask the price of. */
export interface PricedTask {
  /** CPU units; 1024 is 1 vCPU. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
  /** Such as `eu-west-1`. */
  readonly region: string;
  readonly architecture: 'X86_64' | 'ARM64';
  readonly windows: boolean;
  /** GiB of ephemeral storage. Default: what is free. */
  readonly storage?: number;
}

/** What one task costs that runs all the time, on Fargate, on demand, before taxes and discounts. */
export interface Price {
  /** US dollars in a month of 730 hours. */
  readonly onDemand: number;
  /** US dollars in an hour; billed by the second, a minute at least, from the pull of the image until the task stops. */
  readonly hourly: number;
  /** Percent that Fargate Spot takes off at most; undefined where there is none. */
  readonly spotDiscount?: number;
  /** The rates are not confirmed: say "about". */
  readonly isRough: boolean;
  /** The Region's rate for the storage above 20 GiB is not known, and its price not in the sum. */
  readonly lacksStorage: boolean;
}

/** US dollars an hour for a vCPU and for a GB of memory; Windows pays for its licence too, by the vCPU. */
type Rate = readonly [vcpu: number, gb: number, licence?: number];

interface Rates {
  readonly x86: Rate;
  readonly arm?: Rate;
  readonly windows?: Rate;
  /** US dollars an hour for a GB above those that are free. */
  readonly storage?: number;
  /** From one source without a date, or from none. */
  readonly isRough?: true;
}

/** The Regions that cost least have the same rates. */
const LEAST = { x86: [0.04048, 0.004445], arm: [0.03238, 0.00356] } satisfies Rates;
const LEAST_WINDOWS: Rate = [0.046552, 0.00511175, 0.046];

/** https://aws.amazon.com/fargate/pricing/ */
const RATES: Readonly<Record<string, Rates>> = {
  'us-east-1': { ...LEAST, windows: LEAST_WINDOWS, storage: 0.000111 },
  'us-east-2': { ...LEAST, windows: LEAST_WINDOWS },
  'us-west-2': LEAST,
  'eu-west-1': LEAST,
  'eu-central-1': { x86: [0.04656, 0.00511] },
  'eu-west-2': { x86: [0.04656, 0.00511], arm: [0.03725, 0.00409], storage: 0.000129 },
  'ap-south-1': { x86: [0.04256, 0.004655] },
  'ap-northeast-1': { x86: [0.05056, 0.00553] },
  'ap-northeast-2': { x86: [0.04656, 0.00511] },
  'ap-southeast-1': { x86: [0.05056, 0.00553], isRough: true },
  'ap-southeast-2': { x86: [0.04856, 0.00532], arm: [0.03885, 0.00426] },
  'sa-east-1': { x86: [0.0696, 0.0076], arm: [0.0557, 0.00612] },
  'us-west-1': { x86: [0.04656, 0.00511], isRough: true },
  'eu-west-3': { x86: [0.0486, 0.0053], isRough: true },
  'eu-north-1': { x86: [0.0445, 0.0049], isRough: true },
  'ca-central-1': { x86: [0.04456, 0.004865], isRough: true },
};

/** Regions whose prices are known. */
export const PRICED_REGIONS: readonly string[] = Object.keys(RATES);

/** Undefined where the rate for the Region and the platform is not known. */
export function monthlyPrice(task: PricedTask): Price | undefined {
  const rates = Object.hasOwn(RATES, task.region) ? RATES[task.region] : undefined;
  const rate = task.windows ? rates?.windows : task.architecture === 'ARM64' ? rates?.arm : rates?.x86;
  if (!rates || !rate) return undefined;
  const [vcpu, gb, licence = 0] = rate;
  const paidStorage = Math.max(0, (task.storage ?? 0) - FREE_STORAGE);
  const hourly =
    (task.cpu / 1024) * (vcpu + licence) + (task.memory / 1024) * gb + paidStorage * (rates.storage ?? 0);
  return {
    onDemand: hourly * HOURS_PER_MONTH,
    hourly,
    // What is said about the rates of Windows differs, by a factor of two.
    isRough: rates.isRough === true || task.windows,
    lacksStorage: paidStorage > 0 && rates.storage === undefined,
    ...(!task.windows && { spotDiscount: SPOT_DISCOUNT }),
  };
}

/**
 * The task as Fargate would bill it. Undefined where its size is none of Fargate's, and where a template leaves open
 * what the price depends on.
 *
 * @param setting of `regionOf`
 */
export function pricedTask(definition: TaskDefinition, setting?: string): PricedTask | undefined {
  const { task, cpu, memory, windows } = definition;
  // Blocks of a template may bring what makes the price another one.
  if (!task || !cpu || !memory || windows === undefined || definition.hasGaps) return undefined;
  const architecture = architectureOf(definition);
  const storage = storageOf(definition);
  if (!architecture || storage === undefined) return undefined;
  const size = sizesFor(definition).find((candidate) => candidate.cpu === cpu.value);
  if (!size?.memory.includes(memory.value)) return undefined;
  return {
    cpu: cpu.value,
    memory: memory.value,
    windows,
    architecture,
    region: regionOf(definition, setting),
    ...(storage > 0 && { storage }),
  };
}

/** Undefined when a template leaves it open. */
function architectureOf({ task }: TaskDefinition): PricedTask['architecture'] | undefined {
  const platform = task?.object('runtimePlatform');
  if (!platform) return task?.get('runtimePlatform') ? undefined : 'X86_64';
  const architecture = platform.string('cpuArchitecture')?.value;
  if (architecture === 'X86_64' || architecture === 'ARM64') return architecture;
  return platform.get('cpuArchitecture') ? undefined : 'X86_64';
}

/** GiB, 0 where nothing is said; undefined when a template leaves it open. */
function storageOf({ task }: TaskDefinition): number | undefined {
  if (!task?.get('ephemeralStorage')) return 0;
  return task.object('ephemeralStorage')?.integer('sizeInGiB')?.value;
}

/** "$18.02", "$1,737.38" */
export function formatPrice(dollars: number): string {
  return `$${dollars.toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ',')}`;
}

/**
 * The Region to work out prices for: the one of the setting `ecsTaskdef.region`, else the one that ARNs, images of ECR
 * and log options of the document agree on, else us-east-1.
 *
 * @param setting empty where nobody chose a Region
 */
export function regionOf({ node }: TaskDefinition, setting = ''): string {
  return setting || (accountIn(node).region ?? DEFAULT_REGION);
}
