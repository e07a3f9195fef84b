import type { TaskDefinition } from './taskDefinition';

/**
 * Whether ports of containers are surely mapped to ports of the host: `bridge` is written, or no mode is, which means
 * Docker's own network (bridge, on Windows nat) on EC2 and on external instances.
 */
export function mapsPorts(definition: TaskDefinition): boolean {
  const mode = definition.networkMode;
  if (mode) return mode.value === 'bridge';
  if (!definition.task?.lacks('networkMode') || definition.requires('FARGATE')) return false;
  return definition.requires('EC2') !== undefined || definition.requires('EXTERNAL') !== undefined;
}
