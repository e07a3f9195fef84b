import { childOf, type Node } from '../syntax/tree';
import type { Site } from './sites';

/** A string elsewhere that names the container or volume, and how it reads after a change of the name. */
export interface Reference {
  readonly node: Node;
  readonly text: (name: string) => string;
}

/** Where the definition refers to the container or volume whose `name` this is. */
export function references(definition: Node, { node, parent }: Site): Reference[] {
  if (node.kind !== 'string') return [];
  const containers = items(
    definition.kind === 'array' ? definition : childOf(definition, 'containerDefinitions'),
  );
  const plain = (found: Node | undefined): Reference[] =>
    found?.kind === 'string' && found.value === node.value ? [{ node: found, text: (name) => name }] : [];
  const named = (list: string, key: string) =>
    containers.flatMap((container) =>
      items(childOf(container, list)).flatMap((item) => plain(childOf(item, key))),
    );

  if (parent?.schema?.struct === 'Volume') return named('mountPoints', 'sourceVolume');
  if (parent?.schema?.struct !== 'ContainerDefinition') return [];
  const links = containers.flatMap((container) =>
    items(childOf(container, 'links')).flatMap((link): Reference[] => {
      if (link.kind !== 'string') return [];
      const { value } = link;
      const linked = value === node.value || value.startsWith(`${node.value}:`);
      return linked ? [{ node: link, text: (name) => name + value.slice(node.value.length) }] : [];
    }),
  );
  return [
    ...named('dependsOn', 'containerName'),
    ...named('volumesFrom', 'sourceContainer'),
    ...links,
    ...plain(childOf(childOf(definition, 'proxyConfiguration'), 'containerName')),
  ];
}

function items(list: Node | undefined): readonly Node[] {
  return list?.kind === 'array' ? list.items : [];
}
