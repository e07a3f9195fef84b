import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { all } from '../words';
import { defineRule } from './rule';

export default defineRule({
  id: 'windows-task-size-ignored',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'runtimePlatform',
  facts: ['SIZE-11', 'WIN-1'],
  docs: {
    title: 'A Windows task on EC2 has no size of its own',
    why: 'The agent on Windows instances takes no notice of the task-level cpu and memory. What counts is what each container asks for.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html'],
  },
  messages: {
    ignored:
      'EC2 ignores the task-level {members} of a Windows task. Set cpu and memory on the containers instead.',
  },
  check(definition, { report }) {
    // Fargate takes the size of the task from there.
    if (!definition.windows || !definition.requires('EC2') || definition.requires('FARGATE')) return;
    const { task, containers } = definition;
    const members = (['cpu', 'memory'] as const).flatMap((key) => {
      const member = task?.string(key);
      return member && member.value !== '' ? [{ key, node: member.node }] : [];
    });
    const [first, second] = members;
    if (!first) return;
    const keys = all(members.map(({ key }) => key));
    // Without the task's memory each container needs its own.
    const limited = containers.every(
      (container) => container.integer('memory') || container.integer('memoryReservation'),
    );
    report('ignored', atValue(first.node), {
      data: { members: keys },
      related: second ? [{ ...atValue(second.node).range, message: 'This is ignored too.' }] : [],
      fixes: limited
        ? [
            {
              title: `Remove the task's ${keys}`,
              changes: members.map(({ node }) => ({ kind: 'remove', pointer: pointerOf(node) })),
              safe: false,
            },
          ]
        : [],
    });
  },
});
