import { atValue } from '../location';
import { readPortRange } from '../model/ports';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { all } from '../words';
import { defineRule } from './rule';

export default defineRule({
  id: 'port-range-with-single-port',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'containerPortRange',
  facts: ['NET-13'],
  docs: {
    title: 'A port range beside a single port',
    why: 'One mapping is for one port or for one range of ports. ECS chooses the host ports of a range itself, so hostPort does not go with it either.',
    answer: 'cannot specify both single port and port range',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
    factors: ['VII'],
  },
  messages: {
    both: 'A mapping has containerPort or containerPortRange, not both. Keep {port} or {range}, or make two mappings of them.',
    host: 'hostPort does not go with containerPortRange: ECS chooses the host ports of a range itself. Remove hostPort.',
  },
  check(container, { report }) {
    for (const mapping of container.objects('portMappings')) {
      const range = mapping.string('containerPortRange');
      if (!range || !readPortRange(range.value)) continue;
      const port = positive(mapping.integer('containerPort'));
      const host = positive(mapping.integer('hostPort'));
      const singles = [...(port ? [port.node] : []), ...(host ? [host.node] : [])];
      const keepRange = remove(singles);
      const related = [{ ...atValue(range.node).range, message: `The range ${range.value}.` }];
      if (port) {
        report('both', atValue(port.node), {
          data: { port: port.value, range: range.value },
          fixes: [keepRange, remove([range.node])],
          related,
        });
      } else if (host) report('host', atValue(host.node), { fixes: [keepRange], related });
    }
  },
});

/** 0 is no single port: out of range as a container port, "any port" as a host port. */
function positive<T extends { readonly value: number }>(port: T | undefined): T | undefined {
  return port && port.value > 0 ? port : undefined;
}

function remove(nodes: readonly Node[]) {
  return {
    title: `Remove ${all(nodes.map(({ step }) => String(step)))}`,
    changes: nodes.map((node) => ({ kind: 'remove', pointer: pointerOf(node) }) as const),
    safe: false,
  };
}
