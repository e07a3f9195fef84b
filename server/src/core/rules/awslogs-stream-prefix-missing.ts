import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { AWSLOGS_REQUIRED, awslogsValue, lacksOption, logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'awslogs-stream-prefix-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['FG-24'],
  docs: {
    title: 'awslogs on Fargate needs a stream prefix',
    why: 'Fargate builds the name of each log stream from the prefix, the container name and the task id, and it has no default for the prefix.',
    answer: 'Fargate requires log configuration options to include awslogs-stream-prefix',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['XI'],
  },
  messages: {
    missing:
      'On Fargate the log driver awslogs needs awslogs-stream-prefix, with which the names of its log streams begin. Add it to the options.',
  },
  check(container, { definition, report }) {
    if (!definition.requires('FARGATE')) return;
    const options = logsThrough('awslogs', container)?.object('options');
    if (!options || !lacksOption(options, 'awslogs-stream-prefix')) return;
    // Where more than this is missing, awslogs-options-missing says it once for all.
    if (AWSLOGS_REQUIRED.some((option) => lacksOption(options, option))) return;
    const value = awslogsValue('awslogs-stream-prefix', container, definition) ?? 'ecs';
    report('missing', atValue(options.node), {
      fixes: [
        {
          title: `Add "awslogs-stream-prefix": "${value}"`,
          changes: [
            { kind: 'insert', pointer: pointerOf(options.node), key: 'awslogs-stream-prefix', value },
          ],
          safe: false,
        },
      ],
    });
  },
});
