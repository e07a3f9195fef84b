import type { Fix } from '../finding';
import { healthChecksFor } from '../model/healthChecks';
import { type Container, nameOf, type TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';

/** Adds a health check that fits the image of a container: one fix for each way to ask. */
export function addHealthCheck(container: Container, definition: TaskDefinition): Fix[] {
  const name = nameOf(container, definition.containers);
  return healthChecksFor(container, definition).map(({ asks, needs, healthCheck }) => ({
    title: `Add a health check to container "${name}": ${asks}${needs ? ` (if ${needs})` : ''}`,
    changes: [
      { kind: 'insert', pointer: pointerOf(container.node), key: 'healthCheck', value: { ...healthCheck } },
    ],
    safe: false,
  }));
}
