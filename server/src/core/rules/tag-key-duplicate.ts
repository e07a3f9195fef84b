import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'tag-key-duplicate',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'tags',
  facts: ['GEN-8'],
  docs: {
    title: 'A tag key that stands twice',
    why: 'A tag has one value, so its key can stand in the list once. Capital and small letters make different keys.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#tags',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html',
    ],
  },
  messages: {
    twice: 'The tag "{key}" stands here twice, and a tag has one value. Remove one of the two.',
  },
  check({ task }, { report }) {
    const tags = task?.objects('tags') ?? [];
    const seen = new Map<string, (typeof tags)[number]>();
    for (const tag of tags) {
      const key = tag.string('key');
      if (!key?.value) continue;
      const first = seen.get(key.value);
      const firstKey = first?.string('key');
      if (!first || !firstKey) {
        seen.set(key.value, tag);
        continue;
      }
      const value = tag.string('value')?.value;
      report('twice', atValue(key.node), {
        data: { key: key.value },
        related: [{ ...atValue(firstKey.node).range, message: `"${key.value}" stands here first.` }],
        fixes: [
          {
            title: `Remove this "${key.value}"`,
            changes: [{ kind: 'remove', pointer: pointerOf(tag.node) }],
            safe: value !== undefined && value === first.string('value')?.value,
          },
        ],
      });
    }
  },
});
