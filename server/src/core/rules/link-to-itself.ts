import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { linkedName, linksOf } from './links';
import { defineRule } from './rule';

export default defineRule({
  id: 'link-to-itself',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'links',
  facts: ['NET-5', 'DEP-4'],
  docs: {
    title: 'A container links to itself',
    why: 'The target of a link has to be another container of the task, and to run before the one that links to it.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
  },
  messages: {
    itself:
      'Container "{name}" links to itself, and a link has to name another container. Remove the link: it is localhost.',
  },
  check(container, { definition, report }) {
    const links = linksOf(container, definition);
    const own = links.length > 0 ? container.string('name')?.value : undefined;
    if (own === undefined) return;
    for (const { value, node } of links) {
      if (linkedName(value) !== own) continue;
      report('itself', atValue(node), {
        data: { name: own },
        fixes: [
          {
            title: `Remove the link of "${own}" to itself`,
            changes: [{ kind: 'remove', pointer: pointerOf(node) }],
            safe: false,
          },
        ],
      });
    }
  },
});
