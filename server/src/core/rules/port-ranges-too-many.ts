import type { PortMapping } from '@aws-sdk/client-ecs';
import type { Change, Fix } from '../finding';
import { atValue } from '../location';
import { isPortRange, type PortRange, type Protocol, protocolOf, readPortRange } from '../model/ports';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import type { View } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

const MOST_RANGES = 100;
/** Comparing all of more than these with one another would take seconds. */
const MOST_COMPARED = 1000;

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
  check(container, { definition, report }) {
    if (container.items('portMappings').length <= MOST_RANGES) return;
    const ranges = container
      .objects('portMappings')
      .flatMap((mapping) => mapping.get('containerPortRange') ?? []);
    const over = ranges[MOST_RANGES];
    if (!over) return;
    report('many', atValue(over), {
      data: { count: ranges.length },
      fixes: join(container, definition, ranges.length - MOST_RANGES),
    });
  },
});

interface Mapping extends PortRange {
  readonly view: View<PortMapping>;
  readonly protocol: Protocol;
}

/** Joins the ranges that are nearest to one another. The ports between them are mapped too, so none may be in use. */
function join(container: Container, { containers }: TaskDefinition, tooMany: number): Fix[] {
  const elsewhere = containers.filter((other) => other !== container).flatMap(mappingsOf);
  if (elsewhere.length > MOST_COMPARED || tooMany > MOST_COMPARED) return [];
  const sorted = mappingsOf(container).sort((a, b) => a.protocol.localeCompare(b.protocol) || a.low - b.low);
  const gaps = sorted.slice(1).flatMap((later, i) => {
    const earlier = sorted[i];
    if (!earlier || earlier.protocol !== later.protocol || later.view.get('name')) return [];
    const inUse = elsewhere.some(({ low, high }) => high > earlier.high && low < later.low);
    const size = later.low - earlier.high;
    return inUse || !isPortRange(earlier) || !isPortRange(later) ? [] : [{ earlier, later, size }];
  });
  const closed = gaps.sort((a, b) => a.size - b.size).slice(0, tooMany);
  const [first] = closed;
  if (!first || closed.length < tooMany) return [];
  const next = new Map(closed.map(({ earlier, later }) => [earlier, later]));
  const swallowed = new Set(next.values());
  const changes = sorted.flatMap((mapping): Change[] => {
    const { view, low } = mapping;
    if (swallowed.has(mapping)) return [{ kind: 'remove', pointer: pointerOf(view.node) }];
    let { high } = mapping;
    for (let at = next.get(mapping); at; at = next.get(at)) high = Math.max(high, at.high);
    const text = view.get('containerPortRange');
    return text && next.has(mapping)
      ? [{ kind: 'set', pointer: pointerOf(text), value: `${low}-${high}` }]
      : [];
  });
  const { earlier, later } = first;
  const what =
    tooMany === 1 ? `${words(earlier)} and ${words(later)}` : `the ${tooMany} nearest pairs of ranges`;
  return [{ title: `Join ${what}, with the ports between`, changes, safe: false }];
}

const words = ({ low, high }: PortRange): string => `${low}-${high}`;

function mappingsOf(container: Container): Mapping[] {
  return container.objects('portMappings').flatMap((view): Mapping[] => {
    const protocol = protocolOf(view);
    const text = view.string('containerPortRange');
    const port = view.integer('containerPort')?.value;
    const range = text ? readPortRange(text.value) : port !== undefined && { low: port, high: port };
    return protocol && range ? [{ view, protocol, ...range }] : [];
  });
}
