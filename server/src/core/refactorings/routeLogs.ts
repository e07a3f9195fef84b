import type { Change } from '../finding';
import { type Container, nameOf, type TaskDefinition } from '../model/taskDefinition';
import { logsThrough } from '../rules/logging';
import { pointerOf, toPointer } from '../syntax/pointer';
import { all } from '../words';
import { additionOf, type Sidecar } from './addSidecar';
import { insert, quoted } from './conversion';
import { logOptions } from './logs';
import { isOnMember, type Refactor, rewrite, type Spot } from './refactoring';

/** As in the samples of AWS. */
const ROUTER: Sidecar = {
  name: 'log_router',
  image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
  memory: 50,
  members: () => ({ firelensConfiguration: { type: 'fluentbit' } }),
};

/**
 * Lets containers log through FireLens, to the log group that they have: one container where its log configuration is
 * pointed at, else all that log through awslogs or nowhere. Adds the log router where there is none.
 */
export const routeLogs: Refactor = (spot) => {
  const { container, definition } = spot;
  const { containers, windows } = definition;
  // There is no FireLens for Windows.
  if (windows !== false) return [];
  const router = containers.find((other) => !other.lacks('firelensConfiguration'));
  const one = container && isOnLogs(spot, container) ? container : undefined;
  if (!one && (router || !isOnTask(spot))) return [];
  const switched = (one ? [one] : containers).flatMap((each) => {
    const changes = each === router ? undefined : switchOf(each, definition);
    return changes ? [{ name: quoted(nameOf(each, containers)), changes }] : [];
  });
  const addition = router ? [] : additionOf(ROUTER, definition);
  if (switched.length === 0 || !addition) return [];
  const names = all(switched.map(({ name }) => name));
  const title = `Send the logs of ${names} through FireLens${router ? '' : ', with a log router'}`;
  return [rewrite(title, [...switched.flatMap(({ changes }) => changes), ...addition])];
};

function isOnLogs(spot: Spot, { node }: Container): boolean {
  return isOnMember(spot, node, 'logConfiguration');
}

function isOnTask(spot: Spot): boolean {
  const { task } = spot.definition;
  return spot.isAsked || (task !== undefined && isOnMember(spot, task.node, 'containerDefinitions'));
}

/** What Fluent Bit calls the options of awslogs; it knows no others of them. */
const RENAMED: Readonly<Record<string, string>> = {
  'awslogs-group': 'log_group_name',
  'awslogs-region': 'region',
  'awslogs-stream-prefix': 'log_stream_prefix',
  'awslogs-create-group': 'auto_create_group',
};

/** Undefined for a container that logs in another way, and where that is not known. */
function switchOf(container: Container, definition: TaskDefinition): Change[] | undefined {
  const { group, region, prefix } = logOptions(container, definition);
  const wanted = { Name: 'cloudwatch_logs', region, log_group_name: group, log_stream_prefix: `${prefix}/` };
  if (container.lacks('logConfiguration'))
    return [insert(container.node, 'logConfiguration', { logDriver: 'awsfirelens', options: wanted })];
  const log = logsThrough('awslogs', container);
  const driver = log?.get('logDriver');
  if (!log || !driver) return undefined;
  const setDriver: Change = { kind: 'set', pointer: pointerOf(driver), value: 'awsfirelens' };
  const options = log.object('options')?.node;
  if (!options) return log.lacks('options') ? [setDriver, insert(log.node, 'options', wanted)] : undefined;
  const changes: Change[] = [setDriver];
  const kept = new Set<string>();
  for (const { key } of options.properties) {
    const pointer = pointerOf(options) + toPointer([key]);
    const name = Object.hasOwn(RENAMED, key) ? RENAMED[key] : undefined;
    if (name === undefined) changes.push({ kind: 'remove', pointer });
    else {
      kept.add(name);
      changes.push({ kind: 'rename', pointer, key: name });
    }
  }
  for (const [key, value] of Object.entries(wanted))
    if (!kept.has(key)) changes.push(insert(options, key, value));
  return changes;
}
