import type { LogConfiguration } from '@aws-sdk/client-ecs';
import { accountIn } from '../model/account';
import { isName } from '../model/names';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import type { View } from '../model/view';

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

/** A whole log configuration; undefined where its Region, or the role that writes the log, is not known. */
export function awslogsConfiguration(container: Container, definition: TaskDefinition) {
  if (!definition.task?.get('executionRoleArn')) return undefined;
  const options: Record<string, string> = {};
  for (const option of ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix']) {
    const value = awslogsValue(option, container, definition);
    if (value === undefined) return undefined;
    options[option] = value;
  }
  return { logDriver: 'awslogs', options };
}
