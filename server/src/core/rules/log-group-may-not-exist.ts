import { atValue } from '../location';
import type { Container } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'log-group-may-not-exist',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-5'],
  docs: {
    title: 'Nothing says that the log group exists',
    why: 'awslogs writes to a log group that is there already; without it the container does not start. The document cannot show whether it is, so this is no more than a reminder.',
    answer: 'failed to initialize logging driver: failed to create Cloudwatch log stream',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['XI'],
  },
  messages: {
    group:
      'The log group "{group}" must exist before the task starts. Create it, or let awslogs-create-group do it.',
  },
  check(container, { definition, report }) {
    const options = logsThrough('awslogs', container)?.object('options');
    const group = options?.string('awslogs-group');
    if (!options || !group?.value || !options.lacks('awslogs-create-group')) return;
    // Said once for a group, and not at all where a container may create it.
    const sharing = definition.containers.filter((other) => groupOf(other) === group.value);
    if (sharing[0] !== container || sharing.some(mayCreate)) return;
    report('group', atValue(options.node), {
      data: { group: group.value },
      fixes: [
        {
          title: 'Add "awslogs-create-group": "true"',
          changes: [
            {
              kind: 'insert',
              pointer: pointerOf(options.node),
              key: 'awslogs-create-group',
              value: 'true',
            },
          ],
          safe: false,
        },
      ],
    });
  },
});

function groupOf(container: Container): string | undefined {
  return logsThrough('awslogs', container)?.object('options')?.string('awslogs-group')?.value;
}

function mayCreate(container: Container): boolean {
  return !logsThrough('awslogs', container)?.object('options')?.lacks('awslogs-create-group');
}
