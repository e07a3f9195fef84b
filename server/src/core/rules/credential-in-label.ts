import { atValue } from '../location';
import { credentialIn } from '../model/credentials';
import { pointerOf } from '../syntax/pointer';
import { childOf } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'credential-in-label',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'dockerLabels',
  facts: ['ENV-9'],
  docs: {
    title: 'A credential in plain text in a Docker label',
    why: 'Labels are there to be read: by everyone who may describe the task definition, and by every program that talks to Docker on the host. They cannot refer to a secret.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  },
  messages: {
    shape:
      'The label {label} holds {what} in plain text, for everyone to read who may describe the task definition. Labels cannot be secret: give it to the container in secrets, and remove the label.',
  },
  check(container, { report }) {
    const labels = childOf(container.node, 'dockerLabels');
    if (labels?.kind !== 'object') return;
    for (const { key, value } of labels.properties) {
      const found = value?.kind === 'string' && credentialIn(value.value, key);
      if (!found) continue;
      report('shape', atValue(value), {
        data: { label: key, what: found.what },
        ...(!found.sure && { severity: 'info' as const }),
        fixes: [
          {
            title: `Remove the label ${key}`,
            changes: [{ kind: 'remove', pointer: pointerOf(value) }],
            safe: false,
          },
        ],
      });
    }
  },
});
