import { describe, expect, it } from 'vitest';
import * as fc from '../support/fast-check';
import { convert, judge, repair, repairAll } from './judge';
import { mutated, vocabularyOf } from './mutate';
import { ownSamples, sharedSamples, thorough, timeout } from './samples';

const numRuns = 10_000 * fc.times;

/** Repairing takes longer than judging. */
const REPAIR_STEP = thorough ? 1 : 3;
const CONVERT_STEP = 10;

describe('mutated documents', () => {
  it(`are judged and repaired: ${numRuns}`, { timeout }, () => {
    const vocabulary = vocabularyOf([...ownSamples(), ...sharedSamples()]);
    const rules = new Set<string>();
    let documents = 0;
    let findings = 0;
    let seen = 0;
    let fixes = 0;
    let repaired = 0;
    fc.assert(
      fc.property(mutated(vocabulary), (text) => {
        const found = judge(text);
        for (const finding of found) {
          rules.add(finding.rule);
          findings++;
          for (const fix of finding.fixes) {
            if (seen++ % REPAIR_STEP > 0) continue;
            repair(text, finding, fix, found);
            fixes++;
          }
        }
        if (repairAll(text, found) !== text) repaired++;
        if (++documents % CONVERT_STEP === 0) convert(text, found);
      }),
      { numRuns },
    );
    if (thorough)
      console.log(
        `${numRuns} documents, ${findings} findings of ${rules.size} rules, ${fixes} fixes made, fix all changed ${repaired}`,
      );
    expect(rules.size).toBeGreaterThan(50);
  });
});
