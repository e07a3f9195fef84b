import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Range } from '../../syntax/tree';

type Path = readonly (string | number)[];

/** Where something may be written, and what has to be there around it. */
export interface Spot {
  readonly kind: 'key' | 'value';
  /** Steps to the object that gets the key, or to the value. */
  readonly path: Path;
  /** What the new text replaces: the token that the cursor is in; empty where there is none. */
  readonly range: Range;
  /** Other keys of the object; for values empty. */
  readonly keys: ReadonlySet<string>;
  readonly missing: MissingSign | undefined;
  readonly commaAfter: boolean;
  /** A colon, and mostly a value, stands behind the key already. */
  readonly hasColon: boolean;
}

/** A comma behind the value before, or a colon behind the key, that is still to be written. */
export interface MissingSign {
  readonly sign: ',' | ':';
  /** The end of that value or key. */
  readonly at: number;
}

/** An object or a list that is open at the cursor, or what holds the root. */
interface Holder {
  readonly kind: '{' | '[' | 'root';
  /** What comes next; `next` is a comma or a bracket. */
  state: 'key' | 'colon' | 'value' | 'next';
  key: string;
  index: number;
  readonly keys: Set<string>;
}

/** Of jsonc-parser's `ScanError`: its enums cannot be imported where files are compiled one by one. */
const UNCLOSED_COMMENT = 1;
const UNCLOSED_STRING = 2;

/**
 * Finds out what an offset is for. The text is read by its tokens, not by its tree: of a document that is half typed
 * the tree is a guess around the cursor, while the tokens before it say for sure which brackets are open.
 *
 * `vscode-json-languageservice` asks the tree. In 5,425 half-typed versions of the project's own documents (a key or a
 * value without quotes, commas or colon, templates among them) it gives back the document in 3,262, and 15,203 of the
 * 40,019 things that it offers leave something that cannot be read: it adds no comma or colon before the cursor, and
 * takes the line behind an open quote along. This module gives back all 5,425, and nothing breaks. What a contribution
 * to the library proposes is put into the text in the same way, and items of a list cannot be contributed at all.
 * `test/properties/halfTyped.test.ts` counts both.
 *
 * @param gaps where something may stand that is not seen: blocks of a template
 * @returns undefined where nothing can be proposed: in a comment, behind a value, between key and colon
 */
export function spotAt(text: string, offset: number, gaps: readonly number[] = []): Spot | undefined {
  const scanner = createScanner(text);
  const root: Holder = { kind: 'root', state: 'value', key: '', index: 0, keys: new Set() };
  const open: Holder[] = [root];
  let holder = root;
  /** The end of the last token, and that token if it is a string. */
  let end = 0;
  let string: string | undefined;

  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    const sign = text[start] ?? '';
    if (length === 0 || start >= offset) break;
    if (/\s/.test(sign)) continue;
    if (isComment(text, start)) {
      if (offset < start + length + (goesOn(scanner, text, start) ? 1 : 0)) return undefined;
      continue;
    }
    if (isIn(scanner, sign, offset)) {
      return spot({ start, end: endOfToken(scanner, text, offset) });
    }
    end = start + length;
    if (sign === '{' || sign === '[') {
      if (holder.kind === '[' && holder.state === 'next') holder.index++; // its comma is missing
      holder = { kind: sign, state: sign === '{' ? 'key' : 'value', key: '', index: 0, keys: new Set() };
      open.push(holder);
    } else if (sign === '}' || sign === ']') {
      const opener = sign === '}' ? '{' : '[';
      const at = open.findLastIndex(({ kind }) => kind === opener);
      if (at < 0) continue;
      open.length = at;
      holder = open.at(-1) ?? root;
      holder.state = 'next';
    } else if (sign === ',') {
      if (holder.kind === '{') holder.state = 'key';
      else if (holder.kind === '[') {
        holder.state = 'value';
        holder.index++;
      }
    } else if (sign === ':') {
      if (holder.kind === '{') {
        // Of two strings in a row the second one is the key: the value of the first is still missing.
        if (holder.state === 'next' && string !== undefined) holder.key = string;
        holder.keys.add(holder.key);
        holder.state = 'value';
      }
    } else read(sign === '"' ? scanner.getTokenValue() : text.slice(start, end));
    string = sign === '"' ? scanner.getTokenValue() : undefined;
  }
  // Whoever has just closed a string is done with it.
  return end === offset && string !== undefined ? undefined : spot({ start: offset, end: offset });

  /** A key, or a value that is neither an object nor a list. */
  function read(token: string): void {
    if (holder.kind === '[' && holder.state === 'next') holder.index++; // its comma is missing
    if (holder.kind === '{' && holder.state !== 'value') {
      holder.key = token;
      holder.state = 'colon';
    } else holder.state = 'next';
  }

  function spot(token: Range): Spot | undefined {
    const { kind, state } = holder;
    const after = following(text, token.end);
    if (kind === 'root' && state !== 'value') return undefined;
    // Only a word in quotes is a key for sure.
    if (state === 'colon' && (string === undefined || after.sign === ':')) return undefined;
    const isMissingComma = kind !== 'root' && state === 'next';
    const sign: MissingSign['sign'] | false = isMissingComma ? ',' : state === 'colon' && ':';
    const isLast = ENDS.test(after.sign);
    const steps = open.slice(1, -1).map(stepOf);
    const around = {
      range: token,
      missing: sign && !hasGap(end, token.start) ? { sign, at: end } : undefined,
      commaAfter: kind !== 'root' && !isLast && !hasGap(token.end, after.start),
    };
    const isEmpty = token.start === token.end;
    if (kind === '{' && (state === 'key' || isMissingComma || (!isEmpty && after.sign === ':'))) {
      const keys = keysBehind(text, token.end, holder.keys);
      return { ...around, kind: 'key', path: steps, keys, hasColon: after.sign === ':' };
    }
    if (kind === '[' && isMissingComma) holder.index++;
    const path = kind === 'root' ? [] : [...steps, stepOf(holder)];
    const value: Spot = { ...around, kind: 'value', path, keys: NONE, hasColon: false };
    if (!isEmpty || kind === '[' || after.isKey || isLast) return value;
    // What stands behind the colon already is the value.
    const isOnLine = !/[\r\n]/.test(text.slice(token.end, after.start));
    if (!isOnLine || after.sign === '{' || after.sign === '[') return undefined;
    const range = { start: token.start, end: after.end };
    return { ...value, range, commaAfter: kind !== 'root' && !ENDS.test(following(text, after.end).sign) };
  }

  function hasGap(from: number, to: number): boolean {
    return gaps.some((gap) => gap >= from && gap < to);
  }
}

