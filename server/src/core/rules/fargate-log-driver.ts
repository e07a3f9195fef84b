import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { logThroughAwslogs } from './logging';
import { defineRule } from './rule';

/** Known drivers that Fargate does not run; a name that is no driver at all is the schema's to report. */
const ELSEWHERE = ['fluentd', 'gelf', 'journald', 'json-file', 'syslog'];

export default defineRule({
  id: 'fargate-log-driver',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['FG-21', 'BP-FARGATE-PROPS'],
  docs: {
    title: 'This log driver does not exist on Fargate',
    why: 'Drivers such as json-file and syslog write to the machine below the container, which on Fargate is not yours to read. AWS accepts awslogs, splunk and awsfirelens there.',
    answer: 'is not a valid log driver. Must be one of',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-logging',
    ],
    scanners: { 'cfn-lint': ['E3048'] },
    factors: ['XI'],
  },
  messages: {
    elsewhere:
      'Fargate has no log driver "{driver}", only awslogs, splunk and awsfirelens. Use one of these, or remove logConfiguration.',
  },
  check(container, { definition, report }) {
    if (!definition.requires('FARGATE')) return;
    const log = container.object('logConfiguration');
    const driver = log?.string('logDriver');
    if (!log || !driver || !ELSEWHERE.includes(driver.value)) return;
    const pointer = pointerOf(log.node);
    report('elsewhere', atValue(driver.node), {
      data: { driver: driver.value },
      fixes: [
        logThroughAwslogs(log.node, container, definition),
        { title: 'Remove logConfiguration', changes: [{ kind: 'remove', pointer }], safe: false },
      ],
    });
  },
});
