import { isPlaceholder } from '../model/placeholder';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import { AWSLOGS_OPTIONS, awslogsOptions, logsThrough } from '../rules/logging';
import { childOf, type Node } from '../syntax/tree';

const [GROUP = '', REGION = ''] = AWSLOGS_OPTIONS;

/** Options of awslogs for a container: the log group of those beside it, else one named for the family. */
export function logOptions(
  container: Container,
  definition: TaskDefinition,
): Record<'group' | 'region' | 'prefix', string> {
  const options = awslogsOptions(container, definition);
  for (const other of definition.containers) {
    const written = logsThrough('awslogs', other)?.object('options');
    const group = childOf(written?.node, GROUP);
    const region = childOf(written?.node, REGION);
    // A mark without quotes would be copied into quotes.
    if (group?.kind !== 'string' || region?.kind !== 'string' || group.bare || region.bare) continue;
    if (!isGroup(group) || region.value === '') continue;
    options[GROUP] = group.value;
    options[REGION] = region.value;
    break;
  }
  const [group = '', region = '', prefix = ''] = Object.values(options);
  return { group, region, prefix };
}

/** A name that AWS refuses is not copied. */
const isGroup = (node: Node): boolean =>
  node.kind === 'string' && (isPlaceholder(node) || /^[\w./#-]+$/.test(node.value));

export function awslogs(options: Readonly<Record<'group' | 'region' | 'prefix', string>>) {
  return {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': options.group,
      'awslogs-region': options.region,
      'awslogs-stream-prefix': options.prefix,
    },
  };
}
