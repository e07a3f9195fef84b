import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { choose, explore, isWhole } from './judge';
import { corpusSamples, ownSamples, type Sample, thorough, timeout } from './samples';

/** Files of more characters have many places that are alike. */
const LONG = 5_000;
const FILES = 50;
/** Of what is proposed at a place one in so many is chosen, another one at the next place. */
const EVERY = thorough ? 1 : 13;

/** Asks at every place of whole documents, and chooses from what is proposed. */
function work(samples: readonly Sample[]): number {
  let chosen = 0;
  for (const { text } of samples) {
    const analysis = new Analysis(text, 'task-definition.json');
    for (let offset = 0; offset <= text.length; offset++) chosen += choose(analysis, offset, EVERY);
  }
  return chosen;
}

describe('what is chosen', () => {
  const isFit = ({ text }: Sample) => text.length <= LONG && isWhole(text);

  it('leaves every document of the project a whole one', { timeout }, () => {
    // The examples of the pages are many, and much alike.
    const samples = ownSamples().filter(isFit);
    const some = samples.filter(({ name }, i) => !name.includes('.md') || i % 20 === 0 || thorough);
    expect(work(some)).toBeGreaterThan(10_000);
  });

  const corpus = corpusSamples().filter(isFit).slice(0, FILES);
  it.skipIf(corpus.length === 0)(
    'leaves real files whole (skipped where ../shared/corpus is absent)',
    { timeout },
    () => {
      expect(work(corpus)).toBeGreaterThan(10_000);
    },
  );
});

describe('what is proposed', () => {
  it('is about the text, at the end of every beginning of it', { timeout }, () => {
    const samples = ownSamples().filter(({ name, text }) => name.endsWith('.json') && text.length <= LONG);
    expect(samples.length).toBeGreaterThanOrEqual(5);
    for (const { text } of samples.slice(0, 5))
      for (let end = 0; end <= text.length; end++) explore(text.slice(0, end), end);
  });
});
