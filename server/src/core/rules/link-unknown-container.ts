import type { Fix } from '../finding';
import { atValue } from '../location';
import { containerNames } from '../model/names';
import { pointerOf } from '../syntax/pointer';
import { linkedName, linksOf } from './links';
import { otherContainers } from './otherContainers';
import { defineRule } from './rule';

export default defineRule({
  id: 'link-unknown-container',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'links',
  facts: ['NET-5'],
  docs: {
    title: 'A link names a container that is not there',
    why: 'A link makes another container of the same task known under its name. Containers of other tasks cannot be linked to.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
  },
  messages: {
    unknown:
      'No container of this task is called "{name}", so it cannot be linked to. Name a container of this task, or remove the link.',
  },
  check(container, { definition, report }) {
    const links = linksOf(container, definition);
    const known = links.length > 0 ? containerNames(definition) : undefined;
    if (!known) return;
    for (const { value, node } of links) {
      const name = linkedName(value);
      // An item without a name is said by link-malformed.
      if (name === '' || known.has(name)) continue;
      const pointer = pointerOf(node);
      const fixes: Fix[] = [
        ...otherContainers(container, definition, name).map((other): Fix => {
          const link = other + value.slice(name.length);
          return {
            title: `Change the link to "${link}"`,
            changes: [{ kind: 'set', pointer, value: link }],
            safe: false,
          };
        }),
        { title: `Remove the link to "${name}"`, changes: [{ kind: 'remove', pointer }], safe: false },
      ];
      report('unknown', atValue(node), { data: { name }, fixes });
    }
  },
});
