import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { documentLinks } from '../../server/src/core/features/documentLinks';
import { folds, format, selections } from '../../server/src/core/features/layout';
import { type DocumentSymbol, documentSymbols } from '../../server/src/core/features/symbols';
import { refactoringsAt } from '../../server/src/core/refactorings/all';
import type { Range } from '../../server/src/core/syntax/tree';
import { corpusSamples, ownSamples, thorough, timeout } from './samples';

/** Characters from one cursor to the next. */
const STEP = thorough ? 1 : 29;
const samples = [...corpusSamples(), ...ownSamples()]
  .filter(({ text }) => text.length < 10_000)
  .slice(0, thorough ? 1000 : 60);

describe('at every place of a document, and of its beginnings', () => {
  it.each(samples)('$name', { timeout }, ({ text }) => {
    for (let offset = 0; offset <= text.length; offset += STEP) {
      ask(new Analysis(text.slice(0, offset), 'task-definition.json'), offset);
    }
    const analysis = new Analysis(text, 'task-definition.json');
    for (let offset = 0; offset <= text.length; offset += STEP) ask(analysis, offset);
  });
});

function ask(analysis: Analysis, offset: number): void {
  const { text } = analysis;
  const whole = { start: 0, end: text.length };
  for (const isAsked of [false, true]) {
    for (const { title } of refactoringsAt(analysis, { start: offset, end: offset }, isAsked))
      expect(title).not.toMatch(/undefined|^$/);
  }
  let inner: Range = { start: offset, end: offset };
  for (const range of selections(analysis, offset)) {
    expect(isInside(inner, range)).toBe(true);
    inner = range;
  }
  for (const { range } of documentLinks(analysis, 'eu-west-1')) expect(isInside(range, whole)).toBe(true);
  for (const fold of folds(analysis)) expect(isInside(fold, whole)).toBe(true);
  for (const { range } of format(analysis, { tabSize: 2, insertSpaces: true }))
    expect(isInside(range, whole)).toBe(true);
  for (const symbol of documentSymbols(analysis)) checkSymbol(symbol, whole);
}

/** Clients refuse all symbols where one has no name, or stands outside of its own range. */
function checkSymbol({ name, label, range, selection, children }: DocumentSymbol, around: Range): void {
  expect([name, label]).not.toContain('');
  expect(isInside(selection, range) && isInside(range, around)).toBe(true);
  for (const child of children) checkSymbol(child, range);
}

const isInside = (inner: Range, outer: Range): boolean =>
  outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
