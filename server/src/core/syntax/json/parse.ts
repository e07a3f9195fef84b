import { type ParseError, visit } from 'jsonc-parser';
import type { ArrayNode, Node, ObjectNode, Property, Range } from '../tree';
import { readTemplate, type Template } from './template';

/** What is wrong with the text itself, before any meaning. */
export interface SyntaxProblem extends Range {
  readonly kind: 'syntax' | 'duplicate-key' | 'comment' | 'trailing-comma' | 'too-deep';
  /** For `syntax`: jsonc-parser's `ParseErrorCode`; undefined for a template mark that is never closed. */
  readonly code?: number;
  /** For `duplicate-key`: the key and the place of its earlier occurrence. */
  readonly key?: string;
  readonly first?: Range;
}

export interface ParsedJson {
  /** Undefined for a text without any value. */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Offsets of all syntax errors and of the gaps of a template, sorted: around them the tree is a guess. */
  readonly breaks: readonly number[];
  /** How the text was read, when it is no JSON because of template marks. */
  readonly template: Template | undefined;
}

/** Task definitions nest about ten levels; jsonc-parser recurses and overflows the stack at some thousands. */
const MAX_DEPTH = 200;

class TooDeep extends Error {
  constructor(readonly at: number) {
    super('nested too deeply');
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Container =
  | (Mutable<Omit<ObjectNode, 'properties'>> & { properties: Mutable<Property>[] })
  | (Mutable<Omit<ArrayNode, 'items'>> & { items: Node[] });

/**
 * Parses JSON, with comments and trailing commas reported instead of refused, into the neutral tree. A text that is
 * no JSON is read as a template if it has marks outside of its strings.
 * Never throws: whatever was understood is in the tree, the rest is in `problems`.
 */
export function parseJson(source: string): ParsedJson {
  // A byte order mark is no fault of the document; a blank in its place keeps every offset.
  const text = source.charCodeAt(0) === 0xfeff ? ` ${source.slice(1)}` : source;
  const plain = parse(text, text, undefined);
  if (!plain.problems.some(({ kind }) => kind === 'syntax')) return plain;
  const template = readTemplate(text);
  return template ? parse(template.text, text, template) : plain;
}

/** @param source the text that the author wrote, where `text` is what a template is read as */
function parse(text: string, source: string, template: Template | undefined): ParsedJson {
  const problems: SyntaxProblem[] = [];
  const open: Container[] = [];
  /** The innermost of `open`. */
  let holder: Container | undefined;
  let root: Node | undefined;
  let lastComma: number | undefined;
  let lastTokenEnd = 0;

  const stepOfNext = () =>
    holder?.kind === 'array' ? holder.items.length : holder?.properties[holder.properties.length - 1]?.key;
  const attach = (node: Node): void => {
    if (!holder) root ??= node;
    else if (holder.kind === 'array') holder.items.push(node);
    else {
      const property = holder.properties[holder.properties.length - 1];
      if (property && !property.value) property.value = node;
    }
  };
  const begin = (container: Container): void => {
    if (open.length >= MAX_DEPTH) throw new TooDeep(container.start);
    attach(container);
    open.push(container);
    holder = container;
    lastComma = undefined;
    lastTokenEnd = container.end;
  };
  const finish = (offset: number, given: number): void => {
    // Behind a comment that only just begins, jsonc-parser 3.3.1 gives the end of the text a length.
    const length = offset < text.length ? given : 0;
    const container = open.pop();
    if (!container) return;
    holder = open.at(-1);
    container.end = offset + length;
    // At the end of the text, without a bracket, nothing has been closed: the comma may go on.
    if (length === 0) lastComma = undefined;
    else lastTokenEnd = container.end;
    // A template is read with commas in place of what may bring some.
    if (lastComma !== undefined && source[lastComma] === ',')
      problems.push({ kind: 'trailing-comma', start: lastComma, end: lastComma + 1 });
    lastComma = undefined;
    if (container.kind === 'object') reportDuplicates(container.properties, problems);
  };

  const syntaxErrors: ParseError[] = [];
  const breaks: number[] = [];
  try {
    visit(
      text,
      {
        onObjectBegin: (start, length) =>
          begin({
            kind: 'object',
            properties: [],
            start,
            end: start + length,
            parent: holder,
            step: stepOfNext(),
          }),
        onArrayBegin: (start, length) =>
          begin({
            kind: 'array',
            items: [],
            start,
            end: start + length,
            parent: holder,
            step: stepOfNext(),
          }),
        onObjectEnd: finish,
        onArrayEnd: finish,
        onObjectProperty: (key, start, length) => {
          lastComma = undefined;
          lastTokenEnd = start + length;
          if (holder?.kind !== 'object') return;
          const end = template?.bare.get(start);
          holder.properties.push(
            end === undefined
              ? { key, keyRange: { start, end: lastTokenEnd }, value: undefined }
              : { key: markText(source, start, end), keyRange: { start, end }, bare: true, value: undefined },
          );
        },
        onLiteralValue: (value: unknown, start, length) => {
          lastComma = undefined;
          const end = start + length;
          lastTokenEnd = end;
          const parent = holder;
          const step = stepOfNext();
          const bareEnd = template?.bare.get(start);
          if (bareEnd !== undefined) {
            const mark = markText(source, start, bareEnd);
            attach({ kind: 'string', value: mark, bare: true, start, end: bareEnd, parent, step });
          } else if (typeof value === 'string') attach({ kind: 'string', value, start, end, parent, step });
          else if (typeof value === 'boolean') attach({ kind: 'boolean', value, start, end, parent, step });
          else if (typeof value === 'number') {
            const integer = !/[.eE]/.test(text.slice(start, end));
            attach({ kind: 'number', value, integer, start, end, parent, step });
          } else attach({ kind: 'null', start, end, parent, step });
        },
        onSeparator: (character, offset, length) => {
          lastTokenEnd = offset + length;
          if (character === ',') lastComma = offset;
        },
        // A comment that is never closed is said to end beyond the text.
        onComment: (start, length) =>
          problems.push({ kind: 'comment', start, end: Math.min(start + length, text.length) }),
        onError: (error, offset, length) => syntaxErrors.push({ error, offset, length }),
      },
      { allowTrailingComma: true, disallowComments: false, allowEmptyContent: true },
    );
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    problems.push({ kind: 'too-deep', start: error.at, end: error.at + 1 });
    breaks.push(error.at);
    syntaxErrors.length = 0;
  }
  // What was never closed reaches to the end of the text.
  for (const container of open) {
    container.end = text.length;
    if (container.kind === 'object') reportDuplicates(container.properties, problems);
  }
  problems.push(...firstError(syntaxErrors, lastTokenEnd, text, template));
  problems.sort((a, b) => a.start - b.start);
  for (const { offset } of syntaxErrors) breaks.push(offset);
  for (const gap of template?.gaps ?? []) breaks.push(gap);
  breaks.sort((a, b) => a - b);
  if (root && breaks.length > 0) markBroken(root, breaks);
  return { root, problems: template ? certain(problems, template) : problems, breaks, template };
}

function markBroken(node: Node, breaks: readonly number[]): void {
  if (firstBreak(breaks, node.start) > node.end) return;
  node.broken = true;
  if (node.kind === 'array') for (const item of node.items) markBroken(item, breaks);
  else if (node.kind === 'object')
    for (const { value } of node.properties) if (value) markBroken(value, breaks);
}

/** The first of the sorted breaks that is not before an offset; Infinity where there is none. */
export function firstBreak(breaks: readonly number[], from: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return breaks[low] ?? Infinity;
}

/** One clear finding: what follows the first error is mostly its echo. */
function firstError(
  errors: readonly ParseError[],
  lastTokenEnd: number,
  text: string,
  template: Template | undefined,
): SyntaxProblem[] {
  const [first] = errors;
  const unclosed = template?.unclosed;
  if (unclosed && (!first || unclosed.start <= first.offset))
    return [{ kind: 'syntax', start: unclosed.start, end: unclosed.end }];
  if (!first) return [];
  // A missing bracket or value is reported where the last token ended, not at the end of the file.
  const isAtEnd = first.offset >= text.length;
  const start = isAtEnd ? Math.min(lastTokenEnd, text.length) : first.offset;
  const end = isAtEnd ? start : Math.min(Math.max(start, first.offset + first.length), text.length);
  return [{ kind: 'syntax', code: first.error, start, end }];
}

/** What is surely wrong, whatever the template tool writes. */
function certain(problems: readonly SyntaxProblem[], { gaps, isTorn }: Template): SyntaxProblem[] {
  if (isTorn)
    return problems.filter(
      ({ kind, code }) => kind === 'too-deep' || (kind === 'syntax' && code === undefined),
    );
  // A key may stand once in each branch of a block.
  return gaps.length > 0 ? problems.filter(({ kind }) => kind !== 'duplicate-key') : [...problems];
}

/** A mark as it is written, without the quotes around it. */
function markText(source: string, start: number, end: number): string {
  return source.slice(start, end).replace(/^"|"$/g, '');
}

function reportDuplicates(properties: readonly Property[], problems: SyntaxProblem[]): void {
  if (!hasDuplicates(properties)) return;
  const seen = new Map<string, Range>();
  for (const { key, keyRange } of properties) {
    const first = seen.get(key);
    if (first) problems.push({ kind: 'duplicate-key', ...keyRange, key, first });
    else seen.set(key, keyRange);
  }
}

/** Comparing few keys with each other is quicker than a set of them. */
function hasDuplicates(properties: readonly Property[]): boolean {
  if (properties.length > 8) return new Set(properties.map(({ key }) => key)).size < properties.length;
  for (const [i, { key }] of properties.entries())
    for (let j = 0; j < i; j++) if (properties[j]?.key === key) return true;
  return false;
}
