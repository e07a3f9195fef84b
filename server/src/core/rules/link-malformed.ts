import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { linkedName, linksOf } from './links';
import { defineRule } from './rule';

const ALIAS = /^[a-zA-Z0-9_-]{1,255}$/;

export default defineRule({
  id: 'link-malformed',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'links',
  facts: ['NET-5'],
  docs: {
    title: 'A link is a name, or a name and an alias',
    why: 'A link is written as the name of a container, and may be followed by a colon and the alias under which it shall be found.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
  },
  messages: {
    form: 'A link is written "name" or "name:alias", and "{link}" is neither.',
    alias: 'The alias of a link may have letters, digits, hyphens and underscores only, unlike "{alias}".',
  },
  check(container, { definition, report }) {
    for (const { value, node } of linksOf(container, definition)) {
      const [name = '', alias, ...more] = value.split(':');
      const pointer = pointerOf(node);
      if (name === '' || alias === '' || more.length > 0) {
        const fix: Fix =
          name === ''
            ? { title: 'Remove this link', changes: [{ kind: 'remove', pointer }], safe: false }
            : {
                title: `Change the link to "${alias ? `${name}:${alias}` : name}"`,
                changes: [{ kind: 'set', pointer, value: alias ? `${name}:${alias}` : name }],
                safe: false,
              };
        report('form', atValue(node), {
          data: { link: value },
          fixes: [fix],
          droppedByDeployAction: value === '',
        });
      } else if (alias !== undefined && !ALIAS.test(alias)) {
        // Documented; whether AWS looks at it is not known.
        report('alias', atValue(node), {
          data: { alias },
          severity: 'warning',
          fixes: [
            {
              title: `Change the link to "${linkedName(value)}"`,
              changes: [{ kind: 'set', pointer, value: linkedName(value) }],
              safe: false,
            },
          ],
        });
      }
    }
  },
});
