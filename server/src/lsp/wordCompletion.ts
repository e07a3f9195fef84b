import type { CompletionItem } from 'vscode-languageserver-types';
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
