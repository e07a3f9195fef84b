import type { Change, Fix, Json } from '../../finding';
import { fromPointer, resolve } from '../pointer';
import type { Node, Range } from '../tree';
import { parseJson } from './parse';
import { type Container, childCount, childRange, isBlank, isLineEnd, Style } from './style';

/** Offsets are UTF-16 code units in the text before the edit. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * The text edits that make changes of the value, in the layout of the document: sorted, neither overlapping nor
 * touching, none for what is so already. Undefined where the changes cannot be made: a pointer to nothing, two
 * values for one place, two members with one key, or a place too broken to edit. Whatever changes inside a value
 * that goes away goes with it. A duplicate key: the last one is set, all of them are renamed or removed.
 *
 * Not jsonc-parser's `modify`: (3.3.1) it turns `[1,2]` without its second item into `[12]`, edits the first of
 * duplicate keys, lays out whole lines anew, and parses the text again for every change.
 *
 * @param root the parsed text, where it is at hand
 */
export function editsOf(
  text: string,
  changes: readonly Change[],
  root: Node | undefined = parseJson(text).root,
): TextEdit[] | undefined {
  try {
    return new Editor(text, root).edits(changes);
  } catch (error) {
    if (error instanceof Impossible) return undefined;
    throw error;
  }
}

/** The text with the fix made; undefined where it cannot be made. */
export function applyFix(text: string, fix: Fix): string | undefined {
  const edits = editsOf(text, fix.changes);
  return edits && applyEdits(text, edits);
}

