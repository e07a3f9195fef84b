import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'host-process-namespace',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'pidMode',
  facts: ['BP-PID-HOST', 'LNX-6'],
  docs: {
    title: 'The process namespace of the host',
    why: 'With pidMode host the containers see the processes of the instance and of all its tasks, with their arguments, and root among them can read their environment or stop them.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.3'],
      'AWS Config': ['ecs-task-definition-pid-mode-check'],
      'AWS Control Tower': ['CT.ECS.PR.10'],
      Checkov: ['CKV_AWS_335'],
      Prowler: ['ecs_task_definitions_host_namespace_not_shared'],
    },
  },
  messages: {
    host: 'With pidMode "host" the containers see every process of the instance, those of other tasks included, and root can read their environment. Remove it, or share process ids inside of the task only ("task").',
  },
  check(definition, { report }) {
    const mode = definition.task?.string('pidMode');
    // Fargate refuses it, Windows does not have it.
    if (mode?.value !== 'host' || definition.requires('FARGATE') || definition.windows) return;
    const pointer = pointerOf(mode.node);
    report('host', atValue(mode.node), {
      fixes: [
        { title: 'Remove pidMode', changes: [{ kind: 'remove', pointer }], safe: false },
        {
          title: 'Change pidMode to "task"',
          changes: [{ kind: 'set', pointer, value: 'task' }],
          safe: false,
        },
      ],
    });
  },
});
