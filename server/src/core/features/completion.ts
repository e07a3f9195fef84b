import { Analysis } from '../analysis';
import type { Json } from '../finding';
import { NOTES } from '../knowledge/notes.generated';
import { TaskDefinition } from '../model/taskDefinition';
import { schemaAt } from '../schema/lookup';
import { type Container, Style } from '../syntax/json/style';
import { type Node, nodeAt, type ObjectNode, type Range } from '../syntax/tree';
import { withAssumption } from './assumption';
import { type MissingSign, type Spot, spotAt } from './completion/cursor';
import { keysFor } from './completion/keys';
import { type Choice, child, type Place, type Surroundings } from './completion/place';
import { placeholders } from './completion/placeholders';
import { isExchanged, unquoted } from './completion/present';
import { piecesFor, skeleton } from './completion/skeleton';
import { toPlain, withBareStops } from './completion/snippet';
import { valuesFor } from './completion/values';
import { inDefinition } from './members';

export { imagesIn } from './completion/images';
export type { Surroundings } from './completion/place';
export { hasStops, toPlain, toSnippet } from './completion/snippet';

/** The note that explains a member, in Markdown. */
export function noteOf(member: string): string | undefined {
  return Object.hasOwn(NOTES, member) ? NOTES[member] : undefined;
}

/** What may be written at the cursor; the best first. */
export interface Completion {
  readonly proposals: readonly Proposal[];
  /** What a proposal replaces. */
  readonly range: Range;
  /** What has to be added before it, elsewhere than where the range begins. */
  readonly missing?: MissingSign;
  /** The white space with which the line of the cursor begins; further lines of a proposal begin with it too. */
  readonly indent: string;
}

export interface Proposal {
  readonly kind: 'key' | 'value' | 'piece' | 'placeholder';
  readonly label: string;
  /** With stops: see `toSnippet` and `toPlain`. */
  readonly text: string;
  /** What is compared with what has been typed. */
  readonly filter: string;
  /** It stands there already. */
  readonly isPresent?: true;
  readonly detail?: string;
  /** Markdown. */
  readonly note?: string;
  /** The note of this name explains it. */
  readonly member?: string;
  readonly isRefused?: true;
  /** The text ends in an empty place, for which there is a list. */
  readonly asksForValue?: true;
  /** It replaces only a part of the string, up to the cursor or up to the end. */
  readonly inside?: { readonly insert: Range; readonly replace: Range };
}

/** Keys and values that fit at an offset. Undefined where nothing does. */
export function complete(
  analysis: Analysis,
  offset: number,
  surroundings: Surroundings,
): Completion | undefined {
  const { template, problems } = analysis.parsed;
  if (problems.some(({ kind }) => kind === 'too-deep')) return undefined;
  // What stands in a mark is written in the language of the template tool.
  if (template?.marks.some(({ start, end }) => start < offset && offset <= end)) return undefined;
  const text = template?.text ?? analysis.text;
  // Nothing stands before a byte order mark.
  if (offset === 0 && analysis.text.startsWith('\uFEFF')) return undefined;
  const spot = spotAt(text, offset, template?.gaps);
  if (!spot) return undefined;
  const whole = completed(analysis, spot, surroundings.path);
  const path = whole.kind === 'none' ? undefined : inDefinition(whole, spot.path);
  const schema = path && schemaAt(path);
  if (!schema) return undefined;
  const definition = withAssumption(
    whole.definition ?? new TaskDefinition(EMPTY),
    surroundings.assumeLaunchType,
  );
  const place: Place = { analysis, definition, path, schema, surroundings };
  const writer = new Writer(text, spot, analysis.parsed.root);
  const proposals =
    spot.kind === 'key' ? keyProposals(place, spot, writer) : valueProposals(place, spot, offset, writer);
  if (proposals.length === 0) return undefined;
  const { range, missing } = spot;
  // An edit of its own at the same offset could come before or behind.
  const isElsewhere = missing && missing.at !== range.start;
  return { proposals, range, indent: writer.indent, ...(isElsewhere && { missing }) };
}

/**
 * The document as it will be with something at the cursor. Without it, the tree of a text that is half typed lacks what
 * stands next to the cursor, as the key behind it is taken for the value that is missing; it may even look like another
 * kind of document.
 */
function completed(analysis: Analysis, spot: Spot, path: string): Analysis {
  const { text, parsed } = analysis;
  if (!parsed.problems.some(({ kind }) => kind === 'syntax')) return analysis;
  const { range, missing, commaAfter } = spot;
  const filler = spot.kind === 'value' ? 'null' : spot.hasColon ? '""' : '"":null';
  const behind = `${commaAfter ? ',' : ''}${text.slice(range.end)}`;
  const made = `${text.slice(0, range.start)}${missing?.sign ?? ''}${filler}${behind}`;
  const whole = new Analysis(made, path, analysis.kind !== 'none');
  return whole.kind === 'none' ? analysis : whole;
}

const EMPTY: ObjectNode = {
  kind: 'object',
  properties: [],
  start: 0,
  end: 0,
  parent: undefined,
  step: undefined,
};

