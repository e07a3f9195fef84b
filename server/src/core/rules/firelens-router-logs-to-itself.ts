import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { logsThrough, logThroughAwslogs } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'firelens-router-logs-to-itself',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-12'],
  docs: {
    title: 'The log router sends its own logs to itself',
    why: 'When the router has trouble delivering logs, its own messages about it are among those that it cannot deliver. AWS advises another driver for the router, such as awslogs.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    itself:
      'The log router "{name}" logs through awsfirelens, which is itself: when it fails, so does the message about it. Use another driver, such as awslogs.',
  },
  check(container, { definition, report }) {
    const log = container.object('firelensConfiguration') && logsThrough('awsfirelens', container);
    const driver = log?.string('logDriver');
    // On Windows neither the router nor the driver can stay.
    if (!log || !driver || definition.windows) return;
    report('itself', atValue(driver.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: [logThroughAwslogs(log.node, container, definition)],
    });
  },
});
