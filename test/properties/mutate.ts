import { parseJson } from '../../server/src/core/syntax/json/parse';
import type { Node } from '../../server/src/core/syntax/tree';
import * as fc from '../support/fast-check';
import type { Sample } from './samples';

/**
 * A JSON document that may be wrong in any way: scalars are text as it will stand in the document, keys may stand
 * twice. Never changed once it is made.
 */
type Value = string | List | Members;
interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
}
interface Members {
  readonly kind: 'members';
  readonly members: readonly (readonly [key: string, value: Value])[];
}

const MARKS = [
  '${X}',
  '$X',
  '{{ must_env "X" }}',
  '{{ x }}',
  '<IMAGE1_NAME>',
  '__X__',
  '%X%',
  '#{X}#',
  '@@X@@',
];

/** What may stand for a scalar, besides the scalars of the samples. */
const SCALARS = [
  ...['null', 'true', 'false', '0', '-1', '1', '1.5', '512.0', '5e2', '1e400', '-0', '9007199254740993'],
  ...[
    '""',
    '" "',
    '"x"',
    '"0"',
    '"256"',
    '"-1"',
    '"1 vCPU"',
    '"2GB"',
    '"\\u0000"',
    '"\\ud800"',
    '"😀"',
    '"é"',
  ],
  ...[
    '"a:b:c:d:e:f:g"',
    '"arn:aws:iam::1:role/x"',
    '"//"',
    '"/"',
    '".."',
    '"a,b"',
    '"0-65536"',
    '"tcp"',
    '"%"',
  ],
  ...['"__proto__"', '"constructor"', '"toString"', '"length"', JSON.stringify('x'.repeat(300)), '[]', '{}'],
  ...MARKS.map((mark) => JSON.stringify(mark)),
];
/** Not JSON until a template tool has been there. */
const BARE_MARKS = ['${X}', '{{ x }}', '<X>', '__X__', '%X%', '@@X@@', '{{ if .X }}1{{ else }}2{{ end }}'];

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  '0',
  'a/b',
  '~',
  '$schema',
];

export interface Vocabulary {
  readonly documents: readonly Value[];
  /** Parts of all documents, scalars and others. */
  readonly parts: readonly Value[];
  readonly keys: readonly string[];
}

export function vocabularyOf(samples: readonly Sample[]): Vocabulary {
  const documents = samples.flatMap(({ text }) => {
    const { root, problems } = parseJson(text);
    return root && !problems.some(({ kind }) => kind === 'syntax') ? [fromNode(root, text)] : [];
  });
  const parts: Value[] = [...SCALARS];
  const keys = new Set(KEYS);
  const walk = (value: Value): void => {
    parts.push(value);
    if (typeof value === 'string') return;
    for (const child of childrenOf(value)) walk(child);
    if (value.kind === 'members') for (const [key] of value.members) keys.add(key);
  };
  for (const document of documents) walk(document);
  return { documents, parts, keys: [...keys] };
}

function fromNode(node: Node, text: string): Value {
  if (node.kind === 'array') return { kind: 'list', items: node.items.map((item) => fromNode(item, text)) };
  if (node.kind !== 'object') return text.slice(node.start, node.end);
  return {
    kind: 'members',
    members: node.properties.flatMap(({ key, value }) =>
      value ? [[key, fromNode(value, text)] as const] : [],
    ),
  };
}

function childrenOf(value: Value): readonly Value[] {
  if (typeof value === 'string') return [];
  return value.kind === 'list' ? value.items : value.members.map(([, member]) => member);
}

/** One change; the numbers choose among whatever the document has. */
interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly one: number;
  readonly other: number;
}

const KINDS = [
  'delete',
  'duplicate',
  'swap',
  'scalar',
  'mark',
  'bare mark',
  'rename',
  'respell',
  'insert',
  'splice',
  'wrap',
] as const;

/** How the document is written. */
interface Layout {
  readonly indent: string;
  readonly lineEnd: string;
  readonly before: string;
  /** Behind the last child of every list and object. */
  readonly trailing: string;
  /** Takes out this many characters at a place, or none. */
  readonly cut: { readonly at: number; readonly length: number } | undefined;
}

/** Mutated documents. A failing one shrinks to the fewest mutations that still fail. */
export function mutated(vocabulary: Vocabulary): fc.Arbitrary<string> {
  const { documents } = vocabulary;
  const mutation: fc.Arbitrary<Mutation> = fc.record({
    kind: fc.constantFrom(...KINDS),
    at: fc.nat(),
    one: fc.nat(),
    other: fc.nat(),
  });
  const layout: fc.Arbitrary<Layout> = fc.record({
    indent: fc.constantFrom('  ', '', '\t', '    '),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    before: fc.constantFrom('', '', '', '\uFEFF', '// c\n'),
    trailing: fc.constantFrom('', '', '', '', '', '', ',', ' /* c */'),
    cut: fc.option(fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }), {
      freq: 8,
      nil: undefined,
    }),
  });
  return fc
    .tuple(fc.nat(documents.length - 1), fc.array(mutation, { minLength: 1, maxLength: 8 }), layout)
    .map(([index, mutations, layout]) => {
      let document = documents[index] ?? '{}';
      for (const mutation of mutations) document = mutate(document, mutation, vocabulary);
      return write(document, layout);
    });
}

