import type { Fix } from '../finding';
import { atValue } from '../location';
import { type Container, nameOf, type TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { awslogsValue, logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'log-configuration-missing',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  facts: ['LOG-16', 'BP-LOGGING'],
  docs: {
    title: 'A container without a log configuration',
    why: 'What a program prints is a stream of events that somebody else should collect. Without logConfiguration nobody does: on Fargate it is lost at once, on an instance it goes with the instance.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.9'],
      'AWS Config': ['ecs-task-definition-log-configuration'],
      'AWS Control Tower': ['CT.ECS.PR.5'],
      Prowler: ['ecs_task_definitions_logging_enabled'],
      'cdk-nag': ['AwsSolutions-ECS7'],
    },
    factors: ['XI'],
  },
  messages: {
    missing:
      'Container "{name}" has no logConfiguration, so what it prints is not kept. Send it to CloudWatch Logs with the log driver awslogs, or to another place.',
  },
  check(container, { definition, report }) {
    if (!container.lacks('logConfiguration')) return;
    report('missing', atValue(container.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: logToCloudWatch(container, definition),
    });
  },
});

/** Where a Region is known, and the execution role that Fargate demands for it is there. */
function logToCloudWatch(container: Container, definition: TaskDefinition): Fix[] {
  if (definition.requires('FARGATE') && definition.task?.lacks('executionRoleArn')) return [];
  const group = neighbourGroup(definition) ?? awslogsValue('awslogs-group', container, definition);
  const region = awslogsValue('awslogs-region', container, definition);
  const prefix = awslogsValue('awslogs-stream-prefix', container, definition) ?? 'ecs';
  if (!group || !region) return [];
  const options = { 'awslogs-group': group, 'awslogs-region': region, 'awslogs-stream-prefix': prefix };
  return [
    {
      title: `Log to the CloudWatch log group "${group}" in ${region}`,
      changes: [
        {
          kind: 'insert',
          pointer: pointerOf(container.node),
          key: 'logConfiguration',
          value: { logDriver: 'awslogs', options },
        },
      ],
      safe: false,
    },
  ];
}

/** The log group of the containers beside it. */
function neighbourGroup({ containers }: TaskDefinition): string | undefined {
  for (const container of containers) {
    const group = logsThrough('awslogs', container)?.object('options')?.string('awslogs-group');
    if (group?.value) return group.value;
  }
  return undefined;
}
