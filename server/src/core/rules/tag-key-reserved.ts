import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'tag-key-reserved',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'tags',
  facts: ['GEN-8'],
  docs: {
    title: 'A tag key that AWS keeps for itself',
    why: 'Keys that begin with aws: belong to tags that AWS sets. Nobody else can set them, in capitals or not.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#tags',
    ],
  },
  messages: {
    reserved:
      'The tag key "{key}" begins with "{prefix}", which AWS keeps for its own tags. Choose another key.',
  },
  check({ task }, { report }) {
    const tags = task?.items('tags') ?? [];
    for (const tag of task?.objects('tags') ?? []) {
      const key = tag.string('key');
      const [prefix] = /^aws:/i.exec(key?.value ?? '') ?? [];
      if (!key || !prefix) continue;
      const rest = key.value.slice(prefix.length);
      report('reserved', atValue(key.node), {
        data: { key: key.value, prefix },
        fixes: [
          ...(rest === '' || /^aws:/i.test(rest)
            ? []
            : [
                {
                  title: `Change key to "${rest}"`,
                  changes: [{ kind: 'set', pointer: pointerOf(key.node), value: rest } as const],
                  safe: false,
                },
              ]),
          {
            title: 'Remove this tag',
            // An empty list of tags is refused.
            changes: [
              {
                kind: 'remove',
                pointer: pointerOf(tags.length === 1 ? (tag.node.parent ?? tag.node) : tag.node),
              },
            ],
            safe: false,
          },
        ],
      });
    }
  },
});
