import type { Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readMarks } from './marks';

/** A text with one `|` where the cursor stands. */
export function cursor(marked: string): { text: string; position: Position } {
  const [before, after, more] = marked.split('|');
  if (before === undefined || after === undefined || more !== undefined) throw new Error('one | is needed');
  const text = before + after;
  return { text, position: documentOf(text).positionAt(before.length) };
}

/** A text with places between « and », as ranges of the protocol. */
export function places(marked: string): { text: string; ranges: Range[] } {
  const { text, ranges } = readMarks(marked);
  const document = documentOf(text);
  return {
    text,
    ranges: ranges.map(({ start, end }) => ({
      start: document.positionAt(start),
      end: document.positionAt(end),
    })),
  };
}

export const documentOf = (text: string): TextDocument =>
  TextDocument.create('file:///x.json', 'json', 1, text);
