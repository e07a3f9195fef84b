import { type FormattingOptions, format as formatJson } from 'jsonc-parser';
import type { Analysis } from '../analysis';
import type { TextEdit } from '../syntax/json/edits';
import { holderOf, type Node, nodeAt, type Range } from '../syntax/tree';

export interface Fold extends Range {
  readonly isComment?: true;
}

/** Objects, lists and comments, outer ones first. */
export function folds({ parsed }: Analysis): Fold[] {
  const found: Fold[] = parsed.problems.flatMap(({ kind, start, end }) =>
    kind === 'comment' ? { start, end, isComment: true as const } : [],
  );
  const visit = (node: Node): void => {
    if (node.kind !== 'object' && node.kind !== 'array') return;
    found.push({ start: node.start, end: node.end });
    const children = node.kind === 'array' ? node.items : node.properties.map(({ value }) => value);
    for (const child of children) if (child) visit(child);
  };
  if (parsed.root) visit(parsed.root);
  return found.sort((a, b) => a.start - b.start);
}

/** What a selection at an offset grows to, step by step: the text of a value, the value, its member, all around it. */
export function selections({ parsed, text }: Analysis, offset: number): Range[] {
  const found: Range[] = [];
  const add = ({ start, end }: Range): void => {
    const last = found.at(-1);
    const isAround = !last || (start <= last.start && last.end <= end);
    if (isAround && (start !== last?.start || end !== last.end)) found.push({ start, end });
  };
  const inside = ({ start, end }: Range, closing: string): void => {
    // In a half-typed text it may not be closed yet.
    const to = end > start + 1 && text[end - 1] === closing ? end - 1 : end;
    if (start + 1 <= offset && offset <= to) add({ start: start + 1, end: to });
  };
  let node = nodeAt(parsed.root, offset);
  const key =
    node?.kind === 'object'
      ? node.properties.find(({ keyRange }) => keyRange.start <= offset && offset <= keyRange.end)
      : undefined;
  if (key) {
    inside(key.keyRange, '"');
    add(key.keyRange);
    add({ start: key.keyRange.start, end: key.value?.end ?? key.keyRange.end });
  }
  for (; node; node = node.parent) {
    // A mark of a template may stand for a string without its quotes.
    if (node.kind === 'object' || node.kind === 'array') inside(node, node.kind === 'object' ? '}' : ']');
    else if (text[node.start] === '"') inside(node, '"');
    add(node);
    const holder = holderOf(node);
    if (holder) add({ start: holder.keyRange.start, end: node.end });
  }
  return found;
}

/** Edits that lay a document out anew, or a part of it; none for a template, in which marks could be torn apart. */
export function format({ parsed, text }: Analysis, options: FormattingOptions, part?: Range): TextEdit[] {
  if (parsed.template || parsed.problems.some(({ kind }) => kind === 'too-deep')) return [];
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const range = part && { offset: part.start, length: part.end - part.start };
  // A byte order mark stays where it is.
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return formatJson(start ? ` ${text.slice(1)}` : text, range, { ...options, eol })
    .filter(({ offset, length }) => offset >= start || length === 0)
    .map(({ offset, length, content }: { offset: number; length: number; content: string | undefined }) => ({
      range: { start: offset, end: offset + length },
      // jsonc-parser 3.3.1 has no text for a line that is indented by exactly so much.
      newText: content ?? eol + (options.insertSpaces ? ' ' : '\t').repeat(200),
    }));
}
