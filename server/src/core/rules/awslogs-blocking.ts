import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'awslogs-blocking',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-4', 'BP-LOG-NONBLOCKING'],
  docs: {
    title: 'Logging that can stop the program',
    why: 'In blocking mode a program waits in its next print for as long as CloudWatch Logs does not take its lines. Non-blocking has been the default since June 2025.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    scanners: { Prowler: ['ecs_task_definitions_logging_block_mode'] },
    factors: ['XI'],
  },
  messages: {
    blocking:
      'In mode "blocking" container "{name}" stands still whenever CloudWatch Logs does not take its lines. Change it to "non-blocking", unless a lost line is worse than a pause.',
  },
  check(container, { definition, report }) {
    const mode = logsThrough('awslogs', container)?.object('options')?.string('mode');
    if (mode?.value !== 'blocking') return;
    report('blocking', atValue(mode.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: [
        {
          title: 'Change mode to "non-blocking"',
          changes: [{ kind: 'set', pointer: pointerOf(mode.node), value: 'non-blocking' }],
          safe: false,
        },
      ],
    });
  },
});
