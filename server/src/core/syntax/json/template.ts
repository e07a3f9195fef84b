import type { Range } from '../tree';
import { type Mark, Marks } from './marks';

/** A text that is JSON only when a template tool has replaced its marks, read as far as that is possible. */
export interface Template {
  /** The text as JSON: of the same length, every offset and every line where it was. */
  readonly text: string;
  /** Where the text of a value or a key that is a mark begins and ends. */
  readonly bare: ReadonlyMap<number, number>;
  /** The marks that are no JSON, in order. */
  readonly marks: readonly Range[];
  /** Where something may stand that is not seen, or may be left out that is: blocks, and marks between two values. */
  readonly gaps: readonly number[];
  /** Blocks open or close brackets, so that nobody can say what belongs where. */
  readonly isTorn: boolean;
  /** The first mark that goes on and on. */
  readonly unclosed: Range | undefined;
}

/**
 * Reads a text that is not JSON as a template: `${PORT}` and its like become strings where a value or a key is
 * expected, and blanks where none is, as do blocks (`{{ if .Debug }}`). Commas that are missing or left over next to
 * them are made or taken away. Takes time linear in the length of the text.
 *
 * @returns undefined for a text without a mark outside of its strings
 */
export function readTemplate(text: string): Template | undefined {
  return MAY_HAVE_MARKS.test(text) ? new Reader(text).read() : undefined;
}

