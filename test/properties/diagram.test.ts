import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { drawDiagram } from '../../server/src/core/features/diagram';
import { diagramOf } from '../../server/src/core/features/diagram/graph';
import * as fc from '../support/fast-check';
import { elementsOf } from '../support/markup';
import { mutated, vocabularyOf } from './mutate';
import { ownSamples, sharedSamples, thorough, timeout } from './samples';

const numRuns = 500 * fc.times;
/** Characters from one beginning of a document to the next. */
const STEP = thorough ? 1 : 293;

/** Draws a text, and checks what holds for the diagram of any text. */
function check(text: string): boolean {
  const analysis = new Analysis(text, 'task-definition.json');
  const drawn = drawDiagram(analysis, { linkOf: ({ id }) => id });
  const diagram = diagramOf(analysis);
  expect(drawn === undefined).toBe(diagram === undefined);
  if (!drawn || !diagram) return false;
  for (const { attributes } of [...elementsOf(drawn.svg), ...elementsOf(`<div>${drawn.words}</div>`)])
    for (const name of ['d', 'x', 'y', 'width', 'height', 'viewBox'])
      expect(attributes[name] ?? '').not.toMatch(/NaN|undefined|Infinity/);
  const ids = new Set(diagram.nodes.map(({ id }) => id));
  expect(ids.size).toBe(diagram.nodes.length);
  for (const { from, to } of diagram.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
  for (const { place, name } of diagram.nodes) {
    expect(name).not.toBe('');
    expect(place.start >= 0 && place.start <= place.end && place.end <= text.length).toBe(true);
  }
  return true;
}

describe('diagrams', () => {
  it(`of mutated documents can be drawn: ${numRuns}`, { timeout }, () => {
    const vocabulary = vocabularyOf([...ownSamples(), ...sharedSamples()]);
    let drawn = 0;
    fc.assert(
      fc.property(mutated(vocabulary), (text) => {
        if (check(text)) drawn++;
      }),
      { numRuns },
    );
    expect(drawn).toBeGreaterThan(numRuns / 4);
  });

  it('of all documents, and of their beginnings, can be drawn', { timeout }, () => {
    let drawn = 0;
    for (const { text } of [...ownSamples(), ...sharedSamples()].filter(({ text }) => text.length < 10_000)) {
      check(text);
      for (let end = STEP; end < text.length; end += STEP) if (check(text.slice(0, end))) drawn++;
    }
    expect(drawn).toBeGreaterThan(1000);
  });
});
