import type { Analysis } from '../analysis';
import type { Finding } from '../finding';
import {
  FREE_STORAGE,
  formatPrice,
  HOURS_PER_MONTH,
  monthlyPrice,
  PRICES_AS_OF,
  pricedTask,
} from '../model/prices';
import { bytesOf, MOST_BYTES } from '../model/requestSize';
import { formatCpu, formatMemory } from '../model/size';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import { isConvertible } from '../refactorings/conversion';
import type { Settings } from '../settings';
import type { Range } from '../syntax/tree';
import { withAssumption } from './assumption';

/** A line that an editor shows above a part of the document. */
export interface Lens {
  readonly range: Range;
  readonly title: string;
  /** A sentence or two. */
  readonly tooltip?: string;
  /** What a click does, where the client can. */
  readonly action?: 'showProblems' | 'convertToFargate' | 'showDiagram';
}

/** Bytes from which on it is of interest how large the document is. */
const NEAR_THE_LIMIT = 48 * 1024;

/** Containers that are looked at; AWS takes ten. */
const MOST_CONTAINERS = 100;

/**
 * What stands above the task and above its containers.
 *
 * @param findings of the same version of the document
 */
export function codeLenses(
  analysis: Analysis,
  findings: readonly Finding[],
  settings: Pick<Settings, 'codeLens' | 'assumeLaunchType' | 'region'>,
): Lens[] {
  const { definition, node } = analysis;
  if (!definition || !node) return [];
  const wanted = settings.codeLens;
  const judged = withAssumption(definition, settings.assumeLaunchType);
  const range = { start: node.start, end: node.start + 1 };
  const lenses: Lens[] = [];
  const price = wanted.price ? priceOf(judged, settings.region) : undefined;
  if (price)
    lenses.push({
      range,
      title: price,
      tooltip: `One task that runs all month (${HOURS_PER_MONTH} hours), on demand, at the rates of ${PRICES_AS_OF}. The setting ecsTaskdef.region chooses the Region.`,
    });
  if (wanted.problems) lenses.push({ range, title: countOf(findings), action: 'showProblems' });
  if (wanted.convert && !judged.requires('FARGATE') && isConvertible(analysis))
    lenses.push({ range, title: 'Convert to Fargate', action: 'convertToFargate' });
  if (wanted.diagram) lenses.push({ range, title: 'Show diagram', action: 'showDiagram' });
  const bytes = wanted.documentSize && judged.task ? bytesOf(judged.task.node, NEAR_THE_LIMIT) : undefined;
  if (bytes)
    lenses.push({
      range,
      title: `${(bytes / 1024).toFixed(1)} of ${MOST_BYTES / 1024} KiB`,
      tooltip: 'AWS takes no larger task definition. White space does not count.',
    });
  return wanted.shares ? [...lenses, ...sharesOf(judged)] : lenses;
}

// ---- price

/** "Fargate · 0.5 vCPU · 1 GB · $18.02/month in us-east-1 (ARM $14.42, Spot up to 70 % less)" */
function priceOf(definition: TaskDefinition, regionSetting: string): string | undefined {
  const task = definition.requires('FARGATE') && pricedTask(definition, regionSetting);
  if (!task) return undefined;
  const { region, windows, storage } = task;
  const isArm = task.architecture === 'ARM64';
  const price = monthlyPrice(task);
  const other = windows ? undefined : monthlyPrice({ ...task, architecture: isArm ? 'X86_64' : 'ARM64' });
  const remarks = [
    other && `${isArm ? 'x86' : 'ARM'} ${formatPrice(other.onDemand)}`,
    price?.spotDiscount && `Spot up to ${price.spotDiscount} % less`,
    windows && 'with the licence',
    price?.lacksStorage && `without the storage above ${FREE_STORAGE} GB`,
  ].filter(Boolean);
  return [
    `Fargate${windows ? ' Windows' : ''}`,
    formatCpu(task.cpu),
    formatMemory(task.memory),
    ...(storage ? [`${storage} GB storage`] : []),
    price
      ? `${price.isRough ? 'about ' : ''}${formatPrice(price.onDemand)}/month in ${region} (${remarks.join(', ')})`
      : `no price known${isArm ? ' for ARM' : ''} in ${region}`,
  ].join(' · ');
}

// ---- problems

/** "2 errors, 1 warning"; there is always something, so that the text does not move when problems come and go. */
function countOf(findings: readonly Finding[]): string {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counts[severity === 'info' ? 'hint' : severity]++;
  const named = Object.entries(counts).flatMap(([what, count]) =>
    count > 0 ? `${count} ${what}${count === 1 ? '' : 's'}` : [],
  );
  return named.join(', ') || 'No problems';
}

// ---- shares

function sharesOf({ cpu, memory, containers }: TaskDefinition): Lens[] {
  return containers.slice(0, MOST_CONTAINERS).flatMap((container): Lens[] => {
    const { start } = container.node;
    const parts = [
      cpu && share(container.integer('cpu')?.value, cpu.value, 'cpu'),
      memory && memoryShare(container, memory.value),
    ].filter((part) => part !== undefined);
    return parts.length > 0 ? [{ range: { start, end: start + 1 }, title: parts.join(' · ') }] : [];
  });
}

/** Where it reserves less than it may have: "25 to 50 % of the memory". */
function memoryShare(container: Container, all: number): string | undefined {
  const limit = container.integer('memory')?.value;
  const reserved = container.integer('memoryReservation')?.value;
  if (!limit || !reserved || reserved >= limit) return share(limit ?? reserved, all, 'memory');
  return all > 0 ? `${percent(reserved, all)} to ${share(limit, all, 'memory')}` : undefined;
}

function share(part: number | undefined, all: number, of: string): string | undefined {
  return part && all > 0 ? `${percent(part, all)} % of the ${of}` : undefined;
}

const percent = (part: number, all: number): number => Math.round((part / all) * 100);
