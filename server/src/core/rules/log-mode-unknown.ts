import { atValue } from '../location';
import { loose } from '../loose';
import { pointerOf } from '../syntax/pointer';
import { driverOptions } from './logging';
import { defineRule } from './rule';

const MODES = ['non-blocking', 'blocking'];

export default defineRule({
  id: 'log-mode-unknown',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-4'],
  docs: {
    title: 'The log driver has no such mode',
    why: 'mode says what happens when logs come faster than they can be delivered: blocking makes the program wait, non-blocking drops lines. There is no third one.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['XI'],
  },
  messages: {
    unknown: 'The mode of a log driver is "non-blocking" or "blocking", not "{mode}".',
  },
  check(container, { report }) {
    const mode = driverOptions(container)?.string('mode');
    if (!mode || MODES.includes(mode.value)) return;
    const meant = MODES.find((known) => loose(known) === loose(mode.value));
    report('unknown', atValue(mode.node), {
      data: { mode: mode.value },
      fixes: (meant ? [meant] : MODES).map((value) => ({
        title: `Change mode to "${value}"`,
        changes: [{ kind: 'set', pointer: pointerOf(mode.node), value }],
        safe: meant !== undefined,
      })),
    });
  },
});
