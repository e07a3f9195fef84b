import type { Fix } from '../finding';
import { atValue } from '../location';
import { isPortRange, type PortRange, protocolOf, readPortRange } from '../model/ports';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'port-range-overlap',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'containerPortRange',
  facts: ['NET-15'],
  docs: {
    title: 'Port ranges that overlap',
    why: 'A port can be in one mapping only. Containers of one awsvpc task share its ports, so there the ranges of all containers count together. The same number for tcp and for udp is two ports.',
    answer: "TCP container port '8085' is used multiple times in task when networkMode=awsvpc.",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
    factors: ['VII'],
  },
  messages: {
    overlap:
      'Port {port}/{protocol} is in {these} and in {those}, and a port can be mapped once only. Make the ports different.',
  },
  check(definition, { report }) {
    for (const mappings of scopes(definition)) {
      for (const [later, earlier] of overlaps(mappings)) {
        report('overlap', atValue(later.node), {
          data: {
            port: Math.max(later.low, earlier.low),
            protocol: later.protocol,
            these: words(later),
            those: words(earlier),
          },
          related: [{ ...atValue(earlier.node).range, message: `The other mapping of ${words(earlier)}.` }],
          fixes: fixes(later, earlier, mappings),
        });
      }
    }
  },
});

/** A mapping of the same container that says nothing new can go; else the later range makes room for the earlier mapping. */
function fixes(later: Mapping, earlier: Mapping, all: readonly Mapping[]): Fix[] {
  const { low, high } = later;
  const mapping = later.node.parent;
  const inside = low >= earlier.low && high <= earlier.high;
  if (inside && mapping && mapping.parent === earlier.node.parent?.parent) {
    return [
      {
        title: 'Remove this mapping',
        changes: [{ kind: 'remove', pointer: pointerOf(mapping) }],
        safe: false,
      },
    ];
  }
  // A single port of another container is needed there: the range has to do without it.
  return low === high
    ? without(earlier, later, all, `the range ${words(earlier)}`)
    : without(later, earlier, all, 'containerPortRange');
}

/** What is left of a range before and behind another mapping. */
function without(range: Mapping, other: Mapping, all: readonly Mapping[], what: string): Fix[] {
  const rests = [
    { low: range.low, high: other.low - 1 },
    { low: other.high + 1, high: range.high },
  ];
  return rests
    .filter((rest) => isPortRange(rest) && !all.some((one) => one !== range && meet(one, rest)))
    .map((rest) => ({
      title: `Change ${what} to "${words(rest)}"`,
      changes: [{ kind: 'set', pointer: pointerOf(range.node), value: words(rest) }],
      safe: false,
    }));
}

const meet = (a: PortRange, b: PortRange): boolean => a.low <= b.high && b.low <= a.high;

interface Mapping extends PortRange {
  readonly node: Node;
  readonly protocol: string;
  readonly order: number;
}

const words = ({ low, high }: PortRange): string => (low === high ? `port ${low}` : `${low}-${high}`);

/** Mappings that share their ports, by protocol: of the whole task with awsvpc, else of each container. */
function scopes(definition: TaskDefinition): Mapping[][] {
  const mode = definition.networkMode?.value;
  // These take no ranges at all: said by port-range-network-mode and member-not-supported.
  if (mode === 'host' || mode === 'none') return [];
  const all = definition.containers.map(mappingsOf);
  return (mode === 'awsvpc' ? [all.flat()] : all).flatMap((scope) => {
    const numbered = scope.map((mapping, order) => ({ ...mapping, order }));
    return ['tcp', 'udp'].map((protocol) => numbered.filter((mapping) => mapping.protocol === protocol));
  });
}

function mappingsOf(container: Container): Omit<Mapping, 'order'>[] {
  return container.objects('portMappings').flatMap((mapping) => {
    const protocol = protocolOf(mapping);
    const port = mapping.integer('containerPort');
    const text = mapping.string('containerPortRange');
    // Both in one mapping: said by port-range-with-single-port.
    if (!protocol || (port && text)) return [];
    if (port) return [{ node: port.node, protocol, low: port.value, high: port.value }];
    const range = text && readPortRange(text.value);
    return range && isPortRange(range) ? [{ node: text.node, protocol, ...range }] : [];
  });
}

/** Each mapping that meets an earlier one, and that one; two single ports are left to port-mapped-twice. */
function overlaps(mappings: readonly Mapping[]): [later: Mapping, earlier: Mapping][] {
  const found = new Map<Mapping, Mapping>();
  let reach: Mapping | undefined;
  for (const mapping of mappings.toSorted((a, b) => a.low - b.low)) {
    const isRange = mapping.low < mapping.high || (reach && reach.low < reach.high);
    if (reach && mapping.low <= reach.high && isRange) {
      const [later, earlier] = mapping.order > reach.order ? [mapping, reach] : [reach, mapping];
      if (!found.has(later)) found.set(later, earlier);
    }
    if (!reach || mapping.high > reach.high) reach = mapping;
  }
  return [...found];
}
