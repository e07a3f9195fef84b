import type { Ulimit } from '@aws-sdk/client-ecs';
import { View } from '../../model/view';
import { sayBytes, sayCount, saySeconds } from './amounts';
import type { Explain, Fact } from './question';

const BYTES: ReadonlySet<string> = new Set(['core', 'data', 'fsize', 'memlock', 'msgqueue', 'rss', 'stack']);

/** What Linux counts, where it is no bytes. */
const COUNTED: Readonly<Record<string, string>> = {
  nofile: 'open file',
  nproc: 'process',
  locks: 'file lock',
  sigpending: 'queued signal',
};

/** A soft or a hard limit, in the unit of its name. */
export const ulimit: Explain = ({ node, definition }) => {
  if (node.kind !== 'number' || !node.integer || node.parent?.kind !== 'object') return undefined;
  const limit = new View<Ulimit>(node.parent);
  const isSoft = node.step === 'softLimit';
  const name = limit.string('name')?.value;
  const other = limit.integer(isSoft ? 'hardLimit' : 'softLimit')?.value;
  const facts: Fact[] = [
    [
      'Means',
      isSoft
        ? 'what holds at the start; a process may raise it to the hard limit'
        : 'the most that a process may raise it to',
    ],
    [isSoft ? 'Hard limit' : 'Soft limit', other === undefined ? undefined : sayLimit(other, name)],
  ];
  if (name === 'nofile' && definition.requires('FARGATE'))
    facts.push(['On Fargate', '65535 unless set, 1048576 at most']);
  return { is: sayLimit(node.value, name), facts };
};

function sayLimit(value: number, name: string | undefined): string {
  if (value < 0) return 'no limit';
  if (name === undefined) return String(value);
  if (BYTES.has(name)) return sayBytes(value);
  if (name === 'cpu') return `${saySeconds(value)} of CPU time`;
  if (name === 'rttime') return sayCount(value, 'microsecond');
  // https://man7.org/linux/man-pages/man2/getrlimit.2.html
  if (name === 'nice' && value >= 1 && value <= 40) return `${value}: nice values from ${20 - value} up`;
  if (name === 'rtprio') return `real-time priority ${value}`;
  const counted = COUNTED[name];
  return counted === undefined ? String(value) : sayCount(value, counted).replace(/sss$/, 'sses');
}
