import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** A name or a number of 0 or more, and perhaps a group of the same form behind a colon. */
const USER = /^[^\s:-][^\s:]*(?::[^\s:-][^\s:]*)?$/;

export default defineRule({
  id: 'user-malformed',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'user',
  facts: ['LNX-7'],
  docs: {
    title: 'A user in a form that does not exist',
    why: 'user is a name or a number, alone or with a group behind a colon: app, 1000, app:staff, 1000:1000. AWS registers other texts, and then finds no such user when the container starts.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-user',
    ],
  },
  messages: {
    form: '"{user}" is no user. Write a name or a number, with a group behind a colon if need be, such as "1000:1000".',
  },
  check(container, { definition, report }) {
    const user = container.string('user');
    // Names on Windows hold blanks and backslashes; an empty text counts as absent.
    if (!user || user.value === '' || definition.windows !== false || USER.test(user.value)) return;
    const meant = user.value.replace(/\s+/g, '').replace(/:$/, '');
    report('form', atValue(user.node), {
      data: { user: user.value },
      fixes: USER.test(meant)
        ? [
            {
              title: `Change user to "${meant}"`,
              changes: [{ kind: 'set', pointer: pointerOf(user.node), value: meant }],
              safe: false,
            },
          ]
        : [],
    });
  },
});
