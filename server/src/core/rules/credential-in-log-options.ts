import { atValue } from '../location';
import { credentialIn, credentialNamed } from '../model/credentials';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { moveToSecrets } from './secretFixes';

export default defineRule({
  id: 'credential-in-log-options',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['ENV-9'],
  docs: {
    title: 'A credential in plain text in the log options',
    why: 'Everyone who may describe a task definition reads the options of its log driver. Tokens and API keys of log services belong in secretOptions, from where ECS gives them to the driver under the same name.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-logconfig.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
    ],
  },
  messages: {
    shape:
      '{name} holds {what} in plain text, for everyone to read who may describe the task definition. Store it in Parameter Store or Secrets Manager, and refer to it in secretOptions.',
    named:
      'By its name {name} is a credential, and its value stands in plain text, for everyone to read who may describe the task definition. If it is one, refer to it in secretOptions.',
  },
  check(container, { definition, report }) {
    const logs = container.object('logConfiguration');
    const options = logs?.object('options');
    if (!logs || !options) return;
    for (const { key: name, value } of options.node.properties) {
      // Said by splunk-token-in-options.
      if (value?.kind !== 'string' || name === 'splunk-token') continue;
      const shape = credentialIn(value.value, name);
      const found = shape ?? credentialNamed(name, value.value);
      if (!found || logs.objects('secretOptions').some((secret) => secret.string('name')?.value === name)) {
        continue;
      }
      const removals = [{ kind: 'remove' as const, pointer: pointerOf(value) }];
      const more = {
        ...(!found.sure && { severity: 'info' as const }),
        // Removing it alone is no repair: what the driver needs would be missing.
        fixes: moveToSecrets({ definition, name, removals, holder: logs.node, list: 'secretOptions' }),
      };
      if (shape) report('shape', atValue(value), { data: { name, what: shape.what }, ...more });
      else report('named', atValue(value), { data: { name }, ...more });
    }
  },
});
