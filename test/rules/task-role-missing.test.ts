import rule from '../../server/src/core/rules/task-role-missing';
import { testRule } from '../support/rule-tester';

const message =
  'The task has no taskRoleArn, so its code has no AWS credentials of its own. Add the ARN of a role that may do what the code does, and no more.';

testRule(rule, {
  wrong: [
    {
      name: 'no role and no account known',
      text: '«{» "containerDefinitions": [] }',
      message,
      pointer: '',
      fixes: [
        {
          title: 'Add "taskRoleArn": "arn:aws:iam::<ACCOUNT_ID>:role/app-task" (fill in <ACCOUNT_ID>)',
          result: { containerDefinitions: [], taskRoleArn: 'arn:aws:iam::<ACCOUNT_ID>:role/app-task' },
        },
      ],
    },
    {
      name: 'an account known from the other role, in describe output',
      text: '{ «"taskDefinition"»: { "family": "web", "executionRoleArn": "arn:aws-cn:iam::111122223333:role/ecs", "containerDefinitions": [] } }',
      message,
      pointer: '/taskDefinition',
      fixes: [{ title: 'Add "taskRoleArn": "arn:aws-cn:iam::111122223333:role/web-task"' }],
    },
  ],
  right: [
    {
      name: 'a role',
      document: { taskRoleArn: 'arn:aws:iam::111122223333:role/web', containerDefinitions: [] },
    },
    { name: 'a role left open', document: { taskRoleArn: '${TASK_ROLE}', containerDefinitions: [] } },
    { name: 'an empty one, which the schema says', document: { taskRoleArn: '', containerDefinitions: [] } },
    { name: 'a bare list', document: [{ name: 'web', image: 'web' }] },
  ],
});
