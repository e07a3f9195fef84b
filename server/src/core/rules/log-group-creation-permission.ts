import { atValue } from '../location';
import type { Container } from '../model/taskDefinition';
import { logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'log-group-creation-permission',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-5'],
  docs: {
    title: 'Creating the log group needs a permission of its own',
    why: 'With awslogs-create-group the execution role creates the group, and the policy that AWS provides for this role does not allow it. Whether yours does, the document cannot show.',
    answer:
      'failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log group: AccessDeniedException',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
  },
  messages: {
    permission:
      'awslogs-create-group needs logs:CreateLogGroup in the policy of the execution role; AmazonECSTaskExecutionRolePolicy does not have it.',
  },
  check(container, { definition, report }) {
    const option = creating(container);
    // One role serves all containers, so the first one speaks for the others.
    if (!option || definition.containers.find(creating) !== container) return;
    report('permission', atValue(option.node));
  },
});

function creating(container: Container) {
  const option = logsThrough('awslogs', container)?.object('options')?.string('awslogs-create-group');
  return option?.value.toLowerCase() === 'true' ? option : undefined;
}
