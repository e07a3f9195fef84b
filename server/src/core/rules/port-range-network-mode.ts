import { atValue } from '../location';
import { readPortRange } from '../model/ports';
import { pointerOf } from '../syntax/pointer';
import { changeMode } from './networkModes';
import { defineRule } from './rule';

export default defineRule({
  id: 'port-range-network-mode',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'containerPortRange',
  facts: ['NET-16'],
  docs: {
    title: 'A port range in host mode',
    why: 'Ranges are for the network modes bridge and awsvpc. In host mode the container has the network of the instance, and every port that it opens is open there without a mapping.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
    factors: ['VII'],
  },
  messages: {
    host: 'Network mode host does not take containerPortRange. List single ports with containerPort, or use bridge or awsvpc.',
  },
  check(container, { definition, report }) {
    // Network mode none takes no port mappings at all: said by member-not-supported.
    const mode = definition.networkMode;
    if (mode?.value !== 'host') return;
    // Fargate takes neither: said by fargate-network-mode.
    if (definition.requires('FARGATE')) return;
    for (const mapping of container.objects('portMappings')) {
      const range = mapping.string('containerPortRange');
      if (!range || !readPortRange(range.value)) continue;
      report('host', atValue(range.node), {
        fixes: [
          {
            title: 'Remove this mapping',
            changes: [{ kind: 'remove', pointer: pointerOf(mapping.node) }],
            safe: false,
          },
          ...changeMode(['awsvpc', 'bridge'], definition),
        ],
      });
    }
  },
});
