import { atValue } from '../location';
import { logsThrough } from './logging';
import { defineRule } from './rule';
import { moveToSecrets } from './secretFixes';

export default defineRule({
  id: 'splunk-options-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-6'],
  docs: {
    title: 'splunk needs a token and a URL',
    why: 'The log driver splunk has to know which collector to write to and with which token. AWS looks for both in options and in secretOptions.',
    answer: 'Log driver splunk requires options',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['XI'],
  },
  messages: {
    missing:
      'The log driver splunk lacks {options}. Add splunk-url to options, and splunk-token to secretOptions.',
  },
  check(container, { definition, report }) {
    const log = logsThrough('splunk', container);
    if (!log) return;
    const options = log.object('options');
    if (!options && !log.lacks('options')) return;
    const secret = log.objects('secretOptions').map((option) => option.string('name')?.value);
    const unseen = !log.lacks('secretOptions') && log.get('secretOptions')?.kind !== 'array';
    if (unseen || secret.length < log.items('secretOptions').length || secret.includes(undefined)) return;
    const missing = ['splunk-token', 'splunk-url'].filter(
      (option) => (options?.lacks(option) ?? true) && !secret.includes(option),
    );
    if (missing.length === 0) return;
    const name = 'splunk-token';
    const move = { definition, name, removals: [], holder: log.node, list: 'secretOptions' } as const;
    report('missing', atValue(options?.node ?? log.node), {
      data: { options: missing.join(' and ') },
      // Nothing suggests a URL.
      fixes: missing.includes('splunk-url')
        ? []
        : moveToSecrets(move).map((fix) => ({ ...fix, title: fix.title.replace('Move', 'Add') })),
    });
  },
});
