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

const MODES = ['awsvpc', 'host', 'bridge', 'none'] as const;
export type NetworkMode = (typeof MODES)[number];

/** The network mode that is written, or surely meant. */
export function networkModeOf(definition: TaskDefinition): NetworkMode | undefined {
  const written = definition.networkMode?.value;
  if (written !== undefined) return MODES.find((mode) => mode === written);
  if (mapsPorts(definition)) return 'bridge';
  const isOpen = definition.task === undefined || !definition.task.lacks('networkMode');
  const own = definition.requires('FARGATE') ?? definition.requires('MANAGED_INSTANCES');
  return !isOpen && own ? 'awsvpc' : undefined;
}
