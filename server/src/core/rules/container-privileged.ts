import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'container-privileged',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'privileged',
  facts: ['BP-PRIVILEGED'],
  docs: {
    title: 'A privileged container',
    why: 'A privileged container has nearly the power of root on the host: all capabilities, all devices, no profile that confines it. Whoever breaks into it has the instance and every task on it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    ],
    scanners: {
      'AWS Security Hub': ['ECS.4'],
      'AWS Config': ['ecs-containers-nonprivileged'],
      'AWS Control Tower': ['CT.ECS.PR.11'],
      Checkov: ['CKV_AWS_334'],
      Prowler: ['ecs_task_definitions_no_privileged_containers'],
      Datadog: ['def-000-ydi'],
    },
  },
  messages: {
    privileged:
      'The container "{name}" is privileged, which gives it nearly the power of root on its host. Remove privileged; where a capability or a device is missing, add that one in linuxParameters.',
  },
  check(container, { definition, report }) {
    const privileged = container.boolean('privileged');
    // Fargate refuses it, Windows does not know it.
    if (!privileged?.value || definition.requires('FARGATE') || definition.windows) return;
    report('privileged', atValue(privileged.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: [
        {
          title: 'Remove privileged',
          changes: [{ kind: 'remove', pointer: pointerOf(privileged.node) }],
          safe: false,
        },
      ],
    });
  },
});