/** @param edits sorted, not overlapping */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let result = '';
  for (const { range, newText } of edits) {
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

class Impossible extends Error {}

/** What may stand between two values. */
const TOKEN = /[ \t\r\n]+|[,:]|\/\/[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//y;

function impossible(): never {
  throw new Impossible();
}

/** What happens to the children of one object or list. */
interface Plan {
  readonly removed: Set<number>;
  readonly renamed: Map<number, string>;
  /** `at`: the child before which it comes; the number of children: at the end. */
  readonly inserted: { readonly at: number; readonly key: string | undefined; readonly value: Json }[];
}

/** Replaces a range. `exact`: asked for as text, not worked out here. */
interface Piece extends Range {
  readonly text: string;
  readonly exact?: boolean;
}

class Editor {
  readonly #style: Style;
  readonly #plans = new Map<Container, Plan>();
  /** New values of nodes. */
  readonly #values = new Map<Node, Json>();
  readonly #pieces: Piece[] = [];
  /** Ranges to take out, with the white space that they leave behind. */
  readonly #deletions: Range[] = [];

  constructor(
    readonly text: string,
    readonly root: Node | undefined,
  ) {
    this.#style = new Style(text, root);
  }

  edits(changes: readonly Change[]): TextEdit[] {
    for (const change of changes) this.#collect(change);
    for (const [container, plan] of this.#plans)
      if (container.kind === 'object') this.#settleKeys(container, plan);

    const removed = new Set<Node>();
    for (const [container, plan] of this.#plans) {
      for (const index of plan.removed) {
        const child =
          container.kind === 'array' ? container.items[index] : container.properties[index]?.value;
        if (child) removed.add(child);
      }
    }
    const goes = (node: Node): boolean =>
      removed.has(node) || (node.parent !== undefined && isReplaced(node.parent));
    const isReplaced = (node: Node): boolean => this.#values.has(node) || goes(node);

    for (const [node, value] of this.#values) if (!goes(node)) this.#replace(node, value);
    for (const [container, plan] of this.#plans) if (!isReplaced(container)) this.#carryOut(container, plan);
    return this.#join();
  }

  #collect(change: Change): void {
    if (change.kind === 'text') {
      const { start, end } = change.range;
      if (!(start >= 0 && start <= end && end <= this.text.length)) impossible();
      this.#pieces.push({ start, end, text: change.text, exact: true });
      return;
    }
    if (change.kind === 'set') {
      this.#setValue(resolve(this.root, change.pointer), change.value);
      return;
    }
    if (change.kind === 'insert' || change.kind === 'append') {
      const container = resolve(this.root, change.pointer);
      this.#mustCopyNoMark(change.value);
      if (container?.kind === 'array') {
        const end = container.items.length;
        const at = change.kind === 'append' || change.key === '-' ? end : indexOf(change.key, end);
        this.#planOf(container).inserted.push({ at, key: undefined, value: change.value });
      } else if (container?.kind === 'object' && change.kind === 'insert') {
        const at = container.properties.length;
        this.#planOf(container).inserted.push({ at, key: change.key, value: change.value });
      } else impossible();
      return;
    }
    const parent = resolve(this.root, change.pointer.slice(0, change.pointer.lastIndexOf('/')));
    const step = fromPointer(change.pointer).at(-1);
    if (step === undefined || (parent?.kind !== 'object' && parent?.kind !== 'array')) impossible();
    const plan = this.#planOf(parent);
    if (parent.kind === 'array') {
      if (change.kind === 'rename') impossible();
      plan.removed.add(indexOf(step, parent.items.length - 1));
      return;
    }
    const indices = parent.properties.flatMap(({ key }, index) => (key === step ? [index] : []));
    if (indices.length === 0) impossible();
    for (const index of indices) {
      if (change.kind === 'remove') plan.removed.add(index);
      else if ((plan.renamed.get(index) ?? change.key) !== change.key) impossible();
      else plan.renamed.set(index, change.key);
    }
  }

  #planOf(container: Container): Plan {
    const plan = this.#plans.get(container) ?? { removed: new Set(), renamed: new Map(), inserted: [] };
    this.#plans.set(container, plan);
    return plan;
  }

  #setValue(node: Node | undefined, value: Json): void {
    if (!node) impossible();
    this.#mustCopyNoMark(value);
    const earlier = this.#values.get(node);
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(value)) impossible();
    this.#values.set(node, value);
  }

  /** A member put where there is one of its key sets that one; no key may come to stand twice. */
  #settleKeys(container: Container & { kind: 'object' }, plan: Plan): void {
    const { properties } = container;
    if (plan.inserted.length === 0 && plan.renamed.size === 0) return;
    const stays = (index: number): boolean => !plan.removed.has(index) && !plan.renamed.has(index);

    const added = new Map<string, Json>();
    for (const { key = '', value } of plan.inserted.splice(0)) {
      const index = properties.findLastIndex((property, at) => property.key === key && !plan.renamed.has(at));
      if (index >= 0) {
        plan.removed.delete(index);
        this.#setValue(properties[index]?.value, value);
      } else if (added.has(key) && JSON.stringify(added.get(key)) !== JSON.stringify(value)) impossible();
      else added.set(key, value);
    }
    for (const [key, value] of added) plan.inserted.push({ at: properties.length, key, value });

    /** New keys and what each of them comes from. */
    const origins = new Map([...added.keys()].map((key) => [key, undefined as string | undefined]));
    for (const [index, key] of plan.renamed) {
      if (plan.removed.has(index)) continue;
      const from = properties[index]?.key;
      if (origins.has(key) && origins.get(key) !== from) impossible();
      origins.set(key, from);
    }
    if (properties.some(({ key }, index) => origins.has(key) && stays(index))) impossible();
  }

  #replace(node: Node, value: Json): void {
    this.#mustBeWhole(node);
    this.#mustStandAlone(node);
    this.#mustHoldNoGap(node);
    this.#pieces.push({ start: node.start, end: node.end, text: this.#style.replacement(node, value) });
  }

  #carryOut(container: Container, plan: Plan): void {
    this.#mustBeWhole(container);
    if (container.kind === 'object') {
      for (const [index, key] of plan.renamed) {
        const property = container.properties[index];
        if (!property || plan.removed.has(index)) continue;
        if (property.bare) impossible();
        this.#mustBeString(property.keyRange);
        this.#pieces.push({ ...property.keyRange, text: JSON.stringify(key) });
      }
    }
    const count = childCount(container);
    if (plan.inserted.length === 0 && plan.removed.size === count && count > 0) {
      this.#empty(container);
      return;
    }
    const waiting = new Map<number, string[]>();
    for (const { at, key, value } of plan.inserted) {
      const texts = waiting.get(at) ?? [];
      waiting.set(at, [...texts, this.#style.child(container, key, value)]);
    }
    const take = (at: number): string[] => {
      const texts = waiting.get(at) ?? [];
      waiting.delete(at);
      return texts;
    };
    for (const [first, last] of runs(plan.removed)) {
      const texts: string[] = [];
      for (let at = first; at <= last; at++) texts.push(...take(at));
      if (last === count - 1) texts.push(...take(count));
      if (texts.length > 0) {
        // What comes takes the place of the last that goes.
        for (let index = first; index < last; index++) this.#deleteWithComma(container, index);
        this.#comma(container, last);
        this.#comma(container, last + 1);
        this.#pieces.push({ ...this.#range(container, last), text: this.#together(container, texts) });
      } else if (last < count - 1) {
        for (let index = first; index <= last; index++) this.#deleteWithComma(container, index);
      } else this.#deleteTail(container, first);
    }
    for (const [at, texts] of waiting) {
      if (at < count) this.#insertBefore(container, at, texts);
      else if (count > 0) this.#insertBehind(container, texts);
      else this.#fill(container, texts);
    }
  }

  /** Takes out a child and the comma behind it. */
  #deleteWithComma(container: Container, index: number): void {
    this.#comma(container, index);
    this.#deletions.push(this.#range(container, index), this.#comma(container, index + 1) ?? impossible());
  }

  /** Takes out the last children: then the comma before them goes too, or the trailing one instead. */
  #deleteTail(container: Container, first: number): void {
    const count = childCount(container);
    const before = this.#comma(container, first);
    const trailing = this.#comma(container, count);
    const needless = trailing ?? before;
    if (needless) this.#deletions.push(needless);
    for (let index = first; index < count; index++) {
      this.#deletions.push(this.#range(container, index));
      const comma = index > first ? this.#comma(container, index) : undefined;
      if (comma) this.#deletions.push(comma);
    }
  }

  /** Takes out all children. */
  #empty(container: Container): void {
    const count = childCount(container);
    let comments = false;
    for (let index = 0; index <= count; index++) comments ||= this.#gap(container, index).comments.length > 0;
    if (comments) this.#deleteTail(container, 0);
    else this.#pieces.push({ start: container.start + 1, end: container.end - 1, text: '' });
  }

  #insertBefore(container: Container, at: number, texts: readonly string[]): void {
    const { start } = this.#range(container, at);
    this.#comma(container, at);
    const text = this.#together(container, [...texts, '']);
    this.#pieces.push({ start, end: start, text });
  }

  /** Adds children behind the last one, and behind the comment on its line. */
  #insertBehind(container: Container, texts: readonly string[]): void {
    const { end } = this.#range(container, childCount(container) - 1);
    const { comma, comments } = this.#gap(container, childCount(container));
    const text = this.#together(container, ['', ...texts]).slice(1);
    if (!comma) this.#pieces.push({ start: end, end, text: ',' });
    let at = comma?.end ?? end;
    if (this.#style.isBroken(container)) {
      const sameLine = comments.filter((comment) => !this.#style.hasLineEnd(end, comment.end));
      at = Math.max(at, sameLine.at(-1)?.end ?? 0);
    }
    this.#pieces.push({ start: at, end: at, text });
  }

  /** Adds the first children of an empty container, behind its comments. */
  #fill(container: Container, texts: readonly string[]): void {
    const style = this.#style;
    const inside = { start: container.start + 1, end: container.end - 1 };
    const start = this.#gap(container, 0).comments.at(-1)?.end ?? inside.start;
    const children = this.#together(container, texts);
    const text = style.isBroken(container)
      ? style.lineEnd +
        style.childIndent(container) +
        children +
        style.lineEnd +
        style.indentAt(container.start)
      : style.padded(container, children);
    this.#pieces.push({ start, end: inside.end, text });
  }

  /** New children and what stands between them. */
  #together(container: Container, texts: readonly string[]): string {
    const style = this.#style;
    const broken = style.isBroken(container);
    return texts.join(
      broken ? `,${style.lineEnd}${style.childIndent(container)}` : style.separator(container),
    );
  }

  #range(container: Container, index: number): Range {
    const { start, end } = childRange(container, index) ?? impossible();
    return { start, end };
  }

  /** The comma before a child, or, at the number of children, behind the last one. */
  #comma(container: Container, index: number): Range | undefined {
    return this.#gap(container, index).comma;
  }

  /** What stands before a child, or behind the last one; impossible where that is not what it should be. */
  #gap(container: Container, index: number): { comma: Range | undefined; comments: readonly Range[] } {
    const count = childCount(container);
    const start = childRange(container, index - 1)?.end ?? container.start + 1;
    const end = childRange(container, index)?.start ?? container.end - 1;
    if (index > 0) this.#mustHaveWholeChild(container, index - 1);
    if (index < count) this.#mustHaveWholeChild(container, index);
    const { mark, comments } = this.#scan(start, end, ',');
    let comma = mark;
    if (index > 0 && index < count ? !comma : comma && index === 0) impossible();
    // A trailing comma that a text change takes out is as good as gone.
    const takesOut = ({ exact, start, end }: Piece) =>
      exact && comma && start <= comma.start && end >= comma.end;
    if (index === count && comma && this.#pieces.some(takesOut)) comma = undefined;
    return { comma, comments };
  }

  /** Comments and at most one mark in a range; impossible where anything else is in it. */
  #scan(
    start: number,
    end: number,
    mark: ',' | ':',
  ): { mark: Range | undefined; comments: readonly Range[] } {
    const comments: Range[] = [];
    let found: Range | undefined;
    for (let at = start; at < end; ) {
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(this.text)?.[0] ?? impossible();
      const range = { start: at, end: at + token.length };
      if (range.end > end) impossible();
      if (token === mark) found = found ? impossible() : range;
      else if (token.startsWith('/')) comments.push(range);
      else if (token === ',' || token === ':') impossible();
      at = range.end;
    }
    return { mark: found, comments };
  }

  /** Impossible for a string without its closing quote, an object or list without its closing bracket. */
  #mustBeWhole(node: Node): void {
    if (node.kind === 'string' && !node.bare) this.#mustBeString(node);
    if (node.kind !== 'object' && node.kind !== 'array') return;
    const last = childRange(node, childCount(node) - 1);
    const bracket = node.kind === 'object' ? '}' : ']';
    if (this.text[node.end - 1] !== bracket || (last && last.end >= node.end)) impossible();
  }

  #mustBeString({ start, end }: Range): void {
    if (!/^"(?:[^"\\]|\\.)*"$/.test(this.text.slice(start, end))) impossible();
  }

  /** Impossible for a value with a block of a template inside, {{ if .Debug }}, which a new value would lose. */
  #mustHoldNoGap(node: Node): void {
    if (node.kind !== 'object' && node.kind !== 'array') return;
    for (let index = 0; index <= childCount(node); index++) this.#gap(node, index);
    const children = node.kind === 'array' ? node.items : node.properties.map(({ value }) => value);
    for (const child of children) if (child) this.#mustHoldNoGap(child);
  }

  /** Impossible for a value that holds a template mark of the document: it would come to stand in quotes. */
  #mustCopyNoMark(value: Json): void {
    if (typeof value === 'string') {
      if (/[$<{%#@_]/.test(value) && holdsBare(this.root, value)) impossible();
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        this.#mustCopyNoMark(key);
        this.#mustCopyNoMark(child as Json);
      }
    }
  }

  /** Impossible for a value with something stuck to it: in `[1"2"]` a comma is missing. */
  #mustStandAlone({ start, end }: Range): void {
    const before = start === 1 && this.text[0] === '\uFEFF' ? ' ' : this.text[start - 1];
    if (!/[ \t\r\n/,:[{]/.test(before ?? ' ') || !/[ \t\r\n/,}\]]/.test(this.text[end] ?? ' ')) impossible();
  }

  #mustHaveWholeChild(container: Container, index: number): void {
    if (container.kind === 'array') this.#mustBeWhole(container.items[index] ?? impossible());
    else {
      const { keyRange, bare, value } = container.properties[index] ?? impossible();
      if (!bare) this.#mustBeString(keyRange);
      this.#mustBeWhole(value ?? impossible());
      if (!this.#scan(keyRange.end, value?.start ?? impossible(), ':').mark) impossible();
    }
  }

  /** Sorted edits of all pieces and deletions, none of which touches another. */
  #join(): TextEdit[] {
    const pieces: Piece[] = [...this.#pieces, ...this.#tidyDeletions()];
    pieces.sort(byPosition);
    const joined: Piece[] = [];
    for (const piece of pieces) {
      const last = joined.at(-1);
      if (!last || piece.start > last.end) joined.push(piece);
      else if (piece.exact && last.exact && isSame(piece, last)) continue;
      else if (piece.start === last.end) {
        joined[joined.length - 1] = { start: last.start, end: piece.end, text: last.text + piece.text };
      } else if (last.text === '' && piece.text === '') {
        joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, piece.end), text: '' };
      } else if (!piece.exact || piece.end > last.end) impossible();
    }
    return joined
      .filter(({ start, end, text }) => this.text.slice(start, end) !== text)
      .map(({ start, end, text }) => ({ range: { start, end }, newText: text }));
  }

  /** Deletions with what would be left of their lines: neither blank lines nor blanks at the end of one. */
  #tidyDeletions(): Piece[] {
    const { text } = this;
    const merged: { start: number; end: number }[] = [];
    for (const { start, end } of this.#deletions.sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (last && text.slice(last.end, start).trim() === '') last.end = end;
      else merged.push({ start, end });
    }
    return merged.map(({ start, end }) => {
      let left = start;
      while (isBlank(text[left - 1])) left--;
      let right = end;
      while (isBlank(text[right])) right++;
      const startsLine = isLineEnd(text[left - 1]);
      const endsLine = isLineEnd(text[right]);
      if (startsLine && endsLine) {
        const lineEnd = text.startsWith('\r\n', right) ? 2 : 1;
        return { start: left, end: right + lineEnd, text: '' };
      }
      if (endsLine) return { start: left, end: right, text: '' };
      if (startsLine || text[start] !== ',') return { start, end: right, text: '' };
      return { start: left, end, text: '' };
    });
  }
}

