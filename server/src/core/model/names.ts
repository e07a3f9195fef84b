import type { Node } from '../syntax/tree';
import type { TaskDefinition } from './taskDefinition';

/** The names of all containers; undefined when one may be unseen, because it is open, missing or not an object. */
export function containerNames({ containers }: TaskDefinition): string[] | undefined {
  const list = containers[0]?.node.parent;
  return list?.kind === 'array' ? allNames(list.items, containers) : undefined;
}

/** The names of all volumes, none when the task has no list of them; undefined when one may be unseen. */
export function volumeNames({ task, volumes }: TaskDefinition): string[] | undefined {
  if (task?.lacks('volumes')) return [];
  return task?.get('volumes')?.kind === 'array' ? allNames(task.items('volumes'), volumes) : undefined;
}

interface Named {
  string(key: 'name'): { readonly value: string } | undefined;
}

function allNames(items: readonly Node[], views: readonly Named[]): string[] | undefined {
  const names = views.flatMap((view) => view.string('name')?.value ?? []);
  return names.length === items.length ? names : undefined;
}
