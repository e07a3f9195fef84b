import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { type Edge, findCycles } from './cycles';
import { linkedName, linksOf } from './links';
import { defineRule } from './rule';

interface Source {
  readonly member: 'dependsOn' | 'links' | 'volumesFrom';
  /** What a fix takes out. */
  readonly entry: Node;
  /** The name of the other container. */
  readonly target: Node;
}

export default defineRule({
  id: 'start-order-cycle',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'volumesFrom',
  facts: ['DEP-4'],
  docs: {
    title: 'Dependencies, links and shared volumes make a circle',
    why: 'dependsOn, links and volumesFrom each make one container wait for another. Where the three together close a circle, the agent finds no container to begin with, and the task stops at its start.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
  },
  messages: {
    cycle:
      'These containers wait for each other in a circle, so the task cannot start: {path}. Take one of these out.',
  },
  check(container, { definition, report }) {
    if (container !== definition.containers[0]) return; // once for all containers, in a bare list of them too
    const edges = steps(definition);
    if (!isMixed(edges)) return;
    // A circle of one kind alone is refused, and said; the others can wait until it is gone.
    for (const member of ['dependsOn', 'links'] as const) {
      if (findCycles(edges.filter(({ source }) => source.member === member)).length > 0) return;
    }
    for (const cycle of findCycles(edges)) {
      const [first, ...others] = cycle;
      if (!first) continue;
      const { entry, target } = first.source;
      report(
        'cycle',
        { pointer: pointerOf(entry), range: { start: target.start, end: target.end } },
        {
          data: {
            path: cycle.map(({ from, to, source }) => `"${from}" ${WORDS[source.member]} "${to}"`).join(', '),
          },
          related: others.map(({ from, to, source }) => ({
            start: source.target.start,
            end: source.target.end,
            message: `"${from}" ${WORDS[source.member]} "${to}".`,
          })),
          fixes: cycle.map(({ from, to, source: { member } }) => ({
            title: `Remove "${to}" from ${member} of "${from}"`,
            // It may stand there twice.
            changes: edges
              .filter((edge) => edge.from === from && edge.to === to && edge.source.member === member)
              .map(({ source }) => ({ kind: 'remove', pointer: pointerOf(source.entry) })),
            safe: false,
          })),
        },
      );
    }
  },
});

const WORDS = {
  dependsOn: 'waits for',
  links: 'links to',
  volumesFrom: 'takes volumes from',
} as const;

/** Circles of dependsOn alone, and of links alone, have rules of their own. */
function isMixed(edges: readonly Edge<Source>[]): boolean {
  const first = edges[0]?.source.member;
  return edges.some(({ source: { member } }) => member === 'volumesFrom' || member !== first);
}

function steps(definition: TaskDefinition): Edge<Source>[] {
  const edges: Edge<Source>[] = [];
  for (const container of definition.containers) {
    const from = container.string('name')?.value;
    if (from === undefined) continue;
    for (const dependency of container.objects('dependsOn')) {
      const target = dependency.string('containerName');
      if (!target) continue;
      const source = { member: 'dependsOn', entry: dependency.node, target: target.node } as const;
      edges.push({ from, to: target.value, source });
    }
    for (const { value, node } of linksOf(container, definition)) {
      edges.push({ from, to: linkedName(value), source: { member: 'links', entry: node, target: node } });
    }
    for (const entry of container.objects('volumesFrom')) {
      const target = entry.string('sourceContainer');
      if (!target) continue;
      const source = { member: 'volumesFrom', entry: entry.node, target: target.node } as const;
      edges.push({ from, to: target.value, source });
    }
  }
  return edges;
}
