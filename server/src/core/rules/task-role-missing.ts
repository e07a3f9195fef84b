import { fillIn } from '../fillIn';
import { inside } from '../location';
import { accountOrMarks } from '../model/account';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'task-role-missing',
  severity: 'info',
  preset: 'strict',
  appliesTo: 'task',
  facts: ['BP-ROLE-PRESENT'],
  docs: {
    title: 'A task without a role of its own',
    why: 'taskRoleArn gives the code in the containers AWS credentials of its own, short-lived and limited to what it needs.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html'],
    scanners: { KICS: ['7f384a5f-b5a2-4d84-8ca3-ee0a5247becb'] },
    factors: ['IV'],
  },
  messages: {
    missing:
      'The task has no taskRoleArn, so its code has no AWS credentials of its own. Add the ARN of a role that may do what the code does, and no more.',
  },
  check({ task }, { report }) {
    if (!task?.lacks('taskRoleArn')) return;
    const { partition, id } = accountOrMarks(task.node);
    const value = `arn:${partition}:iam::${id}:role/${task.string('family')?.value ?? 'app'}-task`;
    report('missing', inside(task.node), {
      fixes: [
        fillIn({
          title: `Add "taskRoleArn": "${value}"`,
          changes: [{ kind: 'insert', pointer: pointerOf(task.node), key: 'taskRoleArn', value }],
          safe: false,
        }),
      ],
    });
  },
});
