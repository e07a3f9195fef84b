import type { Node } from '../syntax/tree';
import type { TaskDefinition } from './taskDefinition';

type Names = ReadonlySet<string>;

const NAME = /^[a-zA-Z0-9_-]{1,255}$/;

/** Whether AWS takes the text for a family or the name of a container; if so, it may stand in other names and values. */
export function isName(text: string | undefined): text is string {
  return text !== undefined && NAME.test(text);
}

/** The names of all containers; undefined when one may be unseen: it is open, missing, refused by AWS or not in an object. */
export const containerNames = once(({ containers }): Names | undefined => {
  const list = containers[0]?.node.parent;
  return list?.kind === 'array' ? allNames(list.items, containers) : undefined;
});

/** The names of all volumes, none when the task has no list of them; undefined when one may be unseen. */
export const volumeNames = once(({ task, volumes }): Names | undefined => {
  if (task?.lacks('volumes')) return new Set();
  return task?.get('volumes')?.kind === 'array' ? allNames(task.items('volumes'), volumes) : undefined;
});

interface Named {
  string(key: 'name'): { readonly value: string } | undefined;
}

function allNames(items: readonly Node[], views: readonly Named[]): Names | undefined {
  const names = views.map((view) => view.string('name')?.value).filter(isName);
  return names.length === items.length ? new Set(names) : undefined;
}

/** Every container asks for these, so they are gathered once for a document version. */
function once<T>(gather: (definition: TaskDefinition) => T): (definition: TaskDefinition) => T {
  const gathered = new WeakMap<TaskDefinition, { readonly result: T }>();
  return (definition) => {
    const found = gathered.get(definition) ?? { result: gather(definition) };
    gathered.set(definition, found);
    return found.result;
  };
}
