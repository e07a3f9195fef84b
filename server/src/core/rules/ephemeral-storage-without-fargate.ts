import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'ephemeral-storage-without-fargate',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
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
  },
  check(definition, { report }) {
    const listed = definition.task?.items('requiresCompatibilities') ?? [];
    const types = definition.task?.strings('requiresCompatibilities') ?? [];
    const storage = definition.task?.get('ephemeralStorage');
    // With an entry left open, or none at all, FARGATE may still be meant.
    if (!storage || types.length === 0 || types.length < listed.length || definition.requires('FARGATE'))
      return;
    report('other', atValue(storage), {
      data: { types: types.map(({ value }) => value).join(' and ') },
      fixes: [
        {
          title: 'Remove ephemeralStorage',
          changes: [{ kind: 'remove', pointer: pointerOf(storage) }],
          safe: false,
        },
      ],
    });
  },
});