const MAY_HAVE_MARKS = /\{[{%#]|[$#%]\{|<%|\$[A-Za-z_(]|<[A-Za-z_]|%[A-Za-z_]|__[A-Za-z0-9]|@[A-Z@]/;

/** What is expected next: `next` is a comma or a closing bracket. */
type State = 'start' | 'item' | 'key' | 'colon' | 'value' | 'next';

interface Edit extends Range {
  /** `string`: a string of this length. `text`: the inside of one. `comma`: a comma and blanks. */
  to: 'blank' | 'comma' | 'string' | 'text';
}

/** A block that has not ended, and what was so before it. */
interface Block {
  readonly mark: Mark;
  readonly start: number;
  /** Written in the place of a value, or somewhere else: what is in it does not count. */
  readonly hides: boolean;
  readonly state: State;
  readonly brackets: string;
  readonly gap: Edit | undefined;
  readonly comma: Range | undefined;
  readonly isTorn: boolean;
  readonly counts: readonly [edits: number, gaps: number, marks: number];
}

class Reader {
  readonly #found: Marks;
  readonly #edits: Edit[] = [];
  readonly #gaps: number[] = [];
  readonly #marks: Range[] = [];
  readonly #bare = new Map<number, number>();
  readonly #blocks: Block[] = [];
  /** How many of the blocks hide what is in them. */
  #hiding = 0;
  #unclosed: Range | undefined;
  #isTorn = false;

  #state: State = 'start';
  /** The brackets that are open. */
  #brackets = '';
  /** A gap between the last token and here. */
  #gap: Edit | undefined;
  /** The comma, when it was the last token. */
  #comma: Range | undefined;

  constructor(readonly text: string) {
    this.#found = new Marks(text);
  }

  read(): Template | undefined {
    const { text } = this;
    for (let at = 0; at < text.length; ) at = this.#token(at);
    if (this.#marks.length === 0) return undefined;
    return {
      text: this.#covered(),
      bare: this.#bare,
      marks: this.#marks,
      gaps: this.#gaps,
      isTorn: this.#isTorn || this.#blocks.length > 0,
      unclosed: this.#unclosed,
    };
  }

  /** Reads what begins at an offset; gives its end. */
  #token(at: number): number {
    const sign = this.text[at] ?? '';
    switch (sign) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        return at + 1;
      case '"': {
        const end = this.#string(at);
        if (!this.#begin(at)) return this.text.length;
        this.#state = this.#state === 'key' ? 'colon' : 'next';
        this.#done();
        return end;
      }
      case ',':
        this.#separate(at);
        return at + 1;
      case ':':
        this.#state = 'value';
        this.#done();
        return at + 1;
      case ']':
      case '}':
        return this.#close(at);
      case '/':
        return this.#comment(at);
    }
    const mark = this.#mark(at);
    if (mark && mark.role !== 'value') return this.#statement(at, mark);
    if (mark || SCALAR.test(sign)) return this.#run(at, at);
    if (sign !== '{' && sign !== '[') return at + 1;
    if (!this.#begin(at)) return this.text.length;
    this.#brackets += sign;
    this.#state = sign === '{' ? 'key' : 'item';
    this.#done();
    return at + 1;
  }

  #mark(at: number): Mark | undefined {
    return OPENERS.test(this.text[at] ?? '') ? this.#found.at(at) : undefined;
  }

  /** A token that is no comma has been read. */
  #done(): void {
    this.#gap = undefined;
    this.#comma = undefined;
  }

  get #inObject(): boolean {
    return this.#brackets.endsWith('{');
  }

  /** Before a value or a key: behind a gap the comma may be in it. False: a second document, which is not read. */
  #begin(at: number): boolean {
    if (this.#state !== 'next') return true;
    if (this.#gap) {
      if (this.#brackets === '' && this.#hiding === 0) {
        this.#edit(at, this.text.length, 'blank');
        this.#blocks.length = 0; // their ends are not read either
        return false;
      }
      this.#gap.to = 'comma';
    }
    this.#state = this.#inObject ? 'key' : 'item';
    return true;
  }

  #separate(at: number): void {
    const isFirst = this.#state === 'item' || this.#state === 'key';
    if (this.#gap && isFirst) {
      this.#edit(at, at + 1, 'blank');
      return;
    }
    this.#state = this.#inObject ? 'key' : 'item';
    this.#done();
    this.#comma = { start: at, end: at + 1 };
  }

  #close(at: number): number {
    if (this.#gap && this.#comma) this.#edit(this.#comma.start, this.#comma.end, 'blank');
    this.#brackets = this.#brackets.slice(0, -1);
    this.#state = 'next';
    this.#done();
    return at + 1;
  }

  #comment(at: number): number {
    const { text } = this;
    const isLine = text[at + 1] === '/';
    if (!isLine && text[at + 1] !== '*') return at + 1;
    const end = isLine ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 2;
    return end <= at ? text.length : end;
  }

  /** Gives the end of a string: its quote, or the end of its line. */
  #string(start: number): number {
    const { text } = this;
    const before = this.#marks.length;
    let at = start + 1;
    for (; at < text.length; at++) {
      const sign = text[at] ?? '';
      if (sign === '\n' || sign === '\r') break;
      if (sign === '"') {
        at++;
        break;
      }
      if (sign === '\\') at++;
      else if (OPENERS.test(sign)) {
        const end = this.#found.endInString(at);
        if (end === undefined) continue;
        this.#marks.push(this.#edit(at, end, 'text'));
        at = end - 1;
      }
    }
    const end = Math.min(at, text.length);
    if (this.#marks.length > before) this.#bare.set(start, end);
    return end;
  }

  /** Marks and what is stuck to them: `${PREFIX}80`. Without a mark, a number or a word as JSON has them. */
  #run(start: number, from: number): number {
    const { text } = this;
    const before = this.#marks.length;
    if (from > start) this.#marks.push({ start, end: from });
    let at = from;
    for (; at < text.length; ) {
      const mark = this.#mark(at);
      if (mark && mark.role !== 'value') break;
      if (!mark && !SCALAR.test(text[at] ?? '')) break;
      const end = mark?.end ?? at + 1;
      if (mark) this.#marks.push({ start: at, end });
      if (mark && !mark.closed) this.#unclosed ??= { start: at, end };
      at = end;
    }
    if (this.#marks.length > before) this.#place(start, at);
    else {
      if (!this.#begin(start)) return text.length;
      if (this.#state !== 'colon') this.#state = 'next';
      this.#done();
    }
    return at;
  }

  /** Decides what a run with a mark stands for. */
  #place(start: number, end: number): void {
    if (this.#state === 'colon') return; // an error, and told as one
    let state = this.#state;
    if (state === 'next' && this.#gap && this.#brackets !== '') state = this.#inObject ? 'key' : 'item';
    const next = this.#behind(end);
    if (state === 'next' || (state === 'key' && next !== ':') || (state !== 'value' && STARTS.test(next))) {
      this.#leaveOpen(start, end);
      return;
    }
    this.#begin(start);
    this.#edit(start, end, 'string');
    this.#bare.set(start, end);
    this.#state = state === 'key' ? 'colon' : 'next';
    this.#done();
  }

  /** What stands behind an offset: a sign, nothing for a mark. */
  #behind(offset: number): string {
    let at = offset;
    while (BLANK.test(this.text[at] ?? '')) at++;
    return this.#mark(at) ? '' : (this.text[at] ?? '');
  }

  #leaveOpen(start: number, end: number): void {
    this.#gap = this.#edit(start, end, 'blank');
    this.#gaps.push(start);
  }

  #statement(start: number, mark: Mark): number {
    this.#marks.push({ start, end: mark.end });
    if (mark.role === 'nothing') {
      this.#edit(start, mark.end, 'blank');
      return mark.end;
    }
    if (mark.role === 'open' || mark.role === 'definition') {
      const hides = mark.role === 'definition' || this.#state === 'value';
      const counts = [this.#edits.length, this.#gaps.length, this.#marks.length] as const;
      this.#blocks.push({
        mark,
        start,
        hides,
        state: this.#state,
        brackets: this.#brackets,
        gap: this.#gap,
        comma: this.#comma,
        isTorn: this.#isTorn,
        counts,
      });
      if (hides) {
        this.#hiding++;
        this.#done();
      } else this.#leaveOpen(start, mark.end);
      return mark.end;
    }
    const block = mark.role === 'close' ? this.#blocks.pop() : this.#blocks.at(-1);
    if (block?.hides && mark.role === 'close') this.#hiding--;
    if (!block || block.mark.opener !== mark.opener) this.#isTorn = true;
    else if (block.hides) return this.#endHidden(block, mark);
    else if (block.brackets !== this.#brackets || this.#state === 'colon' || this.#state === 'value')
      this.#isTorn = true;
    this.#leaveOpen(start, mark.end);
    return mark.end;
  }

  /** A branch ends whose inside does not count: all is as it was before the block. */
  #endHidden(block: Block, mark: Mark): number {
    [this.#edits.length, this.#gaps.length, this.#marks.length] = block.counts;
    this.#state = block.state;
    this.#brackets = block.brackets;
    this.#isTorn = block.isTorn;
    this.#done();
    if (mark.role === 'middle') return mark.end;
    if (block.mark.role === 'open') {
      this.#marks.pop();
      return this.#run(block.start, mark.end);
    }
    this.#gap = block.gap;
    this.#comma = block.comma;
    this.#edit(block.start, mark.end, 'blank');
    return mark.end;
  }

  #edit(start: number, end: number, to: Edit['to']): Edit {
    const edit = { start, end, to };
    this.#edits.push(edit);
    return edit;
  }

  #covered(): string {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, to } of this.#edits.sort((a, b) => a.start - b.start)) {
      const old = this.text.slice(start, end);
      parts.push(this.text.slice(at, start), cover(old, to));
      at = end;
    }
    return parts.join('') + this.text.slice(at);
  }
}

const OPENERS = /[$<{%#@_]/;
const BLANK = /[ \t\r\n]/;
const SCALAR = /[\w.+-]/;
/** With these another value begins, so that what stands before them is none, or one with its comma. */
const STARTS = /[\w"{[-]/;

function cover(old: string, to: Edit['to']): string {
  if (to === 'text') return 'x'.repeat(old.length);
  const blank = old.replace(/[^\r\n]/g, ' ');
  if (to === 'blank') return blank;
  if (to === 'comma') return `,${blank.slice(1)}`;
  // A string ends with its line; the rest of the mark does not matter.
  const length = /^[^\r\n]*/.exec(old)?.[0].length ?? 0;
  return `"${'x'.repeat(length - 2)}"${blank.slice(length)}`;
}
