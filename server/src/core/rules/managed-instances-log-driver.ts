import { atValue } from '../location';
import { defineRule } from './rule';

/** Drivers that no page of AWS lists for Managed Instances. Of json-file the pages disagree. */
const UNLISTED = ['fluentd', 'gelf', 'journald', 'syslog'];

export default defineRule({
  id: 'managed-instances-log-driver',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-8'],
  docs: {
    title: 'A log driver that AWS does not list for Managed Instances',
    why: 'For Managed Instances AWS names awslogs, splunk and awsfirelens, and in one place json-file. Whether it refuses the others is not known.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html',
    ],
    factors: ['XI'],
  },
  messages: {
    unlisted:
      'AWS does not list the log driver "{driver}" for Managed Instances. awslogs, splunk and awsfirelens are sure to work.',
  },
  check(container, { definition, report }) {
    const driver = container.object('logConfiguration')?.string('logDriver');
    if (!driver || !UNLISTED.includes(driver.value) || !definition.requires('MANAGED_INSTANCES')) return;
    // Fargate surely refuses it, and that is said.
    if (definition.requires('FARGATE')) return;
    report('unlisted', atValue(driver.node), { data: { driver: driver.value } });
  },
});
