import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { driverOptions } from './logging';
import { defineRule } from './rule';

/** As Docker reads sizes: bytes, or a number with a unit. */
const SIZE = /^\d+(?:\.\d+)? ?(?:[kmgtp]i?)?b?$/i;

export default defineRule({
  id: 'log-buffer-size-unreadable',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-4'],
  docs: {
    title: 'The size of the log buffer cannot be read',
    why: 'max-buffer-size is a number with the unit k, m or g. The log driver does not start with anything else, and neither does the container.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html'],
  },
  messages: {
    size: 'max-buffer-size is a number with the unit k, m or g, such as "25m", and "{size}" is none.',
  },
  check(container, { report }) {
    const size = driverOptions(container)?.string('max-buffer-size');
    if (!size || SIZE.test(size.value)) return;
    const [, digits, unit] = /^\s*(\d{1,9})\s*([kmg])/i.exec(size.value) ?? [];
    const meant = digits && unit && digits + unit.toLowerCase();
    report('size', atValue(size.node), {
      data: { size: size.value },
      fixes: meant
        ? [
            {
              title: `Change max-buffer-size to "${meant}"`,
              changes: [{ kind: 'set', pointer: pointerOf(size.node), value: meant }],
              safe: false,
            },
          ]
        : [],
    });
  },
});
