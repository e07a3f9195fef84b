import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { type Edge, findCycles } from './cycles';
import { defineRule } from './rule';

export default defineRule({
  id: 'depends-on-cycle',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'dependsOn',
  facts: ['DEP-4'],
  docs: {
    title: 'Containers depend on each other in a circle',
    why: 'Each container of the circle waits for the next, so none of them can ever be the first to start.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
  },
  messages: {
    cycle:
      'These containers wait for each other in a circle, so none can start: {path}. Remove one of the dependencies.',
  },
  check(container, { definition, report }) {
    if (container !== definition.containers[0]) return; // once for all containers, in a bare list of them too
    const edges = dependencies(definition);
    for (const cycle of findCycles(edges)) {
      const [first, ...others] = cycle;
      if (!first) continue;
      const { entry, target } = first.source;
      report(
        'cycle',
        { pointer: pointerOf(entry), range: { start: target.start, end: target.end } },
        {
          data: { path: [...cycle.map(({ from }) => from), first.from].join(' -> ') },
          related: others.map(({ from, to, source }) => ({
            start: source.target.start,
            end: source.target.end,
            message: `"${from}" waits for "${to}".`,
          })),
          fixes: cycle.map(({ from, to }) => ({
            title: `Remove the dependency of "${from}" on "${to}"`,
            // It may stand there twice.
            changes: edges
              .filter((edge) => edge.from === from && edge.to === to)
              .map(({ source }) => ({ kind: 'remove', pointer: pointerOf(source.entry) })),
            safe: false,
          })),
        },
      );
    }
  },
});

function dependencies({ containers }: TaskDefinition): Edge<{ entry: Node; target: Node }>[] {
  return containers.flatMap((container) => {
    const from = container.string('name')?.value;
    if (from === undefined) return [];
    return container.objects('dependsOn').flatMap((dependency) => {
      const target = dependency.string('containerName');
      return target
        ? [{ from, to: target.value, source: { entry: dependency.node, target: target.node } }]
        : [];
    });
  });
}
