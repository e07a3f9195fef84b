import type { Fix } from '../finding';
import { atValue } from '../location';
import { containerNames } from '../model/names';
import { pointerOf } from '../syntax/pointer';
import { otherContainers } from './otherContainers';
import { defineRule } from './rule';

export default defineRule({
  id: 'volumes-from-unknown-container',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'volumesFrom',
  facts: ['VOL-3'],
  docs: {
    title: 'volumesFrom names a container that is not there',
    why: 'volumesFrom copies the mounts of another container of the same task. A name that no other container has gives AWS nothing to copy.',
    answer: "Invalid 'volumesFrom' setting",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_storage',
    ],
  },
  messages: {
    unknown:
      'No container of this task is called "{name}", so there are no mounts to copy. Name another container of the task.',
    itself:
      'Container "{name}" cannot take volumes from itself. Name another container, or remove the entry.',
  },
  check(container, { definition, report }) {
    const known = containerNames(definition);
    if (!known) return;
    const own = container.string('name')?.value;
    for (const entry of container.objects('volumesFrom')) {
      const source = entry.string('sourceContainer');
      if (!source || (known.has(source.value) && source.value !== own)) continue;
      const name = source.value;
      const fixes: Fix[] = [
        ...otherContainers(container, definition, name).map(
          (other): Fix => ({
            title: `Change sourceContainer to "${other}"`,
            changes: [{ kind: 'set', pointer: pointerOf(source.node), value: other }],
            safe: false,
          }),
        ),
        {
          title: 'Remove this volumesFrom entry',
          changes: [{ kind: 'remove', pointer: pointerOf(entry.node) }],
          safe: false,
        },
      ];
      report(name === own ? 'itself' : 'unknown', atValue(source.node), { data: { name }, fixes });
    }
  },
});
