import { atKey } from '../location';
import { AWSLOGS_OPTIONS, logsThrough, unknownOptions } from './logging';
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
    for (const [property, near] of unknownOptions(options)) {
      const option = property.key;
      const location = atKey(options, property);
      if (near === undefined) {
        const remove = { kind: 'remove', pointer: location.pointer } as const;
        report('unknown', location, {
          data: { option, known: AWSLOGS_OPTIONS.join(', ') },
          fixes: [{ title: `Remove ${option}`, changes: [remove], safe: false }],
        });
        continue;
      }
      report('meant', location, {
        data: { option, near },
        fixes: [
          {
            title: `Rename ${option} to ${near}`,
            changes: [{ kind: 'rename', pointer: location.pointer, key: near }],
            safe: option.toLowerCase() === near,
          },
        ],
      });
    }
  },
});
