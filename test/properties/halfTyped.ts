import { isDeepStrictEqual } from 'node:util';
import { type Node, type ParseError, parse, parseTree } from 'jsonc-parser';
import { childSchema, keysOf, schemaAt } from '../../server/src/core/schema/lookup';

type Path = readonly (string | number)[];

/** A document of which somebody is typing a part anew. */
export interface HalfTyped {
  /** What is half typed, and what is missing around it: `"ke|, no comma behind`. */
  readonly how: string;
  readonly text: string;
  /** Where the cursor stands. */
  readonly offset: number;
  /** What stood there, as a list would call it: the key, or the value as JSON. */
  readonly wanted: string;
  /** What a proposal has made of it. Behind a new key any value will do. */
  judge(made: string): 'broken' | 'whole' | 'as it was';
}

const KEYS = ['|', '"|"', '"ke|"', '"ke|', 'ke|'];
const VALUES = [': |', ': "|"', ': "va|"', ': "va|', ': va|', ' |', ' "va|"'];

const CURSOR = '\uE00F';
const MARK = '${NUMBER}';
const NUMBER = /(?<=": )\d+(?=\s*[,}\n])/;

/** Each member that the schema knows half typed in every way: its key, and its value if that is one of a list. */
export function* halfTyped(text: string): Generator<HalfTyped> {
  const root = parseTree(text);
  for (const node of root ? nodes(root) : []) {
    const [key, value] = node.children ?? [];
    if (node.type !== 'property' || !key || !value) continue;
    const path = pathTo(node);
    const holder = schemaAt(path.slice(0, -1));
    if (!holder || !keysOf(holder).includes(key.value)) continue;
    const front = text.slice(0, key.offset);
    const behind = text.slice(value.offset + value.length);
    for (const form of KEYS) {
      const written = form.replace('ke', key.value.slice(0, 2));
      yield* spoiled(form, [front, written, behind], key.value, sameAs(text, path));
    }
    const { enum: values, type } = childSchema(holder, key.value) ?? {};
    if (type !== 'boolean' && !values?.includes(value.value)) continue;
    for (const form of VALUES) {
      if (type === 'boolean' && form.includes('"')) continue;
      const written = `"${key.value}"${form.replace('va', String(value.value).slice(0, 2))}`;
      yield* spoiled(form, [front, written, behind], JSON.stringify(value.value), sameAs(text));
    }
  }
}

/** With the commas around it, without one of them, without both; and in a template. */
function* spoiled(
  form: string,
  [front, written, behind]: readonly [string, string, string],
  wanted: string,
  judge: HalfTyped['judge'],
): Generator<HalfTyped> {
  const fronts = [front];
  // Before a value the comma is far from the cursor.
  if (KEYS.includes(form)) fronts.push(front.replace(/,(\s*)$/, '$1'));
  const behinds = [behind, behind.replace(/^(\s*),/, '$1')];
  for (const before of new Set(fronts))
    for (const after of new Set(behinds)) {
      const missing = [before !== front && 'before', after !== behind && 'behind'].filter(Boolean);
      const marked = `${before}${written.replace('|', CURSOR)}${after}`;
      const how = missing.length > 0 ? `${form}, no comma ${missing.join(' and ')}` : form;
      yield { how, ...placed(marked), wanted, judge };
      const number = NUMBER.exec(marked)?.[0];
      if (missing.length > 0 || !number) continue;
      const template = placed(marked.replace(NUMBER, () => MARK));
      const filled = (made: string) => judge(made.replaceAll(MARK, number));
      yield { how: `${form}, in a template`, ...template, wanted, judge: filled };
    }
}

function placed(marked: string): { text: string; offset: number } {
  return { text: marked.replace(CURSOR, ''), offset: marked.indexOf(CURSOR) };
}

/** Compares with a document, whatever stands at the path. */
function sameAs(text: string, open?: Path): HalfTyped['judge'] {
  const before = parse(text);
  if (open) clear(before, open);
  return (made) => {
    const errors: ParseError[] = [];
    const after = parse(made, errors, { allowTrailingComma: true });
    if (errors.length > 0) return 'broken';
    if (open) clear(after, open);
    return isDeepStrictEqual(after, before) ? 'as it was' : 'whole';
  };
}

// biome-ignore lint/suspicious/noExplicitAny: any JSON
function clear(json: any, path: Path): void {
  const key = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce((at, step) => at?.[step], json);
  if (holder && Object.hasOwn(holder, key)) holder[key] = null;
}

function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodes(child);
}

function pathTo(node: Node): (string | number)[] {
  const { parent } = node;
  const before = parent ? pathTo(parent) : [];
  if (node.type === 'property') return [...before, String(node.children?.[0]?.value)];
  return parent?.type === 'array' ? [...before, parent.children?.indexOf(node) ?? 0] : before;
}
