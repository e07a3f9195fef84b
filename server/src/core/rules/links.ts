import { mapsPorts } from '../model/network';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import type { Value } from '../model/view';

/** The links of a container, but for those that member-not-supported refuses as a whole. */
export function linksOf(container: Container, definition: TaskDefinition): Value<string>[] {
  const links = container.strings('links');
  if (links.length === 0 || mapsPorts(definition)) return links;
  const refused =
    definition.networkMode || definition.requires('FARGATE') || definition.requires('MANAGED_INSTANCES');
  return refused ? [] : links;
}

/** A link is written `name` or `name:alias`. */
export function linkedName(link: string): string {
  return link.split(':', 1)[0] ?? link;
}
