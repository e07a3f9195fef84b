import { nameOf } from '../model/taskDefinition';
import { addTo, isOnBrackets, isOnMember, type Refactor, rewrite } from './refactoring';

/** Adds a volume of Amazon EFS and mounts it in the container. */
export const addEfsVolume: Refactor = (spot) => {
  const { container, definition } = spot;
  const { task, volumes, windows } = definition;
  // EFS is for Linux, and not for instances outside of AWS.
  if (!container || !task || windows !== false || definition.requires('EXTERNAL')) return [];
  const isHere = isOnMember(spot, container.node, 'mountPoints') || isOnBrackets(spot, container.node);
  if (!isHere && !spot.isAsked) return [];
  const name = free(
    'efs',
    volumes.map((volume) => volume.string('name')?.value),
  );
  const path = free(
    '/mnt/efs',
    container.objects('mountPoints').map((mount) => mount.string('containerPath')?.value),
  );
  const volume = addTo(task.node, 'volumes', {
    name,
    efsVolumeConfiguration: { fileSystemId: '<FILE_SYSTEM_ID>', transitEncryption: 'ENABLED' },
  });
  const mount = addTo(container.node, 'mountPoints', { sourceVolume: name, containerPath: path });
  if (!volume || !mount) return [];
  const owner = nameOf(container, definition.containers);
  return [rewrite(`Mount an EFS volume at ${path} in container "${owner}"`, [mount, volume])];
};

/** The name, with a number where it is taken. */
function free(name: string, taken: readonly (string | undefined)[]): string {
  let candidate = name;
  for (let i = 2; taken.includes(candidate); i++) candidate = `${name}-${i}`;
  return candidate;
}
