import type { Container, TaskDefinition } from './taskDefinition';

/**
 * In which turn each container starts, counted from one. Undefined where no container waits for another, and where the
 * order is not known: something is open, a container is not there, or they wait in a circle.
 */
export function startOrder(definition: TaskDefinition): Map<Container, number> | undefined {
  const { containers } = definition;
  const turns = new Map<Container, number>();
  const waiting = new Map<Container, number>();
  const followers = new Map<Container, Container[]>();
  for (const container of containers) {
    const dependsOn = container.get('dependsOn');
    const dependencies = container.objects('dependsOn');
    if (dependsOn && (dependsOn.kind !== 'array' || dependencies.length < dependsOn.items.length))
      return undefined;
    for (const dependency of dependencies) {
      const name = dependency.string('containerName');
      const other = name && definition.container(name.value);
      if (!other) return undefined;
      const known = followers.get(other);
      if (known) known.push(container);
      else followers.set(other, [container]);
    }
    waiting.set(container, dependencies.length);
  }
  if (followers.size === 0) return undefined;
  const ready = containers.filter((container) => waiting.get(container) === 0);
  for (const container of ready) turns.set(container, 1);
  for (const container of ready) {
    const next = (turns.get(container) ?? 0) + 1;
    for (const follower of followers.get(container) ?? []) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      turns.set(follower, Math.max(next, turns.get(follower) ?? 0));
      if (left === 0) ready.push(follower);
    }
  }
  return ready.length === containers.length ? turns : undefined;
}
