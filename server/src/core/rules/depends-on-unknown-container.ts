import type { Fix } from '../finding';
import { atValue } from '../location';
import { containerNames } from '../model/names';
import { pointerOf } from '../syntax/pointer';
import { canBeAwaited, otherContainers } from './otherContainers';
import { defineRule } from './rule';

export default defineRule({
  id: 'depends-on-unknown-container',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'dependsOn',
  facts: ['DEP-1'],
  docs: {
    title: 'A dependency names a container that is not there',
    why: 'A container can only wait for containers of its own task. AWS compares the names letter by letter.',
    answer: 'Cannot depend on container',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
  },
  messages: {
    unknown:
      'No container of this task is called "{name}", so nothing can wait for it. Name a container of this task, or remove the dependency.',
  },
  check(container, { definition, report }) {
    const known = containerNames(definition);
    if (!known) return;
    for (const dependency of container.objects('dependsOn')) {
      const target = dependency.string('containerName');
      if (!target || known.has(target.value)) continue;
      const name = target.value;
      const others = otherContainers(
        container,
        definition,
        name,
        canBeAwaited(dependency.string('condition')?.value),
      );
      const fixes: Fix[] = [
        ...others.map(
          (other): Fix => ({
            title: `Change containerName to "${other}"`,
            changes: [{ kind: 'set', pointer: pointerOf(target.node), value: other }],
            safe: false,
          }),
        ),
        {
          title: `Remove the dependency on "${name}"`,
          changes: [{ kind: 'remove', pointer: pointerOf(dependency.node) }],
          safe: false,
        },
      ];
      report('unknown', atValue(target.node), { data: { name }, fixes });
    }
  },
});
