import { fillIn } from '../fillIn';
import type { Fix } from '../finding';
import { atValue } from '../location';
import { accountOrMarks } from '../model/account';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'task-role-is-execution-role',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'taskRoleArn',
  facts: ['BP-ROLES-DIFFER', 'EXEC-2'],
  docs: {
    title: 'One role for the task and for its start',
    why: 'The execution role lets ECS pull images, write logs and fetch secrets; the task role is what the program itself may do. When both are one, the program may read all secrets and images that its start needs.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    ],
    scanners: { Checkov: ['CKV_AWS_249'] },
  },
  messages: {
    same: 'taskRoleArn is the execution role, so the program may do all that ECS does to start it, such as reading secrets. Give the task a role of its own, or none if the program calls no AWS API.',
  },
  check(definition, { report }) {
    const { task } = definition;
    const role = task?.string('taskRoleArn');
    const execution = task?.string('executionRoleArn');
    if (!task || !role?.value || !execution || role.value !== execution.value) return;
    const { partition, id } = accountOrMarks(task.node);
    const family = task.string('family')?.value.slice(0, 59) ?? 'ecs'; // role names have 64 characters at most
    const value = `arn:${partition}:iam::${id}:role/${family}-task`;
    const pointer = pointerOf(role.node);
    const { start, end } = execution.node;
    const ownRole = fillIn({
      title: `Change taskRoleArn to "${value}"`,
      changes: [{ kind: 'set', pointer, value }],
      safe: false,
    });
    const noRole: Fix = { title: 'Remove taskRoleArn', changes: [{ kind: 'remove', pointer }], safe: false };
    report('same', atValue(role.node), {
      related: [{ start, end, message: 'This is the execution role.' }],
      // It may be the execution role that was given the name of the other.
      fixes: value === role.value ? [noRole] : [ownRole, noRole],
    });
  },
});
