import { atValue } from '../location';
import { defineRule } from './rule';

/** Drivers that an agent offers only if it is told to. */
const TO_ENABLE = ['fluentd', 'gelf', 'journald', 'syslog'];

export default defineRule({
  id: 'log-driver-needs-agent',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-9'],
  docs: {
    title: 'The agent has to offer this log driver',
    why: 'ECS places the task only on instances whose agent lists the driver in ECS_AVAILABLE_LOGGING_DRIVERS. Where none does, the task is not placed at all.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['XI'],
  },
  messages: {
    enable:
      'The log driver "{driver}" runs only on instances whose agent lists it in ECS_AVAILABLE_LOGGING_DRIVERS.',
  },
  check(container, { definition, report }) {
    const driver = container.object('logConfiguration')?.string('logDriver');
    if (!driver || !TO_ENABLE.includes(driver.value)) return;
    if (!definition.requires('EC2') && !definition.requires('EXTERNAL')) return;
    // The others have no agent to configure, and rules of their own.
    if (definition.requires('FARGATE') || definition.requires('MANAGED_INSTANCES')) return;
    report('enable', atValue(driver.node), { data: { driver: driver.value } });
  },
});
