import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'environment-name-duplicate',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'environment',
  facts: ['ENV-6'],
  docs: {
    title: 'A variable stands in environment twice',
    why: 'AWS does not say what happens when a name is in environment twice, so which value the program sees is left to chance.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
    factors: ['III'],
  },
  messages: {
    same: '"{name}" stands in environment twice, with the same value. Remove one of them.',
    other:
      '"{name}" stands in environment twice, and AWS does not say which one the program gets. Remove one of them.',
  },
  check(container, { report }) {
    const entries = container.objects('environment');
    if (entries.length < 2) return;
    const seen = new Map<string, (typeof entries)[number]>();
    for (const entry of entries) {
      const name = entry.string('name');
      if (!name) continue;
      const first = seen.get(name.value);
      const place = first?.string('name')?.node;
      if (!first || !place) {
        seen.set(name.value, entry);
        continue;
      }
      const value = entry.string('value')?.value;
      const same = value !== undefined && value === first.string('value')?.value;
      const remove = (which: string, node: typeof entry.node, safe: boolean) => ({
        title: `Remove ${which} "${name.value}" from environment`,
        changes: [{ kind: 'remove' as const, pointer: pointerOf(node) }],
        safe,
      });
      report(same ? 'same' : 'other', atValue(name.node), {
        data: { name: name.value },
        related: [{ start: place.start, end: place.end, message: `"${name.value}" stands here first.` }],
        fixes: same
          ? [remove('this', entry.node, true)]
          : [remove('this', entry.node, false), remove('the first', first.node, false)],
      });
    }
  },
});