const NONE: ReadonlySet<string> = new Set();
/** No comma is needed before these, nor at the end of the text. */
const ENDS = /^[,}\]:]?$/;

const stepOf = ({ kind, key, index }: Holder): string | number => (kind === '{' ? key : index);

/** Whether the cursor is in the token or, for one that may go on, right behind it. */
function isIn(scanner: JSONScanner, sign: string, offset: number): boolean {
  if (/[{}[\]:,]/.test(sign)) return false;
  const end = scanner.getTokenOffset() + scanner.getTokenLength();
  return sign === '"' && (scanner.getTokenError() as number) !== UNCLOSED_STRING
    ? offset < end
    : offset <= end;
}

/** A string without its quote reaches to the end of the line; of that only the word at the cursor is meant. */
function endOfToken(scanner: JSONScanner, text: string, offset: number): number {
  const end = scanner.getTokenOffset() + scanner.getTokenLength();
  if (text[scanner.getTokenOffset()] !== '"') return end;
  const isClosed = (scanner.getTokenError() as number) !== UNCLOSED_STRING;
  // Closed by the quote that opens the next string: `"ho, "cpu": ...`
  if (isClosed && !/\w/.test(text[end] ?? '')) return end;
  const rest = /^[^\s,:{}[\]"]*/.exec(text.slice(offset, end));
  return offset + (rest?.[0].length ?? 0);
}

function isComment(text: string, start: number): boolean {
  return text[start] === '/' && (text[start + 1] === '/' || text[start + 1] === '*');
}

/** Whether what is typed behind the comment is part of it: it ends with its line, or is not closed. */
function goesOn(scanner: JSONScanner, text: string, start: number): boolean {
  return text[start + 1] === '/' || (scanner.getTokenError() as number) === UNCLOSED_COMMENT;
}

interface Following extends Range {
  /** The first sign of the next token; empty at the end. */
  readonly sign: string;
  /** It is a string with a colon behind it. */
  readonly isKey: boolean;
}

/** The token behind an offset. */
function following(text: string, offset: number): Following {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  scanner.scan();
  const start = scanner.getTokenOffset();
  const end = start + scanner.getTokenLength();
  const sign = start < end ? (text[start] ?? '') : '';
  scanner.scan();
  return { sign, start, end, isKey: sign === '"' && text[scanner.getTokenOffset()] === ':' };
}

/** Adds the keys that stand behind an offset in the same object. */
function keysBehind(text: string, offset: number, before: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set(before);
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  let depth = 0;
  let string: string | undefined;
  while (depth >= 0) {
    scanner.scan();
    // Not by its length: behind a comment that only just begins, jsonc-parser 3.3.1 gives the end of the text one.
    const sign = text[scanner.getTokenOffset()];
    if (sign === undefined) break;
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (sign === ':' && depth === 0 && string !== undefined) keys.add(string);
    string = sign === '"' ? scanner.getTokenValue() : undefined;
  }
  return keys;
}
