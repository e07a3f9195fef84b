import { Analysis } from '../../server/src/core/analysis';
import { refactoringsAt } from '../../server/src/core/refactorings/all';
import type { NewFile, Refactoring } from '../../server/src/core/refactorings/refactoring';
import { applyEdits, editsOf } from '../../server/src/core/syntax/json/edits';

/** A document with a `|` for the cursor, or with `«` and `»` around a selection. */
function read(marked: string): { analysis: Analysis; selection: { start: number; end: number } } {
  const [before = '', selected, after, ...more] = marked.split(/[|«»]/);
  if (selected === undefined || more.length > 0) throw new Error('one cursor or one selection is needed');
  const hasRange = after !== undefined;
  const analysis = new Analysis(before + selected + (after ?? ''), 'task-definition.json');
  const start = before.length;
  return { analysis, selection: { start, end: hasRange ? start + selected.length : start } };
}

function offered(marked: string, isAsked: boolean): { analysis: Analysis; refactorings: Refactoring[] } {
  const { analysis, selection } = read(marked);
  return { analysis, refactorings: refactoringsAt(analysis, selection, isAsked) };
}

/** Titles of what is offered at the cursor to somebody who has not asked for it. */
export const titlesAt = (marked: string): string[] =>
  offered(marked, false).refactorings.map(({ title }) => title);

/** Titles of what is offered there to somebody who wants to see refactorings. */
export const titlesAskedAt = (marked: string): string[] =>
  offered(marked, true).refactorings.map(({ title }) => title);

export interface Made {
  readonly title: string;
  readonly kind: string;
  readonly text: string;
  readonly file: NewFile | undefined;
}

/** The document after the refactoring whose title begins so. */
export function make(marked: string, title: string, isAsked = false): Made {
  const { analysis, refactorings } = offered(marked, isAsked);
  const found = refactorings.filter((refactoring) => refactoring.title.startsWith(title));
  const [refactoring] = found;
  if (!refactoring || found.length > 1)
    throw new Error(`offered: ${refactorings.map((other) => other.title).join(' / ')}`);
  const edits = editsOf(analysis.text, refactoring.changes) ?? [];
  const { kind, file } = refactoring;
  return { title: refactoring.title, kind, text: applyEdits(analysis.text, edits), file };
}
