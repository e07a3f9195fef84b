import { atValue } from '../location';
import { defineRule } from './rule';

const MOST_RANGES = 100;

export default defineRule({
  id: 'port-ranges-too-many',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'containerPortRange',
  facts: ['NET-16'],
  docs: {
    title: 'A container has at most 100 port ranges',
    why: 'AWS limits how many ranges a container may map. One wide range counts as one.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
  },
  messages: {
    many: 'This container maps {count} port ranges, and AWS takes 100. Join neighbouring ranges.',
  },
  check(container, { report }) {
    if (container.items('portMappings').length <= MOST_RANGES) return;
    const ranges = container
      .objects('portMappings')
      .flatMap((mapping) => mapping.get('containerPortRange') ?? []);
    const over = ranges[MOST_RANGES];
    if (over) report('many', atValue(over), { data: { count: ranges.length } });
  },
});
