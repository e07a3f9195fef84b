import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'volume-name-duplicate',
  severity: 'warning', // no refusal has been seen
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'volumes',
  facts: ['VOL-4'],
  docs: {
    title: 'Two volumes of one name',
    why: 'A container says by name which volume it mounts, so two volumes of one name leave open which one it gets.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#volumes',
    ],
  },
  messages: {
    twice:
      'Another volume is called "{name}" too, so it is open which one a container mounts. Give them different names, or remove one.',
  },
  check({ volumes }, { report }) {
    if (volumes.length < 2) return;
    const seen = new Map<string, Node>();
    for (const volume of volumes) {
      const name = volume.string('name');
      if (!name?.value) continue;
      const first = seen.get(name.value);
      if (!first) {
        seen.set(name.value, name.node);
        continue;
      }
      report('twice', atValue(name.node), {
        data: { name: name.value },
        related: [{ ...atValue(first).range, message: `The first volume "${name.value}".` }],
        fixes: [
          {
            title: `Remove this volume "${name.value}"`,
            changes: [{ kind: 'remove', pointer: pointerOf(volume.node) }],
            safe: false,
          },
        ],
      });
    }
  },
});
