import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'firelens-router-twice',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-11'],
  docs: {
    title: 'A task has two log routers',
    why: 'A task has at most one container with firelensConfiguration: awsfirelens does not say which router it means.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    twice:
      'Container "{name}" is a log router, and so is "{first}": a task has at most one. Remove firelensConfiguration from one of them.',
  },
  check(container, { definition, report }) {
    const router = container.object('firelensConfiguration');
    if (!router) return;
    const { containers } = definition;
    const first = containers.find((other) => other.object('firelensConfiguration'));
    const other = first?.object('firelensConfiguration');
    if (!first || !other || first === container) return;
    const { range } = atValue(other.node);
    report('twice', atValue(router.node), {
      data: { name: nameOf(container, containers), first: nameOf(first, containers) },
      related: [{ ...range, message: 'This is a log router too.' }],
      fixes: [container, first].flatMap((one) => {
        const node = one.object('firelensConfiguration')?.node;
        if (!node) return [];
        return [
          {
            title: `Remove firelensConfiguration from "${nameOf(one, containers)}"`,
            changes: [{ kind: 'remove' as const, pointer: pointerOf(node) }],
            safe: false,
          },
        ];
      }),
    });
  },
});
