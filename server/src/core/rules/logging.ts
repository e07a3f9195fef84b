import type { LogConfiguration } from '@aws-sdk/client-ecs';
import { closest } from '../closest';
import { fillIn } from '../fillIn';
import type { Change, Fix } from '../finding';
import { loose } from '../loose';
import { accountIn, accountOrMarks } from '../model/account';
import { isName } from '../model/names';
import { hasPlaceholder } from '../model/placeholder';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import type { View } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import type { Node, ObjectNode, Property } from '../syntax/tree';
import { addRole, missingRole } from './executionRole';

/** The log configuration of a container that surely logs through this driver. */
export function logsThrough(driver: string, container: Container): View<LogConfiguration> | undefined {
  const log = container.object('logConfiguration');
  return log?.string('logDriver')?.value === driver ? log : undefined;
}

/**
 * The options that Docker's log driver reads; those of awsfirelens go to the log router instead. Undefined where
 * the driver is not known.
 */
export function driverOptions(container: Container) {
  const log = container.object('logConfiguration');
  const driver = log?.string('logDriver')?.value;
  return driver === undefined || driver === 'awsfirelens' ? undefined : log?.object('options');
}

/** Options of the awslogs driver; AWS refuses any other. */
export const AWSLOGS_OPTIONS: readonly string[] = [
  'awslogs-group',
  'awslogs-region',
  'awslogs-stream-prefix',
  'awslogs-create-group',
  'awslogs-datetime-format',
  'awslogs-multiline-pattern',
  'mode',
  'max-buffer-size',
];

/** Those that it needs everywhere. */
export const AWSLOGS_REQUIRED = ['awslogs-group', 'awslogs-region'] as const;

/** What people call the options of awslogs, by names in lower case without dashes and underscores. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'awslogs-create-group': 'creategroup autocreategroup createloggroup',
    'awslogs-group': 'group groupname loggroup loggroupname awslogsgroupname awslogsloggroup',
    'awslogs-region': 'region awsregion logregion awslogsawsregion',
    'awslogs-stream-prefix':
      'prefix streamprefix logstreamprefix awslogsprefix awslogsstream awslogsstreamname',
  }).flatMap(([option, names]) => names.split(' ').map((name): [string, string] => [name, option])),
);

/** What is meant by each of the options that awslogs does not know; undefined where nobody can tell. */
export function unknownOptions(options: ObjectNode): ReadonlyMap<Property, string | undefined> {
  const unknown = options.properties.filter(
    // Anything but a string is the schema's to report.
    ({ key, value }) => !AWSLOGS_OPTIONS.includes(key) && !hasPlaceholder(key) && value?.kind === 'string',
  );
  if (unknown.length === 0) return NONE;
  const written = new Set(options.properties.map(({ key }) => key));
  const free = new Set(AWSLOGS_OPTIONS.filter((option) => !written.has(option)));
  return new Map(
    unknown.map((property) => {
      const named = OTHER_NAMES.get(loose(property.key)) ?? '';
      const meant = free.has(named) ? named : closest(property.key, free);
      if (meant !== undefined) free.delete(meant);
      return [property, meant];
    }),
  );
}

const NONE: ReadonlyMap<Property, string | undefined> = new Map();

/** Whether options of awslogs surely lack one: not even one that awslogs does not know stands for it. */
export function lacksOption(options: View<Record<string, string>>, option: string): boolean {
  return options.lacks(option) && ![...unknownOptions(options.node).values()].includes(option);
}

/**
 * A value to propose for an option that is missing: the group after the family, the Region that the rest of
 * the document agrees on, the stream prefix after the container. Undefined where nothing suggests one.
 */
export function awslogsValue(
  option: string,
  container: Container,
  { task }: TaskDefinition,
): string | undefined {
  const name = container.string('name')?.value;
  const family = task?.string('family')?.value ?? name;
  if (option === 'awslogs-group') return isName(family) ? `/ecs/${family}` : undefined;
  if (option === 'awslogs-stream-prefix') return isName(name) ? name : undefined;
  return accountIn(task?.node ?? container.node.parent ?? container.node).region;
}

/** As `awslogsValue`, with a mark for a person to fill in where nothing suggests a value. */
export function awslogsValueOrMark(option: string, container: Container, definition: TaskDefinition): string {
  const value = awslogsValue(option, container, definition);
  if (value !== undefined) return value;
  if (option === 'awslogs-region') return accountOrMarks(definition.node).region;
  return option === 'awslogs-group' ? '<LOG_GROUP>' : 'ecs';
}

/** The options that awslogs needs everywhere, and the stream prefix, which it needs on Fargate. */
export function awslogsOptions(container: Container, definition: TaskDefinition): Record<string, string> {
  const options = ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'];
  return Object.fromEntries(
    options.map((option) => [option, awslogsValueOrMark(option, container, definition)]),
  );
}

/**
 * Lets a container log through awslogs instead, and adds the execution role where ECS needs one to write the log.
 *
 * @param log the log configuration that it has
 * @param also what has to change with it, and how the title says so
 */
export function logThroughAwslogs(
  log: Node,
  container: Container,
  definition: TaskDefinition,
  also: { readonly words: string; readonly changes: readonly Change[] } = { words: '', changes: [] },
): Fix {
  const options = awslogsOptions(container, definition);
  const role = roleForLogs(definition);
  const value = { logDriver: 'awslogs', options };
  const withRole = role.length > 0 ? ', with an execution role' : '';
  return fillIn({
    title: `Log through awslogs to "${options['awslogs-group']}"${withRole}${also.words}`,
    changes: [{ kind: 'set', pointer: pointerOf(log), value }, ...role, ...also.changes],
    safe: false,
  });
}

/** On EC2 the role of the instance writes the log. */
export function roleForLogs(definition: TaskDefinition): readonly Change[] {
  const needed = (['FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] as const).some((type) =>
    definition.requires(type),
  );
  const role = needed ? missingRole(definition) : undefined;
  return definition.task && role ? addRole(definition.task.node, role).changes : [];
}
