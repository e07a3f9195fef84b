import { describe, expect, it } from 'vitest';
import * as fc from '../support/fast-check';
import { isWhole } from './judge';
import { mutated, vocabularyOf } from './mutate';
import { Questions, type Tally } from './questions';
import { corpusSamples, ownSamples, type Sample, sharedSamples, thorough, timeout } from './samples';

const FILES = 50;
/** Of so many files every beginning is a document, as if somebody were typing it. */
const TYPED = 5;
const MUTATED = 300 * fc.times;
/** Characters from one place to the next in documents of the project, where there are real files to ask about. */
const OWN_STEP = 7;
/** Files of more characters have many places that are alike. */
const LONG = 5_000;

/** Neither the shortest nor the longest. */
function typical(samples: readonly Sample[], count: number): Sample[] {
  const bySize = [...samples].sort((a, b) => a.text.length - b.text.length);
  return bySize.slice(Math.max(0, (bySize.length - count) / 2)).slice(0, count);
}

const corpus = corpusSamples();
const own = ownSamples().filter(({ text }) => text.length <= LONG && isWhole(text));

/** Asks everything at every place, or at one in so many. */
function everywhere(samples: readonly Sample[], step = 1): Tally {
  const tally: Tally = new Map();
  let edits = 0;
  for (const { text } of samples) {
    const questions = new Questions(text, tally);
    questions.ofAll();
    for (let offset = 0; offset <= text.length; offset += step) questions.at(offset);
    edits += questions.edits;
  }
  expect(edits, 'proposals, renamings and refactorings made').toBeGreaterThan(10_000);
  for (const [feature, { answers }] of tally) expect(answers, `answers of ${feature}`).toBeGreaterThan(0);
  return tally;
}

function median({ milliseconds }: { milliseconds: readonly number[] } = { milliseconds: [] }): number {
  return milliseconds.toSorted((a, b) => a - b)[Math.floor(milliseconds.length / 2)] ?? Number.NaN;
}

describe('everything that can be asked', () => {
  it('is answered all over every document of the project', { timeout }, () => {
    // The examples of the pages are many, and much alike.
    const some = own.filter(({ name }, i) => !name.includes('.md') || i % 20 === 0 || thorough);
    everywhere(some, corpus.length > 0 && !thorough ? OWN_STEP : 1);
  });

  it.skipIf(corpus.length === 0)(
    'is answered at every place of fifty real files (skipped where ../shared/corpus is absent)',
    { timeout },
    () => {
      const files = thorough ? corpus : typical(corpus, FILES);
      expect(files.length).toBeGreaterThanOrEqual(FILES);
      const tally = everywhere(files);
      // What is allowed is measured by the bench, where nothing else runs.
      const medians = [...tally].map(([feature, asked]) => [feature, median(asked)]);
      if (thorough) console.table(Object.fromEntries(medians));
    },
  );

  it('is answered here and there in mutated documents', { timeout }, () => {
    const vocabulary = vocabularyOf([...ownSamples(), ...sharedSamples()]);
    let asked = 0;
    const places = fc.array(fc.nat(), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(mutated(vocabulary), places, (text, places) => {
        if (text.length > LONG) return;
        const questions = new Questions(text);
        questions.ofAll();
        for (const place of places) questions.at(place % (text.length + 1));
        asked += places.length;
      }),
      { numRuns: MUTATED },
    );
    expect(asked).toBeGreaterThan(MUTATED);
  });

  it('is answered at the end of every beginning of five of them', { timeout }, () => {
    const files = typical(corpus.length > 0 ? corpus : own, thorough ? FILES : TYPED);
    expect(files.length).toBeGreaterThanOrEqual(TYPED);
    for (const { text } of files) {
      for (let end = 0; end <= text.length; end++) {
        const questions = new Questions(text.slice(0, end));
        questions.ofAll();
        questions.at(end);
      }
    }
  });
});
