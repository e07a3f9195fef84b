import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'ulimit-soft-over-hard',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'ulimits',
  facts: ['LNX-1'],
  docs: {
    title: 'A soft limit is higher than its hard limit',
    why: 'The hard limit is the most that a process may raise its soft limit to, so the soft one cannot start above it.',
    answer: 'Soft limit exceeds hard limit for ulimit',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html'],
  },
  messages: {
    over: 'The soft limit {soft} of {name} is above its hard limit {hard}. Lower softLimit, or raise hardLimit.',
  },
  check(container, { report }) {
    for (const limit of container.objects('ulimits')) {
      const soft = limit.integer('softLimit');
      const hard = limit.integer('hardLimit');
      // A negative limit is Docker's "unlimited"; how AWS compares it is not known.
      if (!soft || !hard || hard.value < 0 || soft.value <= hard.value) continue;
      const name = limit.string('name')?.value ?? 'this ulimit';
      report('over', atValue(soft.node), {
        data: { soft: soft.value, hard: hard.value, name },
        related: [{ start: hard.node.start, end: hard.node.end, message: `The hard limit of ${name}.` }],
        fixes: [
          {
            title: `Change softLimit to ${hard.value}`,
            changes: [{ kind: 'set', pointer: pointerOf(soft.node), value: hard.value }],
            safe: false,
          },
          {
            title: `Change hardLimit to ${soft.value}`,
            changes: [{ kind: 'set', pointer: pointerOf(hard.node), value: soft.value }],
            safe: false,
          },
        ],
      });
    }
  },
});
