import { FREE_STORAGE, formatPrice, monthlyPrice, PRICES_AS_OF, pricedTask } from '../../model/prices';
import type { TaskDefinition } from '../../model/taskDefinition';

/** Whether the sizes and prices of Fargate matter: it is asked for, or no launch type is known at all. */
export function mayRunOnFargate(definition: TaskDefinition): boolean {
  if (definition.requires('FARGATE')) return true;
  return definition.task !== undefined && !OTHERS.some((launchType) => definition.requires(launchType));
}

const OTHERS = ['EC2', 'EXTERNAL', 'MANAGED_INSTANCES'] as const;

/** "$18.02 a month in us-east-1 when it runs all the time (ARM64 $14.42, Spot up to 70 % less; prices of 2026-09)" */
export function sayPrice(definition: TaskDefinition, setting: string): string | undefined {
  const task = mayRunOnFargate(definition) ? pricedTask(definition, setting) : undefined;
  const price = task && monthlyPrice(task);
  if (!task || !price) return undefined;
  const other = task.architecture === 'ARM64' ? 'X86_64' : 'ARM64';
  const otherPrice = task.windows ? undefined : monthlyPrice({ ...task, architecture: other });
  const also = [
    ...(otherPrice ? [`${other} ${formatPrice(otherPrice.onDemand)}`] : []),
    ...(price.spotDiscount === undefined ? [] : [`Spot up to ${price.spotDiscount} % less`]),
  ].join(', ');
  const about = price.isRough ? 'about ' : '';
  const storage = price.lacksStorage ? `, storage above ${FREE_STORAGE} GiB not counted` : '';
  const note = `${also && `${also}; `}prices of ${PRICES_AS_OF}${storage}`;
  return `${about}${formatPrice(price.onDemand)} a month in ${task.region} when it runs all the time (${note})`;
}
