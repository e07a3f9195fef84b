import type { Fix } from '../finding';
import type { TaskDefinition } from '../model/taskDefinition';
import { toPointer } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { show, toJson } from './data';
import { addRequired } from './proposals';
import type { Draft } from './rules';
import { everyObject, isOptional, label, locate, removal, type Site, type Sites } from './sites';

const CONTAINERS = 'a task definition has 1 to 10 containers';

/** A string or list with too little or too much in it. */
export function wrongLength(
  site: Site,
  sites: Sites,
  definition: TaskDefinition | undefined,
): Draft | undefined {
  const { node, schema } = site;
  if (!schema) return undefined;
  if (node.kind === 'string' && node.value === '') return empty(site, definition);
  if (node.kind === 'array' && node.items.length === 0) return empty(site, definition);
  const at = { rule: 'schema/length', location: locate(site) } as const;
  if (node.kind === 'string') {
    const length = [...node.value].length;
    return {
      ...at,
      message: `${label(site)} has ${length} characters: AWS allows at most ${schema.maxLength}.`,
    };
  }
  if (node.kind !== 'array' || schema.maxItems === undefined) return undefined;
  const count = node.items.length;
  if (schema.items?.$ref?.endsWith('/ContainerDefinition')) {
    // A container has a name to point at, and the first one too many is where to look.
    const message = `This is one container too many: ${CONTAINERS}, here are ${count}.`;
    const extra = sites.child(site, String(schema.maxItems));
    return { ...at, message, location: locate(extra ?? site) };
  }
  const message = `${label(site)} has ${count} items: AWS allows at most ${schema.maxItems}.`;
  return { ...at, message, fixes: shortened(site, node.items, schema.maxItems) };
}

/** Which one to keep is offered for a list that takes one; of longer ones the last items go. */
const FEW = 5;
/** Nobody wants to lose more than this at one stroke. */
const MOST_REMOVED = 100;

function shortened({ pointer, path }: Site, items: readonly Node[], most: number): Fix[] {
  const remove = (title: string, unwanted: (index: number) => boolean): Fix => ({
    title,
    changes: items.flatMap((_, index) =>
      unwanted(index) ? [{ kind: 'remove' as const, pointer: pointer + toPointer([index]) }] : [],
    ),
    safe: false,
  });
  if (most === 1 && items.length <= FEW) {
    return items.map((item, kept) => remove(`Keep only ${show(toJson(item))}`, (index) => index !== kept));
  }
  const over = items.length - most;
  if (over > MOST_REMOVED) return [];
  const which = over === 1 ? 'the last item' : `the last ${over} items`;
  return [remove(`Remove ${which} of ${path.at(-1)}`, (index) => index >= most)];
}

/** An empty string or list where AWS wants something or nothing. */
export function empty(site: Site, definition: TaskDefinition | undefined): Draft {
  const { node, path, parent } = site;
  const what = node.kind === 'array' ? 'list' : 'string';
  const at = { rule: 'schema/length', location: locate(site) } as const;
  if (path.length === 1 && path[0] === 'containerDefinitions') {
    const message = `"containerDefinitions" is empty: ${CONTAINERS}.`;
    return { ...at, message, fixes: parent ? addRequired(parent, path[0], definition) : [] };
  }
  if (!isOptional(site)) {
    const holder = parent ? everyObject(parent) : 'every task definition';
    const key = path.at(-1);
    const message = `${label(site)} is empty: AWS requires it in ${holder}.`;
    return {
      ...at,
      message,
      fixes: parent && typeof key === 'string' ? addRequired(parent, key, definition) : [],
    };
  }
  return {
    ...at,
    message: `${label(site)} is an empty ${what}: AWS refuses it. Leave the key out.`,
    fixes: [removal(site, true)],
    droppedByDeployAction: true,
  };
}
