import type { Analysis } from '../../analysis';
import { symbolsOf } from '../../model/references';
import type { Range } from '../../syntax/tree';

/** The beginning of a mark, right before the cursor. */
const BEGINNING = /(?:\$[{(]{0,2}|\{\{[-~]?\s*|#\{|%\{?|<%?=?\s*|__|@@?)[\w.:-]*$/;
/** Behind these another part of an image, an ARN or a path begins. */
const BETWEEN = /[:/@,=-]$/;

/** A mark of the document for the place of the cursor. */
export interface MarkChoice {
  /** `${TAG}` */
  readonly mark: string;
  /** The part of a string that it replaces up to the cursor, and up to the end of the string; else it is the value. */
  readonly inside?: { readonly insert: Range; readonly replace: Range };
}

/**
 * Placeholders that stand elsewhere in the document, to be used again.
 *
 * @param token what the cursor is in
 */
export function placeholders(analysis: Analysis, token: Range, offset: number): MarkChoice[] {
  const { text } = analysis;
  const marks = symbolsOf(analysis)
    .filter(({ kind, definition, uses }) => {
      const all = definition ? [definition, ...uses] : uses;
      return kind === 'placeholder' && all.some(({ range }) => !isWithin(range, token));
    })
    .map(({ name }) => name)
    .filter((name) => !/["\\\r\n]/.test(name));
  if (marks.length === 0) return [];
  const isString = text[token.start] === '"';
  const end =
    isString && token.end > token.start + 1 && text[token.end - 1] === '"' ? token.end - 1 : token.end;
  const before = isString ? text.slice(token.start + 1, offset) : '';
  const beginning = BEGINNING.exec(before)?.[0] ?? '';
  if (before === beginning && offset === end) return marks.map((mark) => ({ mark }));
  if (before === '' || (beginning === '' && !BETWEEN.test(before))) return [];
  const start = offset - beginning.length;
  const inside = { insert: { start, end: offset }, replace: { start, end } };
  return marks.map((mark) => ({ mark, inside }));
}

const isWithin = (range: Range, token: Range): boolean =>
  range.start >= token.start && range.end <= token.end;
