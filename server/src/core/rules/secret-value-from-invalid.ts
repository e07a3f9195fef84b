import { fillIn } from '../fillIn';
import type { Fix } from '../finding';
import { atValue } from '../location';
import { accountOrMarks } from '../model/account';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { placesFor } from './secretFixes';
import { secretsOf } from './secrets';

export default defineRule({
  id: 'secret-value-from-invalid',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'valueFrom',
  facts: ['ENV-7'],
  docs: {
    title: 'valueFrom is neither an ARN nor a parameter name',
    why: 'AWS takes a valueFrom that is no ARN for the name of a parameter in Parameter Store, and such a name has only letters, digits and . _ - /.',
    answer: 'The Systems Manager parameter name specified for secret',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
    ],
    factors: ['III'],
  },
  messages: {
    empty: 'valueFrom is empty. Write the ARN of a secret, or the name of a parameter.',
    secret:
      '"{value}" looks like a secret with a JSON key, but that form needs the whole ARN. Write arn:aws:secretsmanager:region:account:secret:{value}.',
    characters:
      '"{value}" is no ARN, and as a parameter name it may not contain "{character}". Write the ARN of the secret, or the name of a parameter (letters, digits, . _ - /).',
  },
  check(container, { definition, report }) {
    for (const secret of secretsOf(container)) {
      const from = secret.string('valueFrom');
      if (!from || from.value.startsWith('arn:')) continue;
      const { value } = from;
      const character = /[^A-Za-z0-9._/-]/u.exec(value)?.[0];
      if (value !== '' && !character) continue;
      const change = (words: string, arn: string): Fix =>
        fillIn({
          title: `Change valueFrom to ${words}`,
          changes: [{ kind: 'set', pointer: pointerOf(from.node), value: arn }],
          safe: false,
        });
      if (!/^[\w/+=.@-]+(?::[^:\s]*){1,3}$/.test(value)) {
        const places = placesFor(secret.string('name')?.value ?? 'secret', definition);
        const fixes = places.map(({ what, valueFrom }) => change(what, valueFrom));
        if (!character) report('empty', atValue(from.node), { fixes });
        else report('characters', atValue(from.node), { data: { value, character }, fixes });
        continue;
      }
      const { partition, id, region } = accountOrMarks(definition.node);
      const arn = `arn:${partition}:secretsmanager:${region}:${id}:secret:${value}`;
      report('secret', atValue(from.node), { data: { value }, fixes: [change(`"${arn}"`, arn)] });
    }
  },
});
