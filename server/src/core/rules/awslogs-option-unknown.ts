import { closest } from '../closest';
import type { Fix } from '../finding';
import { atKey } from '../location';
import { hasPlaceholder } from '../model/placeholder';
import { AWSLOGS_OPTIONS, logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'awslogs-option-unknown',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-2', 'BP-AWSLOGS-OPTS'],
  docs: {
    title: 'awslogs does not know this option',
    why: 'AWS accepts only the options that the log driver awslogs has. One that belongs to Docker, Fluent Bit or another driver is refused.',
    answer: 'Log driver awslogs disallows options',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    scanners: { 'cfn-lint': ['E3046'] },
    factors: ['XI'],
  },
  messages: {
    meant:
      'The log driver awslogs has no option "{option}", and AWS refuses unknown ones. Did you mean "{near}"?',
    unknown:
      'The log driver awslogs has no option "{option}", and AWS refuses unknown ones. Remove it, or use one of {known}.',
  },
  check(container, { report }) {
    const options = logsThrough('awslogs', container)?.object('options')?.node;
    if (!options) return;
    const written = new Set(options.properties.map(({ key }) => key));
    const free = AWSLOGS_OPTIONS.filter((option) => !written.has(option));
    for (const property of options.properties) {
      const option = property.key;
      if (AWSLOGS_OPTIONS.includes(option) || hasPlaceholder(option)) continue;
      const location = atKey(options, property);
      const near = closest(option, free);
      const fixes: Fix[] = [
        {
          title: `Remove ${option}`,
          changes: [{ kind: 'remove', pointer: location.pointer }],
          safe: false,
        },
      ];
      if (near === undefined) {
        report('unknown', location, { data: { option, known: AWSLOGS_OPTIONS.join(', ') }, fixes });
        continue;
      }
      fixes.unshift({
        title: `Rename ${option} to ${near}`,
        changes: [{ kind: 'rename', pointer: location.pointer, key: near }],
        safe: option.toLowerCase() === near,
      });
      report('meant', location, { data: { option, near }, fixes });
    }
  },
});
