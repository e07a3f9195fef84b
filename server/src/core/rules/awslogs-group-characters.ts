import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'awslogs-group-characters',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-1'],
  docs: {
    title: 'The name of the log group has characters that AWS refuses',
    why: 'awslogs-group is the name of a log group: letters, digits and . _ - / #. Its ARN, and the ":*" behind the ARNs that CloudWatch shows, are refused.',
    answer: "Log driver awslogs option 'awslogs-group' contains invalid characters",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
  },
  messages: {
    arn: 'awslogs-group is the name of the log group, not its ARN. Write "{name}".',
    characters:
      'The log group name "{value}" may not contain "{character}". It has letters, digits and . _ - / # only.',
  },
  check(container, { report }) {
    const group = logsThrough('awslogs', container)?.object('options')?.string('awslogs-group');
    const character = group && /[^\w./#-]/u.exec(group.value)?.[0];
    if (!group || character === undefined) return;
    const { value, node } = group;
    const name = /^(?:arn:[^:]*:logs:[^:]*:[^:]*:log-group:)?([\w./#-]+)(?::\*)?$/.exec(value)?.[1];
    const better = name ?? value.replace(/[^\w./#-]+/gu, '-');
    const fixes = [
      {
        title: `Change awslogs-group to "${better}"`,
        changes: [{ kind: 'set' as const, pointer: pointerOf(node), value: better }],
        safe: name !== undefined,
      },
    ];
    if (name !== undefined && value.startsWith('arn:')) {
      report('arn', atValue(node), { data: { name }, fixes });
    } else report('characters', atValue(node), { data: { value, character }, fixes });
  },
});
