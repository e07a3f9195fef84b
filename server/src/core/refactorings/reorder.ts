import { type Container, childCount, childRange } from '../syntax/json/style';
import type { Range } from '../syntax/tree';

/** What may stand between two children. */
const TOKEN = /[ \t\r\n]+|,|\/\/[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//y;

/**
 * An object or a list with its children in another order. Comments go with the child that they stand above, or behind
 * on its line; commas and line breaks stay. Undefined where something else stands between the children, such as a block
 * of a template, and where a comment up to the end of its line would come to stand before something.
 *
 * @param order the indices of the children as they are to stand
 * @param textOf a child as it is to be written
 */
export function reordered(
  source: string,
  container: Container,
  order: readonly number[],
  textOf: (child: Range) => string,
): string | undefined {
  const count = childCount(container);
  const gaps: Gap[] = [];
  for (let i = 0; i <= count; i++) {
    const start = childRange(container, i - 1)?.end ?? container.start + 1;
    const end = childRange(container, i)?.start ?? container.end - 1;
    const gap = readGap(source, start, end, i === 0, i === count);
    if (!gap) return undefined;
    gaps.push(gap);
  }
  let result = source.charAt(container.start);
  for (const [slot, index] of order.entries()) {
    const child = childRange(container, index);
    const lead = gaps[index]?.lead;
    const { trail = '', isOpen } = gaps[index + 1] ?? {};
    const { hasComma, white = '' } = gaps[slot + 1] ?? {};
    if (!child || (isOpen && !/^[ \t]*[\r\n]/.test(white))) return undefined;
    result += `${gaps[slot]?.white}${lead}${textOf(child)}${hasComma ? ',' : ''}${trail}`;
  }
  return result + gaps[count]?.white + source.charAt(container.end - 1);
}

/** What stands between two children, or beside the first and the last one. */
interface Gap {
  /** Comments behind the child before it; they go where that goes. */
  readonly trail: string;
  /** The last of them reaches up to the end of its line. */
  readonly isOpen: boolean;
  readonly hasComma: boolean;
  /** Stays. */
  readonly white: string;
  /** Comments above the child behind it, and the white space after them. */
  readonly lead: string;
}

interface Token extends Range {
  readonly text: string;
}

const isComment = ({ text }: Token): boolean => text.startsWith('/');

function readGap(
  source: string,
  start: number,
  end: number,
  isFirst: boolean,
  isLast: boolean,
): Gap | undefined {
  const tokens: Token[] = [];
  for (let at = start; at < end; ) {
    TOKEN.lastIndex = at;
    const text = TOKEN.exec(source)?.[0];
    if (text === undefined || at + text.length > end) return undefined;
    tokens.push({ text, start: at, end: at + text.length });
    at += text.length;
  }
  const commas = tokens.filter(({ text }) => text === ',');
  const [comma] = commas;
  if (commas.length > 1 || (!comma && !isFirst && !isLast)) return undefined;
  const lineEnd = tokens.find(({ text }) => /[\r\n]/.test(text) && !text.startsWith('/'));
  // What stands on the line of a child is about it; on one line with the next child, what stands before the comma.
  const border = lineEnd?.start ?? (isLast ? end : (comma?.start ?? start));
  const comments = tokens.filter(isComment);
  // Behind the bracket that opens, a comment is about the whole; and so is one above the bracket that closes.
  const own = isFirst ? [] : comments.filter((comment) => comment.start < border);
  const first = isLast ? undefined : comments.find((comment) => comment.start >= border);
  if (first && comma && comma.start > first.start) return undefined;
  const leadAt = first?.start ?? end;
  const last = own.at(-1);
  const ownEnd = last?.end ?? start;
  const trail = comma
    ? source.slice(start, Math.min(comma.start, ownEnd)) +
      source.slice(comma.end, Math.max(comma.end, ownEnd))
    : source.slice(start, ownEnd);
  return {
    trail: last ? trail : '',
    isOpen: last?.text.startsWith('//') ?? false,
    hasComma: comma !== undefined,
    white: source.slice(Math.max(ownEnd, comma?.end ?? start), leadAt),
    lead: source.slice(leadAt, end),
  };
}
