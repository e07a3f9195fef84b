import { inside } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** MiB, as in the samples of AWS. */
const RESERVATION = 50;

export default defineRule({
  id: 'firelens-router-without-memory',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-12'],
  docs: {
    title: 'No memory is set aside for the log router',
    why: 'The router keeps log lines in memory until they are delivered. Without a reservation it competes with the other containers for the memory of the task, just when they log most.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
  },
  messages: {
    memory:
      'The log router "{name}" has no memory of its own. Reserve some for it; the samples of AWS begin with 50 MiB.',
  },
  check(container, { definition, report }) {
    if (!container.object('firelensConfiguration')) return;
    if (!container.lacks('memory') || !container.lacks('memoryReservation')) return;
    // Without memory at the task level AWS refuses the container, and that is said.
    if (!definition.task?.get('memory')) return;
    report('memory', inside(container.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: [
        {
          title: `Add "memoryReservation": ${RESERVATION}`,
          changes: [
            {
              kind: 'insert',
              pointer: pointerOf(container.node),
              key: 'memoryReservation',
              value: RESERVATION,
            },
          ],
          safe: false,
        },
      ],
    });
  },
});
