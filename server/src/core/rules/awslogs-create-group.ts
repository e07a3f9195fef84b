import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'awslogs-create-group',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-2'],
  docs: {
    title: 'awslogs-create-group can only be "true"',
    why: 'The option exists to switch the creation of the log group on. AWS refuses any other value; off is what leaving it out means.',
    answer: "Log driver awslogs option 'awslogs-create-group' should only be set to 'true'",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['XI'],
  },
  messages: {
    off: 'awslogs-create-group accepts only "true"; to leave it off, remove the option instead of writing "{value}".',
    other: 'awslogs-create-group accepts only "true", not "{value}". Write "true", or remove the option.',
  },
  check(container, { report }) {
    const option = logsThrough('awslogs', container)?.object('options')?.string('awslogs-create-group');
    if (!option || option.value.toLowerCase() === 'true') return;
    const { value, node } = option;
    const pointer = pointerOf(node);
    const off = value.toLowerCase() === 'false';
    const fixes: Fix[] = [
      { title: 'Remove awslogs-create-group', changes: [{ kind: 'remove', pointer }], safe: off },
    ];
    if (!off) {
      fixes.push({
        title: 'Change awslogs-create-group to "true"',
        changes: [{ kind: 'set', pointer, value: 'true' }],
        safe: false,
      });
    }
    report(off ? 'off' : 'other', atValue(node), {
      data: { value },
      fixes,
      droppedByDeployAction: value === '',
    });
  },
});
