import type { Change } from '../finding';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';

/** Members that awsvpc refuses. */
const HOST_ONLY = [
  'links',
  'hostname',
  'extraHosts',
  'dnsServers',
  'dnsSearchDomains',
  'disableNetworking',
] as const;

/**
 * The changes that make a task one with an own network interface: the mode, and no host port that differs. Undefined
 * where more has to change than these, or where a launch type does not take the mode.
 */
export function toAwsvpc(definition: TaskDefinition): Change[] | undefined {
  const { task, containers, networkMode } = definition;
  if (!task || definition.requires('EXTERNAL')) return undefined;
  if (containers.some((container) => HOST_ONLY.some((key) => container.get(key)))) return undefined;
  const ports = containers.flatMap((container) =>
    container.objects('portMappings').flatMap((mapping): Change[] => {
      const host = mapping.get('hostPort');
      const same = host && mapping.integer('hostPort')?.value === mapping.integer('containerPort')?.value;
      return host && !same ? [{ kind: 'remove', pointer: pointerOf(host) }] : [];
    }),
  );
  const mode: Change = networkMode
    ? { kind: 'set', pointer: pointerOf(networkMode.node), value: 'awsvpc' }
    : { kind: 'insert', pointer: pointerOf(task.node), key: 'networkMode', value: 'awsvpc' };
  return [mode, ...ports];
}
