import type { Change, Fix } from '../finding';
import { protocolOf, readPortRange } from '../model/ports';
import { fitsPlace } from '../model/support';
import { isTaken } from '../model/taken';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';

export type Mode = 'awsvpc' | 'bridge' | 'host' | 'none';

export const isMode = (value: string): value is Mode => /^(?:awsvpc|bridge|host|none)$/.test(value);

/** A fix for each of the modes that the task can have, in this order. */
export function changeMode(modes: readonly Mode[], definition: TaskDefinition): Fix[] {
  return modes.flatMap((mode) => {
    const changes = toMode(mode, definition);
    const title = definition.networkMode ? `Change networkMode to "${mode}"` : `Add "networkMode": "${mode}"`;
    return changes ? [{ title, changes, safe: false }] : [];
  });
}

/**
 * The changes that give the task this network mode: the mode itself and, where nothing is mapped, no host port that
 * differs. Undefined where more has to change than these, or where a launch type does not take the mode.
 */
export function toMode(mode: Mode, definition: TaskDefinition): Change[] | undefined {
  const { task, networkMode } = definition;
  if (!task || !isTaken(mode, ['networkMode'], definition) || !fitsPlace(mode, definition)) return undefined;
  if (mode !== 'awsvpc' && needsAwsvpc(definition)) return undefined;
  if (mode === 'host' && asksForNamespace(definition)) return undefined;
  const unmapped = mode === 'awsvpc' || mode === 'host';
  if (unmapped && sharesPorts(definition)) return undefined;
  const change: Change = networkMode
    ? { kind: 'set', pointer: pointerOf(networkMode.node), value: mode }
    : { kind: 'insert', pointer: pointerOf(task.node), key: 'networkMode', value: mode };
  return [change, ...(unmapped ? removeHostPorts(definition) : [])];
}

/** A proxy does, where the launch types take one at all. */
function needsAwsvpc(definition: TaskDefinition): boolean {
  if (definition.requires('EXTERNAL') || definition.requires('MANAGED_INSTANCES')) return false;
  return definition.task?.get('proxyConfiguration') !== undefined;
}

/** Ranges of ports, and kernel parameters of the network: host has neither. */
function asksForNamespace({ containers }: TaskDefinition): boolean {
  return containers.some(
    (container) =>
      container.objects('portMappings').some((mapping) => mapping.get('containerPortRange')) ||
      container
        .objects('systemControls')
        .some((control) => control.string('namespace')?.value.startsWith('net.')),
  );
}

/** Whether two mappings have a port, or a name, that only one of them could keep. */
function sharesPorts({ containers }: TaskDefinition): boolean {
  const mappings = containers.flatMap((container) => container.objects('portMappings'));
  const names = mappings.flatMap((mapping) => mapping.string('name')?.value ?? []);
  if (new Set(names).size < names.length) return true;
  const ranges = mappings.flatMap((mapping) => {
    const port = mapping.integer('containerPort')?.value;
    const range =
      port === undefined
        ? readPortRange(mapping.string('containerPortRange')?.value ?? '')
        : { low: port, high: port };
    return range ? [{ ...range, protocol: protocolOf(mapping) }] : [];
  });
  ranges.sort((a, b) => a.low - b.low);
  const reach = new Map<string | undefined, number>();
  return ranges.some(({ low, high, protocol }) => {
    const last = reach.get(protocol) ?? -1;
    reach.set(protocol, Math.max(last, high));
    return low <= last;
  });
}

function removeHostPorts({ containers }: TaskDefinition): Change[] {
  return containers.flatMap((container) =>
    container.objects('portMappings').flatMap((mapping): Change[] => {
      const host = mapping.get('hostPort');
      const same = host && mapping.integer('hostPort')?.value === mapping.integer('containerPort')?.value;
      return host && !same ? [{ kind: 'remove', pointer: pointerOf(host) }] : [];
    }),
  );
}