/** Whether a template mark that is no JSON string stands somewhere for a value or a key. */
function holdsBare(node: Node | undefined, mark: string): boolean {
  if (node?.kind === 'array') return node.items.some((item) => holdsBare(item, mark));
  if (node?.kind === 'object')
    return node.properties.some(({ key, bare, value }) => (bare && key === mark) || holdsBare(value, mark));
  return node?.kind === 'string' && node.bare === true && node.value === mark;
}

/** By start; of two that start together the one that replaces nothing first, else the longer one. */
function byPosition(a: Range, b: Range): number {
  if (a.start !== b.start) return a.start - b.start;
  const emptyFirst = Number(b.start === b.end) - Number(a.start === a.end);
  return emptyFirst || b.end - a.end;
}

const isSame = (a: Piece, b: Piece): boolean => a.start === b.start && a.end === b.end && a.text === b.text;

/** A list index as written in a pointer, at most `last`. */
function indexOf(step: string, last: number): number {
  const index = /^(?:0|[1-9][0-9]*)$/.test(step) ? Number(step) : impossible();
  return index <= last ? index : impossible();
}

/** Numbers as first and last of runs without a hole. */
function runs(numbers: ReadonlySet<number>): [first: number, last: number][] {
  const result: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = result.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else result.push([number, number]);
  }
  return result;
}
