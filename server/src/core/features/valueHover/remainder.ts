import type { Container, TaskDefinition } from '../../model/taskDefinition';

/**
 * What all containers ask for; undefined where one of them leaves it open, and 0 where none asks. Memory is what is
 * reserved: the soft limit, else the hard one.
 */
export function askedFor(definition: TaskDefinition, what: 'cpu' | 'memory'): number | undefined {
  if (definition.hasGaps || definition.hasUnknownContainers) return undefined;
  let sum = 0;
  for (const container of definition.containers) {
    const asked = what === 'cpu' ? amountOf(container, 'cpu') : reservedBy(container);
    if (asked === undefined) return undefined;
    sum += asked;
  }
  return sum;
}

function reservedBy(container: Container): number | undefined {
  const soft = amountOf(container, 'memoryReservation');
  return soft === 0 ? amountOf(container, 'memory') : soft;
}

function amountOf(container: Container, member: 'cpu' | 'memory' | 'memoryReservation'): number | undefined {
  return container.integer(member)?.value ?? (container.lacks(member) ? 0 : undefined);
}

/** "256 of 1024 CPU units reserved, 768 free" */
export function sayRest(
  definition: TaskDefinition,
  what: 'cpu' | 'memory',
  whole: number,
): string | undefined {
  const asked = askedFor(definition, what);
  if (!asked) return undefined;
  const rest =
    asked > whole ? `${asked - whole} too many` : asked === whole ? 'none free' : `${whole - asked} free`;
  return `${asked} of ${whole} ${what === 'cpu' ? 'CPU units' : 'MiB'} reserved, ${rest}`;
}
