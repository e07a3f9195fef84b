import type { Finding } from './finding';
import { applyFix } from './syntax/json/edits';

const MAX_ROUNDS = 100;

/** Applies every safe fix until nothing changes. */
export function fixAll(text: string, lint: (text: string) => readonly Finding[]): { text: string } {
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fix = lint(current).flatMap(({ fixes }) => fixes).find(({ safe }) => safe);
    const next = fix && applyFix(current, fix);
    if (next === undefined || next === current) break;
    current = next;
  }
  return { text: current };
}
