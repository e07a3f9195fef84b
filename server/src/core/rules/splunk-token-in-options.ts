import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';
import { moveToSecrets } from './secretFixes';

export default defineRule({
  id: 'splunk-token-in-options',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-6'],
  docs: {
    title: 'The Splunk token stands in plain text',
    why: 'Whoever may read the task definition, or its file, can write to your Splunk index with the token. secretOptions takes it from Secrets Manager or Parameter Store instead.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['III'],
  },
  messages: {
    plain:
      'splunk-token is a password in plain text. Keep it in Secrets Manager or Parameter Store, name it in secretOptions, and replace the token that has been written here.',
  },
  check(container, { definition, report }) {
    const log = logsThrough('splunk', container);
    const token = log?.object('options')?.string('splunk-token');
    if (!log || !token?.value) return;
    const removals = [{ kind: 'remove' as const, pointer: pointerOf(token.node) }];
    report('plain', atValue(token.node), {
      fixes: moveToSecrets({
        definition,
        name: 'splunk-token',
        removals,
        holder: log.node,
        list: 'secretOptions',
      }),
    });
  },
});
