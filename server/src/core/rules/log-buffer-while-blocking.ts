import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { driverOptions } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'log-buffer-while-blocking',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-4'],
  docs: {
    title: 'A log buffer in a mode that has none',
    why: 'max-buffer-size is the size of the buffer of mode non-blocking. In mode blocking the program waits instead, and there is no buffer.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
    factors: ['XI'],
  },
  messages: {
    blocking:
      'max-buffer-size belongs to mode "non-blocking", and the mode here is "blocking". Change the mode, or remove max-buffer-size.',
  },
  check(container, { report }) {
    const options = driverOptions(container);
    const size = options?.get('max-buffer-size');
    const mode = size && options?.string('mode');
    if (!size || mode?.value !== 'blocking') return;
    report('blocking', atValue(size), {
      related: [{ start: mode.node.start, end: mode.node.end, message: 'The mode is set here.' }],
      fixes: [
        {
          title: 'Change mode to "non-blocking"',
          changes: [{ kind: 'set', pointer: pointerOf(mode.node), value: 'non-blocking' }],
          safe: false,
        },
        {
          title: 'Remove max-buffer-size',
          changes: [{ kind: 'remove', pointer: pointerOf(size) }],
          safe: false,
        },
      ],
    });
  },
});
