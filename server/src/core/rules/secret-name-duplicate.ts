import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'secret-name-duplicate',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'secrets',
  facts: ['ENV-2'],
  docs: {
    title: 'A secret has the name of another variable',
    why: 'Secrets become environment variables, so a name can stand once in secrets and must not stand in environment as well.',
    answer: 'The secret name must be unique and not shared with any new or existing environment variables',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
    factors: ['III'],
  },
  messages: {
    environment:
      '"{name}" is also set in environment, and a variable can have only one source. Remove it from environment or from secrets.',
    twice: '"{name}" stands in secrets twice, and a variable can have only one source. Remove one of them.',
  },
  check(container, { report }) {
    const secrets = container.objects('secrets');
    if (secrets.length === 0) return;
    const variables = new Map<string, { readonly entries: Node[]; readonly name: Node }>();
    for (const entry of container.objects('environment')) {
      const name = entry.string('name');
      if (!name) continue;
      const known = variables.get(name.value);
      if (known) known.entries.push(entry.node);
      else variables.set(name.value, { entries: [entry.node], name: name.node });
    }
    const seen = new Map<string, (typeof secrets)[number]>();
    for (const secret of secrets) {
      const name = secret.string('name');
      if (!name) continue;
      const data = { name: name.value };
      const removeSecret = (safe: boolean): Fix => ({
        title: `Remove this "${name.value}" from secrets`,
        changes: [{ kind: 'remove', pointer: pointerOf(secret.node) }],
        safe,
      });
      const variable = variables.get(name.value);
      if (variable) {
        const { start, end } = variable.name;
        report('environment', atValue(name.node), {
          data,
          related: [{ start, end, message: `"${name.value}" is set in environment here.` }],
          fixes: [
            {
              title: `Remove "${name.value}" from environment`,
              changes: variable.entries.map((entry) => ({ kind: 'remove', pointer: pointerOf(entry) })),
              safe: false,
            },
            removeSecret(false),
          ],
        });
      }
      const first = seen.get(name.value);
      const firstName = first?.string('name')?.node;
      if (first && firstName) {
        const source = first.string('valueFrom')?.value;
        const same = source !== undefined && source === secret.string('valueFrom')?.value;
        report('twice', atValue(name.node), {
          data,
          related: [
            { start: firstName.start, end: firstName.end, message: `"${name.value}" stands here first.` },
          ],
          fixes: [removeSecret(same)],
        });
      } else seen.set(name.value, secret);
    }
  },
});
