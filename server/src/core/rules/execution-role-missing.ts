import { atValue } from '../location';
import { addRole, demandsAtRegistration, missingRole } from './executionRole';
import { defineRule } from './rule';

export default defineRule({
  id: 'execution-role-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['EXEC-1', 'ENV-1', 'ENV-10', 'FG-22', 'FG-23'],
  docs: {
    title: 'The task needs an execution role',
    why: 'ECS itself has to fetch secrets and sign in to private registries before the containers start, and on Fargate also pull from ECR and write the logs. It does so with the execution role, and AWS refuses a task that needs one and names none.',
    answer: 'Fargate requires task definition to have execution role ARN',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
    ],
  },
  messages: {
    missing: '{demand} with the execution role, and this task has none. Add executionRoleArn.',
    empty: 'executionRoleArn is empty, but {demand} with the execution role. Write the ARN of a role.',
  },
  check(definition, { report }) {
    const role = missingRole(definition);
    if (!role || !definition.task) return;
    const found = demandsAtRegistration(definition);
    const [first, ...others] = found;
    if (!first) return;
    const none = role === 'none';
    report(none ? 'missing' : 'empty', none ? first.at : atValue(role.node), {
      data: { demand: first.demand },
      fixes: [addRole(definition.task.node, role)],
      related: (none ? others : found).map(({ at, demand }) => ({
        ...at.range,
        message: `${demand} with the execution role.`,
      })),
    });
  },
});
