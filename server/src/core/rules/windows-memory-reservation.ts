import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'windows-memory-reservation',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'runtimePlatform',
  facts: ['SIZE-11'],
  docs: {
    title: 'Windows containers know no memory reservation',
    why: 'A soft limit exists for Linux containers only. A Windows container has its hard limit, memory.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html'],
  },
  messages: {
    soft: 'Windows containers do not support memoryReservation. Use memory, the hard limit.',
  },
  check(container, { definition, report }) {
    const reservation = definition.windows ? container.integer('memoryReservation') : undefined;
    if (!reservation) return;
    const pointer = pointerOf(reservation.node);
    report('soft', atValue(reservation.node), {
      fixes: container.lacks('memory')
        ? [
            {
              title: 'Rename memoryReservation to memory',
              changes: [{ kind: 'rename', pointer, key: 'memory' }],
              safe: false,
            },
          ]
        : [{ title: 'Remove memoryReservation', changes: [{ kind: 'remove', pointer }], safe: false }],
    });
  },
});
