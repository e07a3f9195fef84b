import { describe, expect, it } from 'vitest';
import { judge, repair } from './judge';
import { Questions } from './questions';
import { corpusSamples, ownSamples, type Sample, thorough, timeout } from './samples';

/** Texts of more characters are wrong for their length alone, and are cut in few places. */
const LONG = 5_000;
const FEW_CUTS = 200;
/** Real files are cut behind every so many characters; behind each one in a longer run. */
const CORPUS_STEP = thorough ? 1 : 7;
/** Repairing takes longer than judging, and so does completion. */
const REPAIR_STEP = thorough ? 1 : 29;
const ASK_STEP = 97;

/** Every beginning of every text, as if somebody were typing it. */
async function type(samples: readonly Sample[], step: number): Promise<number> {
  let beginnings = 0;
  for (const { text } of samples) {
    const stride = text.length > LONG && !thorough ? Math.ceil(text.length / FEW_CUTS) : step;
    for (let end = 0; end < text.length; end += stride) {
      const beginning = text.slice(0, end);
      const findings = judge(beginning);
      if (beginnings % REPAIR_STEP === 0)
        for (const finding of findings)
          for (const fix of finding.fixes) repair(beginning, finding, fix, findings);
      if (beginnings++ % ASK_STEP === 0) new Questions(beginning).at(end);
    }
  }
  return beginnings;
}

describe('the beginnings', () => {
  it('of every document of the project are judged', { timeout }, async () => {
    expect(await type(ownSamples(), 1)).toBeGreaterThan(10_000);
  });

  const corpus = corpusSamples();
  it.skipIf(corpus.length === 0)(
    'of real files are judged (skipped where ../shared/corpus is absent)',
    { timeout },
    async () => {
      expect(await type(corpus, CORPUS_STEP)).toBeGreaterThan(10_000);
    },
  );
});
