import rule from '../../server/src/core/rules/task-role-is-execution-role';
import { testRule } from '../support/rule-tester';

const ROLE = 'arn:aws:iam::123456789012:role/exec';
const roles = (taskRoleArn: unknown, executionRoleArn: unknown, more = {}) => ({
  ...more,
  taskRoleArn,
  executionRoleArn,
  containerDefinitions: [],
});
const message =
  'taskRoleArn is the execution role, so the program may do all that ECS does to start it, such as reading secrets. Give the task a role of its own, or none if the program calls no AWS API.';
const related = ['This is the execution role.'];

testRule(rule, {
  wrong: [
    {
      name: 'one role for both',
      text: `{ "family": "web", "taskRoleArn": «"${ROLE}"», "executionRoleArn": "${ROLE}", "containerDefinitions": [] }`,
      message,
      pointer: '/taskRoleArn',
      related,
      fixes: [
        {
          title: 'Change taskRoleArn to "arn:aws:iam::123456789012:role/web-task"',
          result: roles('arn:aws:iam::123456789012:role/web-task', ROLE, { family: 'web' }),
        },
        {
          title: 'Remove taskRoleArn',
          result: { family: 'web', executionRoleArn: ROLE, containerDefinitions: [] },
        },
      ],
    },
    {
      name: 'one name for both, of an unknown account',
      text: '{ "taskRoleArn": «"LabRole"», "executionRoleArn": "LabRole", "containerDefinitions": [] }',
      message,
      pointer: '/taskRoleArn',
      related,
      fixes: [
        { title: 'Change taskRoleArn to "arn:aws:iam::<ACCOUNT_ID>:role/ecs-task" (fill in <ACCOUNT_ID>)' },
        { title: 'Remove taskRoleArn' },
      ],
    },
    {
      name: 'a role that is called what would be proposed',
      text: '{ "family": "exec", "taskRoleArn": «"arn:aws:iam::123456789012:role/exec-task"», "executionRoleArn": "arn:aws:iam::123456789012:role/exec-task", "containerDefinitions": [] }',
      message,
      pointer: '/taskRoleArn',
      related,
      fixes: [{ title: 'Remove taskRoleArn' }],
    },
  ],
  right: [
    { name: 'two roles', document: roles('arn:aws:iam::123456789012:role/web', ROLE) },
    { name: 'one role', document: { taskRoleArn: ROLE, containerDefinitions: [] } },
    { name: 'both left open', document: roles('${ROLE}', '${ROLE}') },
    { name: 'both empty', document: roles('', '') },
  ],
});
