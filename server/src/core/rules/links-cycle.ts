import { atValue } from '../location';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { type Edge, findCycles } from './cycles';
import { defineRule } from './rule';

export default defineRule({
  id: 'links-cycle',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'links',
  facts: ['DEP-4'],
  docs: {
    title: 'Containers are linked in a circle',
    why: 'A link makes one container start after another, so containers that are linked in a circle have no first one.',
    answer: 'Container links should not have a cycle',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
    ],
  },
  messages: {
    cycle: 'These containers are linked in a circle: {path}. Remove one of the links.',
  },
  check(container, { definition, report }) {
    if (container !== definition.containers[0]) return; // once for all containers, in a bare list of them too
    const edges = links(definition);
    for (const cycle of findCycles(edges)) {
      const [first, ...others] = cycle;
      if (!first?.source.parent) continue;
      report('cycle', atValue(first.source.parent), {
        data: { path: [...cycle.map(({ from }) => from), first.from].join(' -> ') },
        related: others.map(({ from, to, source: { start, end } }) => ({
          start,
          end,
          message: `"${from}" links to "${to}".`,
        })),
        fixes: cycle.map(({ from, to }) => ({
          title: `Remove the link from "${from}" to "${to}"`,
          // It may stand there twice, with another alias for one.
          changes: edges
            .filter((edge) => edge.from === from && edge.to === to)
            .map(({ source }) => ({ kind: 'remove', pointer: pointerOf(source) })),
          safe: false,
        })),
      });
    }
  },
});

/** A link is written `name` or `name:alias`. */
function links({ containers }: TaskDefinition): Edge<Node>[] {
  return containers.flatMap((container) => {
    const from = container.string('name')?.value;
    if (from === undefined) return [];
    return container
      .strings('links')
      .map(({ value, node }) => ({ from, to: value.split(':', 1)[0] ?? value, source: node }));
  });
}
