import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';

/** Bytes: 512 MiB. */
const MOST = 536_870_912;

export default defineRule({
  id: 'firelens-buffer-limit',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-17'],
  docs: {
    title: 'The buffer in front of the log router has no such size',
    why: 'log-driver-buffer-limit is a whole number of bytes between 0 and 536870912, which is 512 MiB.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-docker-buffer-limit.html',
    ],
  },
  messages: {
    limit:
      'log-driver-buffer-limit is a number of bytes from 0 to 536870912 (512 MiB), and "{value}" is none. Write digits only.',
  },
  check(container, { report }) {
    const limit = logsThrough('awsfirelens', container)?.object('options')?.string('log-driver-buffer-limit');
    if (!limit || (/^\d{1,9}$/.test(limit.value) && Number(limit.value) <= MOST)) return;
    const [, digits, unit] = /^\s*(\d{1,9})\s*([kmg]?)(?:i?b)?\s*$/i.exec(limit.value) ?? [];
    const bytes = Number(digits) * 1024 ** ' kmg'.indexOf(unit?.toLowerCase() || ' ');
    const value = /^\d+$/.test(limit.value) || bytes > MOST ? MOST : bytes;
    report('limit', atValue(limit.node), {
      data: { value: limit.value },
      fixes: Number.isNaN(value)
        ? []
        : [
            {
              title: `Change log-driver-buffer-limit to "${value}"`,
              changes: [{ kind: 'set', pointer: pointerOf(limit.node), value: String(value) }],
              safe: false,
            },
          ],
    });
  },
});
