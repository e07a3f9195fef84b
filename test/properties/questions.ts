import { Analysis } from '../../server/src/core/analysis';
import {
  type Completion,
  complete,
  noteOf,
  type Proposal,
  toPlain,
  toSnippet,
} from '../../server/src/core/features/completion';
import { documentLinks } from '../../server/src/core/features/documentLinks';
import { hover } from '../../server/src/core/features/hover';
import { inlayHints } from '../../server/src/core/features/inlayHints';
import { folds, format, selections } from '../../server/src/core/features/layout';
import { definitionAt, mappedPortAt, occurrencesAt } from '../../server/src/core/features/navigation';
import { type Renaming, rename, renameableAt } from '../../server/src/core/features/rename';
import { type DocumentSymbol, documentSymbols } from '../../server/src/core/features/symbols';
import type { Finding } from '../../server/src/core/finding';
import { placeholderMarks } from '../../server/src/core/model/placeholderMarks';
import { occurrenceAt, symbolAt, symbolsOf } from '../../server/src/core/model/references';
import { mismatch } from '../../server/src/core/otherFiles/mismatches';
import { namesOf } from '../../server/src/core/otherFiles/names';
import { refactoringsAt } from '../../server/src/core/refactorings/all';
import type { Refactoring } from '../../server/src/core/refactorings/refactoring';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { editsOf, type TextEdit } from '../../server/src/core/syntax/json/edits';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import type { Range } from '../../server/src/core/syntax/tree';
import {
  Broken,
  convert,
  edited,
  editsFor,
  errorsIn,
  isClear,
  isWhole,
  judge,
  must,
  mustBeSense,
  PATH,
  repair,
  repairAll,
  SURROUNDINGS,
} from './judge';

const LAYOUT = { tabSize: 2, insertSpaces: true };

/** Characters from the beginning of a selection to its end, and of a part that is laid out or looked at. */
const PART = 60;

/** Characters from one selection to the next; it shares no factor with what documents are indented by. */
const SELECTION_STEP = 29;

/** A name that no document has. */
const NEW_NAME = 'name-of-no-other';

/** What somebody may type into the box for a new name. */
const ODD_NAMES = [
  '',
  ' ',
  'a b',
  '"',
  '"a',
  'a"b',
  'a\\b',
  'a\nb',
  'a/b',
  'a:b',
  'é',
  '😀',
  '\ud83d',
  '\u0000',
  '${X}',
  '${X}-a',
  '{{ x }}',
  '{{ "x" }}',
  '__proto__',
  '0',
  'x'.repeat(300),
];

/** What has been asked of each feature. */
export type Tally = Map<string, { readonly milliseconds: number[]; answers: number }>;

/**
 * Everything that a person can ask about a text, with what must hold for each answer. The same edit at the next place
 * is not made again.
 */
export class Questions {
  readonly #analysis: Analysis;
  readonly #isWhole: boolean;
  readonly #made = new Set<string>();
  #findings: readonly Finding[] | undefined;
  /** Edits that have been made, and texts that have been looked at. */
  edits = 0;

  constructor(
    readonly text: string,
    private readonly tally: Tally = new Map(),
  ) {
    this.#analysis = this.#ask('analysis', () => new Analysis(text, PATH));
    this.#isWhole = isWhole(text);
  }

  /** Asks for what is about the document and not about a place. */
  ofAll(): void {
    this.#repair();
    this.#links();
    this.#folds();
    this.#format();
    this.#symbols();
    this.#names();
  }

  /** Asks for what a cursor at this offset is answered. */
  at(offset: number): void {
    this.#hover(offset);
    this.#complete(offset);
    this.#navigate(offset);
    this.#rename(offset);
    this.#refactor(offset);
    this.#select(offset);
    this.#look(offset);
    this.#format({ start: offset, end: Math.min(offset + PART, this.text.length) });
  }

