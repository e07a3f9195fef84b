import type { Fix } from '../finding';
import { atValue } from '../location';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'ephemeral-storage-without-fargate',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'ephemeralStorage',
  facts: ['SIZE-14', 'LNX-8'],
  docs: {
    title: 'ephemeralStorage belongs to Fargate',
    why: "The member sizes the scratch disk that Fargate gives a task. On instances the disk is the instance's own, so AWS refuses the member unless FARGATE is required.",
    answer: 'Tasks using the EC2 launch type do not support EphemeralStorage.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html'],
  },
  messages: {
    other:
      'Only Fargate tasks have ephemeralStorage, and this one requires {types}. Remove it, or add "FARGATE".',
    managed:
      'The launch type MANAGED_INSTANCES does not take ephemeralStorage, and a task has to suit every launch type that it requires. Remove it, or MANAGED_INSTANCES.',
    unsaid:
      'Only Fargate tasks have ephemeralStorage, and this one requires no launch type. Add requiresCompatibilities ["FARGATE"], or remove it.',
  },
  check(definition, { report }) {
    const { task } = definition;
    const storage = task?.get('ephemeralStorage');
    const managed = definition.requires('MANAGED_INSTANCES');
    if (!task || !storage || (definition.requires('FARGATE') && !managed)) return;
    const listed = task.items('requiresCompatibilities');
    const types = task.strings('requiresCompatibilities');
    const fixes: Fix[] = [
      {
        title: 'Remove ephemeralStorage',
        changes: [{ kind: 'remove', pointer: pointerOf(storage) }],
        safe: false,
      },
    ];
    if (managed) report('managed', atValue(storage), { fixes });
    else if (listed.length > 0) {
      // With an entry left open FARGATE may still be meant.
      if (types.length < listed.length) return;
      report('other', atValue(storage), {
        data: { types: types.map(({ value }) => value).join(' and ') },
        fixes,
      });
    } else if (
      task.lacks('requiresCompatibilities') ||
      task.get('requiresCompatibilities')?.kind === 'array'
    ) {
      report('unsaid', atValue(storage), { fixes: [...requireFargate(definition), ...fixes] });
    }
  },
});

/** Only where the rest looks as Fargate wants it. */
function requireFargate({ task, cpu, memory, networkMode }: TaskDefinition): Fix[] {
  if (!task || !cpu || !memory || networkMode?.value !== 'awsvpc') return [];
  const list = task.get('requiresCompatibilities');
  return [
    {
      title: 'Require FARGATE',
      changes: [
        list
          ? { kind: 'append', pointer: pointerOf(list), value: 'FARGATE' }
          : {
              kind: 'insert',
              pointer: pointerOf(task.node),
              key: 'requiresCompatibilities',
              value: ['FARGATE'],
            },
      ],
      safe: false,
    },
  ];
}
