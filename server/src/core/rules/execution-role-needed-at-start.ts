import { atValue } from '../location';
import { addRole, demandsAtRegistration, demandsAtStart, missingRole } from './executionRole';
import { defineRule } from './rule';

export default defineRule({
  id: 'execution-role-needed-at-start',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['EXEC-1', 'EXT-2', 'ENV-4', 'CRD-2'],
  docs: {
    title: 'The task registers without an execution role and does not start',
    why: 'Some work that ECS does with the execution role is checked only when the task starts: files in S3 and credential specs everywhere, and on external and managed instances also the logs and the images of ECR.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
    ],
  },
  messages: {
    missing:
      '{demand} with the execution role, and this task has none. AWS registers it, and then it does not start. Add executionRoleArn.',
    empty:
      'executionRoleArn is empty. {demand} with the execution role, so the task will not start. Write the ARN of a role.',
  },
  check(definition, { report }) {
    const role = missingRole(definition);
    if (!role || !definition.task) return;
    const found = demandsAtStart(definition);
    const [first, ...others] = found;
    // Where AWS refuses the task for want of the role, that is said, and one role serves all.
    if (!first || demandsAtRegistration(definition).length > 0) return;
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
