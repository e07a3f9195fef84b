import { closest } from '../closest';
import { type Container, isEssential, type TaskDefinition } from '../model/taskDefinition';
import { linkedName } from './links';

/** More to choose from helps nobody. */
const MOST = 3;
/** AWS takes ten containers; a document of thousands is not looked through for each of them. */
const MANY = 100;

/**
 * Names that may stand where a container speaks of another one of its task: the one that was meant, where what is
 * written comes near to it, else the first few. None that starts after this container: that would close a circle.
 *
 * @param container undefined: the task itself speaks of the container
 * @param fits whether a container can be what it is wanted for
 */
export function otherContainers(
  container: Container | undefined,
  definition: TaskDefinition,
  written = '',
  fits: (other: Container) => boolean = () => true,
): string[] {
  const own = container?.string('name')?.value;
  const later = own === undefined ? new Set() : startingAfter(own, definition);
  const names = definition.containers.slice(0, MANY).flatMap((other) => {
    const name = other.string('name')?.value;
    return name && name !== own && !later.has(name) && fits(other) ? [name] : [];
  });
  const meant = written === '' ? undefined : closest(written, names);
  return meant === undefined ? [...new Set(names)].slice(0, MOST) : [meant];
}

/** Whether a dependency under this condition can end well; a condition that is open, or wrong, is not judged. */
export function canBeAwaited(condition: string | undefined): (other: Container) => boolean {
  if (condition === 'HEALTHY') return (other) => other.object('healthCheck') !== undefined;
  if (condition === 'COMPLETE' || condition === 'SUCCESS') return (other) => isEssential(other) === false;
  return () => true;
}

/** The containers that wait for this one, directly or not. */
export function startingAfter(name: string, definition: TaskDefinition): Set<string> {
  const orders = ordersOf(definition);
  const found = new Set<string>();
  const queue = [name];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const other of orders) {
      if (found.has(other.name) || !other.after.has(next)) continue;
      found.add(other.name);
      queue.push(other.name);
    }
  }
  return found;
}

interface Order {
  readonly name: string;
  /** What the container says that it starts after. */
  readonly after: ReadonlySet<string | undefined>;
}

const gathered = new WeakMap<TaskDefinition, readonly Order[]>();

/** Gathered once for a document version. */
function ordersOf(definition: TaskDefinition): readonly Order[] {
  const orders = gathered.get(definition) ?? definition.containers.slice(0, MANY).flatMap(orderOf);
  gathered.set(definition, orders);
  return orders;
}

function orderOf(container: Container): Order[] {
  const name = container.string('name')?.value;
  if (!name) return [];
  const after = new Set([
    ...container.objects('dependsOn').map((dependency) => dependency.string('containerName')?.value),
    ...container.objects('volumesFrom').map((volumes) => volumes.string('sourceContainer')?.value),
    ...container.strings('links').map(({ value }) => linkedName(value)),
  ]);
  return [{ name, after }];
}
