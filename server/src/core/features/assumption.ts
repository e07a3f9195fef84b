import type { TaskDefinition } from '../model/taskDefinition';
import type { Settings } from '../settings';

/** The definition, taken to require the launch type of the settings where it lists none. */
export function withAssumption(
  definition: TaskDefinition,
  launchType: Settings['assumeLaunchType'],
): TaskDefinition {
  return (launchType !== 'none' && definition.assuming(launchType)) || definition;
}
