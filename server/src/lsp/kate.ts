// What Kate does in ways of its own.

import type { CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind, type CompletionItem } from 'vscode-languageserver-types';
import type { Range } from '../core';

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_]/u;

/** The word that the offset is in or at, as Kate finds it. */
export function wordAt(text: string, offset: number): Range {
  let [start, end] = [offset, offset];
  while (start > 0 && WORD_CHARACTER.test(text[start - 1] ?? '')) start--;
  while (end < text.length && WORD_CHARACTER.test(text[end] ?? '')) end++;
  return { start, end };
}

/**
 * An item for an editor that replaces the word at the cursor, whatever range the item names: what stands around the
 * word already, for example quotes, is left out.
 *
 * @param range what the item replaces elsewhere
 * @param texts what to put there, the best first
 * @returns undefined where more than the word would have to change
 */
export function forWord(
  { textEdit: _, ...item }: CompletionItem,
  text: string,
  word: Range,
  range: Range,
  texts: readonly string[],
): CompletionItem | undefined {
  const before = text.slice(range.start, word.start);
  const behind = text.slice(word.end, range.end);
  for (const one of texts) {
    if (one.length < before.length + behind.length || !one.startsWith(before) || !one.endsWith(behind))
      continue;
    const insertText = [
      text.slice(word.start, range.start),
      one.slice(before.length, one.length - behind.length),
      text.slice(range.end, word.end),
    ].join('');
    // Kate drops one of two quotes that meet.
    if (!insertText.endsWith('"') || text[word.end] !== '"') return { ...item, insertText };
  }
  return undefined;
}

/**
 * Kate's list of code actions never names a kind, and asks for the whole line of the cursor. Whoever opens the list
 * wants all that there is, for what stands in the line. Its quick fix names problems, and is for these alone.
 */
export function askedInLine(document: TextDocument, params: CodeActionParams): CodeActionParams {
  const { context, range } = params;
  if (context.diagnostics.length > 0) return params;
  const line = document.getText(range);
  const start = document.offsetAt(range.start) + line.length - line.trimStart().length;
  const end = start + line.trim().replace(/,$/, '').length;
  return {
    ...params,
    context: { ...context, only: [CodeActionKind.Empty] },
    range: { start: document.positionAt(start), end: document.positionAt(end) },
  };
}