function keyProposals(place: Place, spot: Spot, writer: Writer): Proposal[] {
  return keysFor(place, spot.keys).map(({ key, value, detail, member, note, isRefused, asksForValue }) => {
    const text = writer.key(key, value);
    return {
      kind: 'key',
      label: key,
      text,
      filter: writer.filter(key),
      ...(detail && { detail }),
      ...(member && { member }),
      ...(note && { note }),
      ...(isRefused && { isRefused }),
      ...(asksForValue && !spot.hasColon && { asksForValue }),
    };
  });
}

function valueProposals(place: Place, spot: Spot, offset: number, writer: Writer): Proposal[] {
  const seen = new Set<string>();
  const choices = choicesFor(place);
  const found = choices.flatMap(({ value, label, detail, note }): Proposal[] => {
    const isPiece = typeof value === 'object' && !isListOfOne(value);
    const plain = toPlain(withBareStops(JSON.stringify(value)));
    const name = label ?? plain;
    if (seen.has(name)) return [];
    seen.add(name);
    return [
      {
        kind: isPiece ? 'piece' : 'value',
        label: name,
        text: writer.value(value),
        filter: writer.filter(isPiece || !label ? unquoted(name) : `${unquoted(plain)} ${label}`),
        ...(plain === writer.present && { isPresent: true }),
        ...(detail && { detail }),
        ...(note && { note }),
      },
    ];
  });
  const all = [...found, ...markProposals(place, spot, offset, writer)];
  if (!isExchanged(place, writer.present, choices, writer.isInside(offset))) return all;
  return all.map((one) => (one.inside ? one : { ...one, filter: writer.present }));
}

/** Marks stand for texts, and without quotes for anything else where the document is a template already. */
function markProposals(
  { analysis, schema }: Place,
  { range }: Spot,
  offset: number,
  writer: Writer,
): Proposal[] {
  const isText = schema.type === 'string';
  if (schema.enum) return [];
  if (!isText && !(analysis.parsed.template && (schema.type === 'integer' || schema.type === 'boolean')))
    return [];
  return placeholders(analysis, range, offset).map(({ mark, inside }) => ({
    kind: 'placeholder',
    label: mark,
    text: inside ? mark : writer.raw(isText ? `"${mark}"` : mark),
    filter: inside ? mark : writer.filter(mark),
    detail: 'placeholder of this file',
    ...(inside && { inside }),
  }));
}

function choicesFor(place: Place): readonly Choice[] {
  const pieces = piecesFor(place);
  if (pieces.length > 0) return pieces;
  const { type, properties } = place.schema;
  if (type === 'array') {
    const item = child(place, 0);
    return item ? choicesFor(item).map((choice) => ({ ...choice, value: [choice.value] })) : [];
  }
  if (type !== 'object') return valuesFor(place);
  const value = skeleton(place);
  const keys = Object.keys(value ?? {});
  return properties && keys.length > 0 ? [{ value, label: `{ ${keys.join(', ')} }` }] : [];
}

/** `["FARGATE"]` is a value, not a piece. */
const isListOfOne = (value: Json): boolean =>
  Array.isArray(value) && value.length === 1 && typeof value[0] !== 'object';

/** Puts values into words as the document has them, with the commas that they need. */
class Writer {
  readonly indent: string;
  readonly #style: Style;
  readonly #around: Container | undefined;
  readonly #isBroken: boolean;
  /** What the new text replaces. */
  readonly present: string;

  constructor(
    text: string,
    private readonly spot: Spot,
    root: Node | undefined,
  ) {
    const { start, end } = spot.range;
    const node = nodeAt(root, start);
    this.#around = node?.kind === 'object' || node?.kind === 'array' ? node : node?.parent;
    this.#style = new Style(text, root);
    this.indent = this.#style.indentAt(start);
    this.present = text.slice(start, end);
    const isOwnLine = text.lastIndexOf('\n', start - 1) + 1 + this.indent.length === start;
    this.#isBroken = isOwnLine || !this.#around || this.#style.isBroken(this.#around);
  }

  key(key: string, value: Json): string {
    const { hasColon } = this.spot;
    const colon = this.#style.isCompact(this.#around) ? ':' : ': ';
    return this.raw(hasColon ? JSON.stringify(key) : `${JSON.stringify(key)}${colon}${this.#written(value)}`);
  }

  value(value: Json): string {
    return this.raw(this.#written(value));
  }

  /** With its commas. */
  raw(text: string): string {
    const { missing, commaAfter, range } = this.spot;
    const sign = missing?.at !== range.start ? '' : missing.sign === ':' ? ': ' : ',';
    return `${sign}${text}${commaAfter ? ',' : ''}`;
  }

  /** As editors want it: they compare it with all that stands between the beginning of the range and the cursor. */
  filter(text: string): string {
    return this.present.startsWith('"') ? `"${text}"` : text;
  }

  /** Whether a part of what is replaced stands behind the offset, other than its closing quote. */
  isInside(offset: number): boolean {
    const behind = this.present.slice(offset - this.spot.range.start);
    return behind !== '' && behind !== '"';
  }

  #written(value: Json): string {
    const indent = this.#isBroken ? this.indent : undefined;
    return withBareStops(this.#style.written(value, this.#around, indent));
  }
}
