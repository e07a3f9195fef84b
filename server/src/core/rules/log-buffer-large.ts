import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

const MIB = 1024 * 1024;

/** Docker's way of writing sizes: 25m, 512KiB, 1048576. */
const SIZE = /^([0-9]+(?:\.[0-9]+)?) ?([kmg]?)(?:i?b)?$/i;

const UNITS: Readonly<Record<string, number>> = { '': 1 / MIB, k: 1 / 1024, m: 1, g: 1024 };

export default defineRule({
  id: 'log-buffer-large',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['SIZE-13'],
  docs: {
    title: 'A log buffer takes much of the memory',
    why: 'Lines that wait to be sent are kept in memory, beside what the program needs. When the receiver is slow, a large buffer fills the memory of the container.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-docker-buffer-limit.html',
    ],
    factors: ['XI'],
  },
  messages: {
    large:
      'Log lines that wait may fill {buffer} of the {memory} MiB that {owner} has. Lower {option}, or give more memory.',
  },
  check(container, { definition, report }) {
    const options = container.object('logConfiguration')?.object('options');
    if (!options) return;
    const limit = options.string('log-driver-buffer-limit');
    // Without an entry for it the mode is non-blocking; a blocking one has no buffer.
    const size = options.string('mode')?.value === 'blocking' ? undefined : options.string('max-buffer-size');
    const found = limit ?? size;
    if (!found || found.value.length > 20) return;
    const match = SIZE.exec(found.value);
    const buffer = match ? Number(match[1]) * (UNITS[match[2]?.toLowerCase() ?? ''] ?? 0) : 0;
    const own = container.integer('memory');
    const memory = own?.value ?? (container.get('memory') ? undefined : definition.memory?.value);
    if (memory === undefined || memory <= 0 || buffer * 2 < memory) return;
    const option = found === limit ? 'log-driver-buffer-limit' : 'max-buffer-size';
    const less = Math.floor(memory / 4);
    const value = found === limit ? String(less * MIB) : `${less}m`;
    report('large', atValue(found.node), {
      data: {
        buffer: Math.round(buffer),
        memory,
        owner: own ? `container "${nameOf(container, definition.containers)}"` : 'the task',
        option,
      },
      fixes:
        less > 0
          ? [
              {
                title: `Change ${option} to "${value}"`,
                changes: [{ kind: 'set', pointer: pointerOf(found.node), value }],
                safe: false,
              },
            ]
          : [],
    });
  },
});
