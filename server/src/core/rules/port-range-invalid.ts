import type { Fix } from '../finding';
import { atValue } from '../location';
import { isPortRange, LAST_PORT, readPortRange } from '../model/ports';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'port-range-invalid',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'containerPortRange',
  facts: ['NET-14'],
  docs: {
    title: 'Not a range of ports',
    why: 'A range goes from a lower port to a higher one, and ports are numbered from 1 to 65535.',
    answer: "Invalid 'containerPortRange' setting for container",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
    factors: ['VII'],
  },
  messages: {
    outside: 'The range {range} leaves the ports that exist, 1 to 65535. Write a range between them.',
    reversed: 'The range {range} runs backwards. Write the lower port first: {low}-{high}.',
    single: 'The range {range} holds a single port. Use "containerPort": {low}, or widen the range.',
  },
  check(container, { report }) {
    for (const mapping of container.objects('portMappings')) {
      const text = mapping.string('containerPortRange');
      const range = text && readPortRange(text.value);
      if (!range || isPortRange(range)) continue;
      const location = atValue(text.node);
      const low = Math.min(range.low, range.high);
      const high = Math.max(range.low, range.high);
      const inside = { low: Math.max(1, low), high: Math.min(LAST_PORT, high) };
      if (low < 1 || high > LAST_PORT) {
        const fixes = isPortRange(inside) ? [change(text.node, `${inside.low}-${inside.high}`, false)] : [];
        report('outside', location, { data: { range: text.value }, fixes });
      } else if (low < high) {
        const fixes = [change(text.node, `${low}-${high}`, true)];
        report('reversed', location, { data: { range: text.value, low, high }, fixes });
      } else {
        report('single', location, {
          data: { range: text.value, low },
          fixes: mapping.lacks('containerPort') ? [toSinglePort(text.node, low)] : [],
        });
      }
    }
  },
});

function change(node: Node, value: string, safe: boolean): Fix {
  const changes = [{ kind: 'set', pointer: pointerOf(node), value } as const];
  return { title: `Change containerPortRange to "${value}"`, changes, safe };
}

function toSinglePort(node: Node, port: number): Fix {
  const pointer = pointerOf(node);
  return {
    title: `Replace containerPortRange with "containerPort": ${port}`,
    changes: [
      { kind: 'rename', pointer, key: 'containerPort' },
      { kind: 'set', pointer, value: port },
    ],
    safe: false,
  };
}