function mutate(document: Value, mutation: Mutation, vocabulary: Vocabulary): Value {
  const { kind, one, other } = mutation;
  /** Scalars are wanted for some, holders of children for others. */
  const needsHolder = ['delete', 'duplicate', 'swap', 'rename', 'respell', 'insert'].includes(kind);
  const places = count(document, needsHolder);
  if (places === 0) return document;
  return changeNth(document, mutation.at % places, needsHolder, (value) => {
    switch (kind) {
      case 'scalar':
        return pick(SCALARS, one);
      case 'mark': {
        const mark = pick(MARKS, one);
        if (typeof value !== 'string' || !value.startsWith('"') || value.length < 2)
          return JSON.stringify(mark);
        const at = 1 + (other % (value.length - 1));
        return value.slice(0, at) + mark.replaceAll('"', '\\"') + value.slice(at);
      }
      case 'bare mark':
        return one % 4 === 0 ? pick(BARE_MARKS, other) : JSON.stringify(pick(MARKS, other));
      case 'splice':
        return pick(vocabulary.parts, one);
      case 'wrap':
        return one % 2 === 0
          ? { kind: 'list', items: [value] }
          : { kind: 'members', members: [[pick(vocabulary.keys, other), value]] };
      default:
        return typeof value === 'string' ? value : changeChildren(value, mutation, vocabulary);
    }
  });
}

function changeChildren(
  value: List | Members,
  { kind, one, other }: Mutation,
  vocabulary: Vocabulary,
): Value {
  if (value.kind === 'list') {
    const items = [...value.items];
    if (kind === 'insert') items.splice(one % (items.length + 1), 0, pick(vocabulary.parts, other));
    else shuffle(items, kind, one, other);
    return { kind: 'list', items };
  }
  const members = [...value.members];
  const at = one % Math.max(1, members.length);
  const [key = '', member = 'null'] = members[at] ?? [];
  if (kind === 'insert') members.splice(at, 0, [pick(vocabulary.keys, other), pick(vocabulary.parts, one)]);
  else if (members.length === 0) return value;
  else if (kind === 'rename') members[at] = [pick(vocabulary.keys, other), member];
  else if (kind === 'respell') members[at] = [respell(key, other), member];
  else if (kind === 'swap') {
    // Values, not places: the order of members means nothing.
    const [otherKey, otherMember] = members[other % members.length] ?? [key, member];
    members[at] = [key, otherMember];
    members[other % members.length] = [otherKey, member];
  } else shuffle(members, kind, one, other);
  return { kind: 'members', members };
}

function shuffle<T>(children: T[], kind: Mutation['kind'], one: number, other: number): void {
  const at = one % Math.max(1, children.length);
  const child = children[at];
  if (child === undefined) return;
  if (kind === 'delete') children.splice(at, 1);
  else if (kind === 'duplicate') children.splice(other % (children.length + 1), 0, child);
  else if (kind === 'swap') {
    const to = other % children.length;
    children[at] = children[to] ?? child;
    children[to] = child;
  }
}

/** The mistakes that people make with names. */
function respell(key: string, how: number): string {
  switch (how % 6) {
    case 0:
      return key.slice(0, 1).toUpperCase() + key.slice(1);
    case 1:
      return key.toLowerCase();
    case 2:
      return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    case 3:
      return `${key}s`;
    case 4:
      return key.slice(0, -1);
    default:
      return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  }
}

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** How many places a mutation has to choose from. */
function count(value: Value, holders: boolean): number {
  let places = holders && typeof value === 'string' ? 0 : 1;
  for (const child of childrenOf(value)) places += count(child, holders);
  return places;
}

function changeNth(root: Value, nth: number, holders: boolean, change: (value: Value) => Value): Value {
  let left = nth;
  const walk = (value: Value): Value => {
    if (left < 0 || (holders && typeof value === 'string')) return value;
    if (left-- === 0) return change(value);
    if (typeof value === 'string') return value;
    if (value.kind === 'list') return { kind: 'list', items: value.items.map(walk) };
    return { kind: 'members', members: value.members.map(([key, member]) => [key, walk(member)] as const) };
  };
  return walk(root);
}

function write(document: Value, { indent, lineEnd, before, trailing, cut }: Layout): string {
  const walk = (value: Value, blanks: string): string => {
    if (typeof value === 'string') return value;
    const [open, close] = value.kind === 'list' ? '[]' : '{}';
    const inner = blanks + indent;
    const children =
      value.kind === 'list'
        ? value.items.map((item) => walk(item, inner))
        : value.members.map(([key, member]) => `${JSON.stringify(key)}: ${walk(member, inner)}`);
    if (children.length === 0) return `${open}${close}`;
    const gap = indent === '' ? '' : lineEnd;
    return `${open}${gap}${inner}${children.join(`,${gap}${inner}`)}${trailing}${gap}${blanks}${close}`;
  };
  const text = before + walk(document, '');
  if (!cut) return text;
  const at = cut.at % text.length;
  return text.slice(0, at) + text.slice(at + cut.length);
}
