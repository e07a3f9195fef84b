import { fillIn } from '../fillIn';
import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { all } from '../words';
import { AWSLOGS_REQUIRED, awslogsValueOrMark, lacksOption, logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'awslogs-options-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-1', 'FG-24', 'BP-AWSLOGS-OPTS'],
  docs: {
    title: 'awslogs needs a log group and a Region',
    why: 'The driver awslogs has no default for either: AWS refuses it without awslogs-group and awslogs-region, and refuses empty ones.',
    answer: 'Log driver awslogs requires options',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    scanners: { 'cfn-lint': ['E3046'] },
    factors: ['XI'],
  },
  messages: {
    missing:
      'The options of the log driver awslogs lack {options}. There is no default, and AWS refuses the driver without. Add what is missing.',
    empty: '{option} is empty, and the log driver awslogs has no default for it. Write {example}.',
  },
  check(container, { definition, report }) {
    const log = logsThrough('awslogs', container);
    if (!log) return;
    const options = log.object('options');
    const place = options?.node ?? (log.lacks('options') ? log.node : undefined);
    if (!place) return;

    const isMissing = (option: string) => !options || lacksOption(options, option);
    const missing: string[] = AWSLOGS_REQUIRED.filter(isMissing);
    if (missing.length > 0) {
      // What only Fargate demands is said here too, once for all.
      if (definition.requires('FARGATE') && isMissing('awslogs-stream-prefix'))
        missing.push('awslogs-stream-prefix');
      const values = missing.map(
        (option) => [option, awslogsValueOrMark(option, container, definition)] as const,
      );
      const pointer = pointerOf(place);
      const fix: Fix = {
        title: `Add ${values.map(([option, value]) => `"${option}": "${value}"`).join(', ')}`,
        changes: options
          ? values.map(([key, value]) => ({ kind: 'insert', pointer, key, value }))
          : [{ kind: 'insert', pointer, key: 'options', value: Object.fromEntries(values) }],
        safe: false,
      };
      report('missing', atValue(place), {
        data: { options: all(missing) },
        fixes: [fillIn(fix)],
      });
    }

    for (const option of AWSLOGS_REQUIRED) {
      const written = options?.string(option);
      if (written?.value !== '') continue;
      const value = awslogsValueOrMark(option, container, definition);
      report('empty', atValue(written.node), {
        data: { option, example: option === 'awslogs-group' ? 'the name of a log group' : 'a Region' },
        fixes: [
          fillIn({
            title: `Change ${option} to "${value}"`,
            changes: [{ kind: 'set', pointer: pointerOf(written.node), value }],
            safe: false,
          }),
        ],
      });
    }
  },
});
