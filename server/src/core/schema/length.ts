import type { Draft } from './rules';
import { everyObject, isOptional, label, locate, removal, type Site, type Sites } from './sites';

const CONTAINERS = 'a task definition has 1 to 10 containers';

/** A string or list with too little or too much in it. */
export function wrongLength(site: Site, sites: Sites): Draft | undefined {
  const { node, schema } = site;
  if (!schema) return undefined;
  if (node.kind === 'string' && node.value === '') return empty(site);
  if (node.kind === 'array' && node.items.length === 0) return empty(site);
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
  return { ...at, message: `${label(site)} has ${count} items: AWS allows at most ${schema.maxItems}.` };
}

/** An empty string or list where AWS wants something or nothing. */
export function empty(site: Site): Draft {
  const { node, path } = site;
  const what = node.kind === 'array' ? 'list' : 'string';
  const at = { rule: 'schema/length', location: locate(site) } as const;
  if (path.length === 1 && path[0] === 'containerDefinitions') {
    return { ...at, message: `"containerDefinitions" is empty: ${CONTAINERS}.` };
  }
  if (!isOptional(site)) {
    const holder = site.parent ? everyObject(site.parent) : 'every task definition';
    return { ...at, message: `${label(site)} is empty: AWS requires it in ${holder}.` };
  }
  return {
    ...at,
    message: `${label(site)} is an empty ${what}: AWS refuses it. Leave the key out.`,
    fixes: [removal(site, true)],
    droppedByDeployAction: true,
  };
}
