import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'depends-on-itself',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'dependsOn',
  facts: ['DEP-1'],
  docs: {
    title: 'A container depends on itself',
    why: 'A container that waits for itself would never start, so AWS does not accept its own name in dependsOn.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
  },
  messages: {
    itself:
      'Container "{name}" waits for itself and could never start. Name another container, or remove the dependency.',
  },
  check(container, { report }) {
    const own = container.string('name')?.value;
    if (own === undefined) return;
    for (const dependency of container.objects('dependsOn')) {
      const target = dependency.string('containerName');
      if (target?.value !== own) continue;
      report('itself', atValue(target.node), {
        data: { name: own },
        fixes: [
          {
            title: `Remove the dependency of "${own}" on itself`,
            changes: [{ kind: 'remove', pointer: pointerOf(dependency.node) }],
            safe: false,
          },
        ],
      });
    }
  },
});
