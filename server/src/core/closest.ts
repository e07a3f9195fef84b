import { loose } from './loose';

/** Enough for every list a person writes; it keeps a huge document from being compared with itself. */
const MOST_CANDIDATES = 200;

/**
 * The candidate a person most likely meant, or undefined when none is near: one that differs in case, dashes
 * or underscores only, else the one with the fewest typing errors, at most one for every three characters.
 */
export function closest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = loose(text);
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let left = MOST_CANDIDATES;
  for (const candidate of candidates) {
    if (left-- === 0) break;
    const errors = candidate === text ? Infinity : typingErrors(wanted, loose(candidate), fewest);
    if (errors < fewest) {
      best = candidate;
      fewest = errors;
    }
  }
  return best;
}

/** Letters added, left out, changed or swapped with their neighbour; `limit` when there are as many or more. */
function typingErrors(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit, limit);
}