  #must(holds: boolean, what: () => string): void {
    must(holds, this.text, what);
  }

  #mustBeIn({ start, end }: Range, what: string, around: Range = { start: 0, end: this.text.length }): void {
    const isIn = around.start <= start && start <= end && end <= around.end;
    this.#must(isIn, () => `${what}: ${start} to ${end} is outside of ${around.start} to ${around.end}`);
  }

  /** ... as far as it has not been told so already. */
  #mustBeSense(words: string): void {
    if (this.#isNew(words)) mustBeSense(words, this.text);
  }

  #isNew(key: string): boolean {
    return this.#made.size < this.#made.add(key).size;
  }

  #ask<T>(feature: string, ask: () => T): T {
    const known = this.tally.get(feature) ?? { milliseconds: [], answers: 0 };
    this.tally.set(feature, known);
    try {
      const start = performance.now();
      const answer = ask();
      known.milliseconds.push(performance.now() - start);
      if (Array.isArray(answer) ? answer.length > 0 : answer !== undefined) known.answers++;
      return answer;
    } catch (error) {
      throw new Broken(`${feature}: ${error instanceof Error ? error.stack : error}`, this.text);
    }
  }

  // ---- the document

  #judge(): readonly Finding[] {
    this.#findings ??= judge(this.text);
    return this.#findings;
  }

  /** Makes every fix and conversion of a document that can be read. */
  #repair(): void {
    const findings = this.#judge();
    if (!this.#isWhole) return;
    for (const finding of findings)
      for (const fix of finding.fixes) repair(this.text, finding, fix, findings);
    repairAll(this.text, findings);
    convert(this.text, findings);
  }

  #links(): void {
    for (const { range, target, tooltip } of this.#ask('links', () =>
      documentLinks(this.#analysis, 'eu-west-1'),
    )) {
      this.#mustBeIn(range, target);
      this.#must(range.start < range.end, () => `${target}: nothing to click on`);
      const isPage = URL.canParse(target) && target.startsWith('https://');
      this.#must(isPage, () => `${target}: no page`);
      for (const words of [target, tooltip]) this.#mustBeSense(words);
    }
  }

  #folds(): void {
    let start = 0;
    for (const fold of this.#ask('folds', () => folds(this.#analysis))) {
      this.#mustBeIn(fold, 'fold');
      this.#must(start <= fold.start, () => `fold at ${fold.start}: not in order`);
      start = fold.start;
    }
  }

  /** Nothing but white space changes, and laid out once it is laid out. */
  #format(part?: Range): void {
    const name = part ? `format from ${part.start}` : 'format';
    const lay = () => format(this.#analysis, LAYOUT, part);
    const edits = this.#ask(part ? 'format a part' : 'format', lay);
    if (edits.length === 0) return;
    const made = edited(this.text, edits, name);
    this.#must(dense(made) === dense(this.text), () => `${name} changes more than white space:\n${made}`);
    if (part || !this.#isWhole) return;
    const again = format(new Analysis(made, PATH), LAYOUT);
    this.#must(again.length === 0, () => `${name}, made again, has more to do:\n${made}`);
  }

  #symbols(): void {
    const check = ({ name, label, range, selection, children }: DocumentSymbol, around?: Range): void => {
      // Clients refuse all symbols where one has no name, or stands outside of its own range.
      for (const words of [name, label]) this.#mustBeSense(words);
      this.#mustBeIn(range, label, around);
      this.#mustBeIn(selection, `what ${label} puts the cursor on`, range);
      for (const child of children) check(child, range);
    };
    for (const symbol of this.#ask('symbols', () => documentSymbols(this.#analysis))) check(symbol);
  }

  /** What other files are told about the names of the document: those that it has fit, and others do not. */
  #names(): void {
    const names = this.#ask('names for other files', () => namesOf(this.#analysis));
    if (!names) return;
    const range = { start: 0, end: 0 };
    const told = (kind: 'family' | 'container' | 'volume' | 'port', name: string) =>
      mismatch({ kind, name, range }, names, PATH)?.message;
    const { family, containers = [], volumes = [] } = names;
    for (const name of family === undefined ? [] : [family]) this.#must(!told('family', name), () => name);
    for (const name of volumes) this.#must(!told('volume', name), () => `${name}: ${told('volume', name)}`);
    for (const { name, ports } of containers) {
      this.#must(!told('container', name), () => `${name}: ${told('container', name)}`);
      for (const { low } of ports?.filter(({ low, high }) => low <= high) ?? []) {
        const use = { kind: 'containerPort', name: String(low), container: name, range } as const;
        this.#must(!mismatch(use, names, PATH), () => `${name}: port ${low} is not found`);
      }
    }
    for (const kind of ['family', 'container', 'volume', 'port'] as const) {
      const message = told(kind, NEW_NAME);
      if (message !== undefined) this.#mustBeSense(message);
    }
  }

  // ---- a place

  #hover(offset: number): void {
    const found = this.#ask('hover', () => hover(this.#analysis, offset));
    if (!found) return;
    this.#mustBeSense(found.markdown);
    this.#mustBeIn(found.range, `hover at ${offset}`);
    this.#mustBeIn({ start: offset, end: offset }, 'the cursor of a hover', found.range);
  }

  #complete(offset: number): void {
    const run = () => complete(this.#analysis, offset, SURROUNDINGS);
    const completion = this.#ask('completion', run);
    const labels = new Set<string>();
    for (const proposal of completion?.proposals ?? []) {
      if (!completion) return;
      const { label, text, detail, note, member, filter, inside } = proposal;
      const name = `completion at ${offset}, ${label}`;
      this.#must(!labels.has(label), () => `${name}: twice`);
      labels.add(label);
      const explanation = note ?? (member === undefined ? undefined : noteOf(member));
      this.#must(member === undefined || explanation !== undefined, () => `${name}: no note of ${member}`);
      for (const words of [label, text, filter, detail, explanation])
        if (words !== undefined) this.#mustBeSense(words);
      this.#must(expanded(toSnippet(text)) === toPlain(text), () => `${name}: ${toSnippet(text)}`);
      const { insert = completion.range, replace = completion.range } = inside ?? {};
      for (const range of [insert, replace, completion.range]) {
        this.#mustBeIn(range, name);
        this.#mustBeIn({ start: offset, end: offset }, `the cursor of a ${name}`, range);
        this.#must(
          !/[\r\n]/.test(this.text.slice(range.start, range.end)),
          () => `${name}: an edit of several lines`,
        );
      }
      const { at } = completion.missing ?? { at: 0 };
      this.#must(at <= completion.range.start, () => `${name}: the comma or colon is behind`);
      if (this.#isWhole) this.#accept(completion, proposal, name);
    }
  }

  /** Chooses what is proposed: a text that could be read still can, and has no more keys twice. */
  #accept(completion: Completion, proposal: Proposal, name: string): void {
    const made = this.#edit(editsFor(completion, proposal), name);
    if (made === undefined) return;
    const { template, problems } = parseJson(made);
    const isBroken = problems.some(({ kind }) => kind === 'syntax' || kind === 'too-deep');
    this.#must(!template && !isBroken, () => `${name}, leaves\n${made}`);
    const twice = (text: string) =>
      parseJson(text).problems.filter(({ kind }) => kind === 'duplicate-key').length;
    const added = problems.some(({ kind }) => kind === 'duplicate-key') ? twice(made) - twice(this.text) : 0;
    this.#must(added <= 0, () => `${name}: a key twice\n${made}`);
  }

  /** The edited text; undefined where it is known already. */
  #edit(edits: readonly TextEdit[], name: string): string | undefined {
    if (!this.#isNew(JSON.stringify(edits))) return undefined;
    this.edits++;
    return edited(this.text, edits, name);
  }

  #navigate(offset: number): void {
    const definition = this.#ask('definition', () => definitionAt(this.#analysis, offset));
    const places = this.#ask('references', () => occurrencesAt(this.#analysis, offset));
    if (definition) {
      const { origin, name, whole } = definition;
      this.#mustBeAt(offset, origin, 'definition');
      this.#mustBeIn(name, `definition at ${offset}`, whole);
      this.#mustBeIn(whole, `definition at ${offset}`);
      const isThere = places.some(({ isDefinition, range }) => isDefinition && range.start === name.start);
      this.#must(isThere, () => `definition at ${offset}: not among the references`);
    }
    const port = this.#ask('references of a port', () => mappedPortAt(this.#analysis, offset));
    if (port) {
      this.#mustBeAt(offset, port.range, 'port');
      const { start, end } = port.range;
      this.#must(this.text.slice(start, end).includes(port.port), () => `port ${port.port} at ${offset}`);
    }
    let end = 0;
    for (const { range } of places) {
      this.#mustBeIn(range, `references at ${offset}`, { start: end, end: this.text.length });
      end = range.end;
    }
    const isOwn = ({ start, end }: Range) => start - 1 <= offset && offset <= end + 1;
    const hasOwn = places.length === 0 || places.some(({ range }) => isOwn(range));
    this.#must(hasOwn, () => `references at ${offset}: all elsewhere`);
  }

  /** Next to the quotes of a name the cursor is on it. */
  #mustBeAt(offset: number, { start, end }: Range, what: string): void {
    this.#mustBeIn({ start, end }, what);
    const isAt = start - 1 <= offset && offset <= end + 1;
    this.#must(isAt, () => `${what} at ${offset}: about ${start} to ${end}`);
  }

  #rename(offset: number): void {
    const target = this.#ask('prepare rename', () => renameableAt(this.#analysis, offset));
    const symbol = symbolAt(this.#analysis, offset);
    this.#must((target === undefined) === (symbol === undefined), () => `rename at ${offset}: no answer`);
    if (target && 'refusal' in target) this.#mustBeSense(target.refusal);
    else if (target) {
      const { start, end } = target.range;
      // Of a placeholder the name alone is changed, also where the cursor is on its signs.
      const place = symbol && occurrenceAt(symbol, offset)?.range;
      this.#mustBeIn(target.range, `rename at ${offset}`, place);
      this.#must(this.text.slice(start, end) === target.name, () => `rename at ${offset}: ${target.name}`);
    }
    const used = symbolsOf(this.#analysis).filter(({ kind }) => kind === symbol?.kind);
    for (const newName of [NEW_NAME, ...used.map(({ name }) => name), ...ODD_NAMES]) {
      const name = `rename at ${offset} to ${JSON.stringify(newName)}`;
      const answer = this.#ask('rename', () => rename(this.#analysis, offset, newName));
      this.#must((answer === undefined) === (target === undefined), () => `${name}: no answer`);
      if (!answer) continue;
      if ('refusal' in answer) {
        this.#mustBeSense(answer.refusal);
        continue;
      }
      this.#must(target !== undefined && !('refusal' in target), () => `${name}: not what was prepared`);
      this.#checkRenaming(answer, newName, name);
    }
  }

  #checkRenaming({ kind, oldName, everywhere, edits }: Renaming, newName: string, name: string): void {
    if (edits.length === 0) {
      this.#must(newName === oldName, () => `${name}: nothing changes`);
      return;
    }
    this.#must(newName !== oldName, () => `${name}: it has this name`);
    const namesakes = symbolsOf(this.#analysis).filter((one) => one.kind === kind && one.name === newName);
    this.#must(!namesakes.some(({ definition }) => definition), () => `${name}: the name of another`);
    const made = this.#edit(edits, name);
    if (made === undefined) return;
    this.#must(isReadable(made) || !isReadable(this.text), () => `${name} leaves\n${made}`);
    // Under the name that somebody waits for it may be found to wait for itself.
    if (namesakes.length === 0 && isClear(this.#judge())) this.#mustAddNoError(made, name);
    if (!isReadable(this.text)) return;
    const analysis = new Analysis(made, PATH);
    let shift = 0;
    const starts = edits.map(({ range: { start, end } }) => {
      const at = start + shift;
      shift += newName.length - (end - start);
      return at;
    });
    const [first = 0] = starts;
    const found = occurrencesAt(analysis, first).map(({ range }) => range.start);
    const lost = kind === 'placeholder' ? [] : starts.filter((start) => !found.includes(start));
    this.#must(lost.length === 0, () => `${name}: not the same name at ${lost} in\n${made}`);
    // Of a name that is a placeholder the variable is renamed.
    if (!everywhere || namesakes.length > 0 || placeholderMarks(newName).length > 0) return;
    const back = rename(analysis, first, oldName);
    if (!back || 'refusal' in back) return;
    const restored = edited(made, back.edits, `${name} and back`);
    this.#must(restored === this.text, () => `${name} and back leaves\n${restored}`);
  }

  /** What is offered to somebody who asks includes what is offered unasked; titles tell apart what is offered. */
  #refactor(offset: number): void {
    // Of selections fewer are tried: what is offered for one is seldom more than what its start is offered.
    const ends =
      offset % SELECTION_STEP === 0 ? [offset, Math.min(offset + PART, this.text.length)] : [offset];
    for (const end of ends) {
      const selection = { start: offset, end };
      const [unasked, asked] = [false, true].map((isAsked) => {
        const run = () => refactoringsAt(this.#analysis, selection, isAsked);
        return new Map(
          this.#ask(isAsked ? 'refactorings' : 'refactorings unasked', run).map((one) => {
            this.#refactoring(one, offset);
            return [one.title, JSON.stringify(one)] as const;
          }),
        );
      });
      for (const [title, one] of unasked ?? [])
        this.#must(asked?.get(title) === one, () => `at ${offset}, ${title}: not when asked`);
    }
  }

  #refactoring({ title, kind, changes, file }: Refactoring, offset: number): void {
    const name = `at ${offset}, ${title}`;
    this.#mustBeSense(title);
    this.#must(/^refactor\.(rewrite|extract)$/.test(kind), () => `${name}: ${kind}`);
    if (!this.#isNew(JSON.stringify({ title, changes, file }))) return;
    for (const words of file ? [file.name, file.text] : []) this.#mustBeSense(words);
    const edits = editsOf(this.text, changes);
    this.#must(edits !== undefined && edits.length > 0, () => `${name} cannot be made`);
    const made = this.#edit(edits ?? [], name);
    if (made === undefined) return;
    this.#must(made !== this.text, () => `${name} changes nothing`);
    this.#must(isReadable(made) || !isReadable(this.text), () => `${name} leaves\n${made}`);
    if (isClear(this.#judge())) this.#mustAddNoError(made, name);
  }

  #mustAddNoError(made: string, name: string): void {
    const added = errorsIn(judge(made)) - errorsIn(this.#judge());
    this.#must(added <= 0, () => `${name} adds ${added} errors:\n${made}`);
  }

  #select(offset: number): void {
    let inner: Range = { start: offset, end: offset };
    for (const range of this.#ask('selections', () => selections(this.#analysis, offset))) {
      this.#mustBeIn(inner, `selection at ${offset}`, range);
      this.#mustBeIn(range, `selection at ${offset}`);
      inner = range;
    }
  }

  /** Hints of what is in sight are those of the whole that stand there. */
  #look(offset: number): void {
    const end = Math.min(offset + PART, this.text.length);
    const run = () => inlayHints(this.#analysis, DEFAULT_SETTINGS, { start: offset, end });
    for (const hint of this.#ask('inlay hints', run)) {
      this.#mustBeIn({ start: hint.offset, end: hint.offset }, hint.label, { start: offset, end });
      for (const words of [hint.label, hint.tooltip]) this.#mustBeSense(words);
    }
  }
}

const isReadable = (text: string): boolean =>
  !parseJson(text).problems.some(({ kind }) => kind === 'syntax' || kind === 'too-deep');

const dense = (text: string): string => text.replace(/\s/g, '');

/** What a client makes of a snippet: the text with what stands in its stops. */
const expanded = (snippet: string): string =>
  snippet.replace(
    /\\([\\$}])|\$\d+|\$\{\d+\}|\$\{\d+:((?:\\.|[^\\}])*)\}/gs,
    (_, escaped?: string, stop = '') => escaped ?? stop.replace(/\\(.)/gs, '$1'),
  );
