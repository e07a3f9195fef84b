/** What a hover shows of a text; the rest stands in the document. */
const LONGEST = 120;

/**
 * A text of the document as Markdown: a code span, in which nothing is Markdown, HTML or a link. Line breaks, control
 * characters and those that turn the direction of writing are shown as `·`, a long text is cut.
 */
export function code(text: string): string {
  if (text === '') return 'the empty string';
  const characters = [...text.slice(0, 2 * LONGEST)];
  const isCut = text.length > 2 * LONGEST || characters.length > LONGEST;
  const shown = visible(`${characters.slice(0, LONGEST).join('')}${isCut ? '…' : ''}`);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A blank on either side is no part of the code, and keeps the backticks apart.
  const pad = /^`|`$|^ .*[^ ].* $/.test(shown) ? ' ' : '';
  return fence + pad + shown + pad + fence;
}

/** A text in which line breaks, control characters and those that turn the direction of writing are shown as `·`. */
export const visible = (text: string): string => text.replace(UNSEEN, '·');

/** Control, format and separator characters, halves of surrogate pairs, and private ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
