import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'awslogs-patterns-together',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-3'],
  docs: {
    title: 'awslogs has two ways to find the start of a message',
    why: 'awslogs-datetime-format and awslogs-multiline-pattern both say where a log message begins, and AWS allows one of them. With both, one is ignored.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['XI'],
  },
  messages: {
    both: 'awslogs-datetime-format and awslogs-multiline-pattern exclude each other: both say where a message begins. Remove one of them.',
  },
  check(container, { report }) {
    const options = logsThrough('awslogs', container)?.object('options');
    const pattern = options?.get('awslogs-multiline-pattern');
    const format = pattern && options?.get('awslogs-datetime-format');
    if (!pattern || !format) return;
    const remove = (node: typeof pattern) => ({
      title: `Remove ${node.step}`,
      changes: [{ kind: 'remove' as const, pointer: pointerOf(node) }],
      safe: false,
    });
    report('both', atValue(pattern), {
      related: [{ start: format.start, end: format.end, message: 'awslogs-datetime-format is set here.' }],
      fixes: [remove(pattern), remove(format)],
    });
  },
});
