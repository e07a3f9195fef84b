import { code } from '../../markdown';
import { placeholderMarks } from '../../model/placeholderMarks';

/** A text with signs in the place of its template marks, so that it can be taken apart although marks hold `:` and `/`. */
export interface Covered {
  readonly text: string;
  /** A part of the text with its marks, as Markdown. */
  show(part: string): string;
}

/** Private characters: one for each mark. */
const FIRST = 0xe000;
const MOST = 0xf8ff - FIRST;

export function cover(text: string): Covered {
  const marks = placeholderMarks(text).slice(0, MOST);
  if (marks.length === 0) return { text, show: code };
  let covered = '';
  let at = 0;
  marks.forEach((mark, index) => {
    covered += text.slice(at, mark.start) + String.fromCharCode(FIRST + index);
    at = mark.end;
  });
  covered += text.slice(at);
  return {
    text: covered,
    show: (part) =>
      code(part.replace(OPEN, (sign) => marks[sign.charCodeAt(0) - FIRST]?.text ?? sign)) +
      (isOpen(part) ? ' (holds a placeholder)' : ''),
  };
}

const OPEN = /[\uE000-\uF8FF]/g;

/** Whether a part of a covered text holds a mark: nothing about it can be judged. */
export function isOpen(part: string): boolean {
  return part.search(OPEN) >= 0;
}
