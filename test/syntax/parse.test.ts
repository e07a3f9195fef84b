import { describe, expect, it } from 'vitest';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { type Node, nodeAt, pathOf } from '../../server/src/core/syntax/tree';
import { readMarks } from '../support/marks';

/** The tree as plain data: objects as pairs, so that duplicate and unfinished members show. */
function plain(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'object') return node.properties.map(({ key, value }) => [key, plain(value)]);
  if (node.kind === 'array') return { list: node.items.map(plain) };
  return node.kind === 'null' ? null : node.value;
}

const kinds = (text: string) => parseJson(text).problems.map(({ kind }) => kind);

describe('a right document', () => {
  it('becomes a tree', () => {
    const { root, problems, breaks } = parseJson('{"a": [1, "b", true, null, {}], "c": {"d": -0.5}}');
    expect(plain(root)).toEqual([
      ['a', { list: [1, 'b', true, null, []] }],
      ['c', [['d', -0.5]]],
    ]);
    expect(problems).toEqual([]);
    expect(breaks).toEqual([]);
  });

  it('has ranges that end behind the last character, keys with their quotes', () => {
    const { text, ranges } = readMarks('  «{«"a"»: «[«12», «"x"»]»}» ');
    const { root } = parseJson(text);
    if (root?.kind !== 'object') throw new Error('no object');
    const [property] = root.properties;
    const list = property?.value;
    if (list?.kind !== 'array') throw new Error('no list');
    const nodes = [root, property?.keyRange, list, ...list.items];
    expect(nodes.map((node) => ({ start: node?.start, end: node?.end }))).toEqual(ranges);
  });

  it('knows its paths', () => {
    const text = '{"a": [{"b": 1}]}';
    const { root } = parseJson(text);
    const found = nodeAt(root, text.indexOf('1'));
    expect(found && pathOf(found)).toEqual(['a', 0, 'b']);
  });

  it.each([
    ['512', true],
    ['-1', true],
    ['512.0', false],
    ['5e2', false],
    ['1E+2', false],
  ])('%s is an integer: %s', (text, integer) => {
    expect(parseJson(text).root).toMatchObject({ kind: 'number', value: Number(text), integer });
  });

  it('may have one value only', () => {
    expect(plain(parseJson('"a"').root)).toBe('a');
  });

  it('may start with a byte order mark, which moves nothing', () => {
    const { root, problems } = parseJson('\uFEFF{"a": 1}');
    expect(problems).toEqual([]);
    expect(root).toMatchObject({ start: 1, end: 9 });
  });

  it('keeps lone surrogates', () => {
    expect(plain(parseJson('["\\ud800", "\udfff"]').root)).toEqual({ list: ['\ud800', '\udfff'] });
  });

  it('takes __proto__ for a key like any other', () => {
    const { root } = parseJson('{"__proto__": {"a": 1}, "constructor": 2}');
    expect(plain(root)).toEqual([
      ['__proto__', [['a', 1]]],
      ['constructor', 2],
    ]);
  });
});

describe('a document with mistakes', () => {
  it.each<[string, unknown]>([
    ['', undefined],
    ['  \n', undefined],
    ['{', []],
    ['{"fam', [['fam', undefined]]],
    ['{"family"', [['family', undefined]]],
    ['{"family":', [['family', undefined]]],
    ['{"family": "w', [['family', 'w']]],
    ['{"family": "web",', [['family', 'web']]],
    ['{"a": [{"b": 1', [['a', { list: [[['b', 1]]] }]]],
    [
      '{"a": , "b": 2}',
      [
        ['a', undefined],
        ['b', 2],
      ],
    ],
    [
      '{"a": 1 "b": 2}',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    ['[1 2]', { list: [1, 2] }],
    [
      '{"a": x, "b": 2}',
      [
        ['a', undefined],
        ['b', 2],
      ],
    ],
  ])('%j is understood as far as it goes', (text, tree) => {
    expect(plain(parseJson(text).root)).toEqual(tree);
  });

  it('has nothing to say about an empty text', () => {
    expect(kinds('')).toEqual([]);
    expect(kinds('\n')).toEqual([]);
  });

  it('has one syntax error, however many echoes, but knows every place', () => {
    const { problems, breaks } = parseJson('{"a" 1, "b" 2}');
    expect(problems.map(({ kind, start }) => [kind, start])).toEqual([['syntax', 5]]);
    expect(breaks.length).toBeGreaterThan(1);
    expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
    expect(breaks[0]).toBe(5);
  });

  it('reaches to the end of the text where it is not closed', () => {
    const text = '{"a": [1, {"b": 2  ';
    const { root } = parseJson(text);
    expect(root?.end).toBe(text.length);
    expect(nodeAt(root, text.length)).toMatchObject({ kind: 'object', end: text.length });
  });

  it('keeps duplicate keys, and says where the first one is', () => {
    const { text, ranges } = readMarks('{«"a"»: 1, "b": {"a": 0}, «"a"»: 2, «"a"»: 3}');
    const { root, problems } = parseJson(text);
    expect(plain(root)).toEqual([
      ['a', 1],
      ['b', [['a', 0]]],
      ['a', 2],
      ['a', 3],
    ]);
    expect(problems).toEqual([
      { kind: 'duplicate-key', ...ranges[1], key: 'a', first: ranges[0] },
      { kind: 'duplicate-key', ...ranges[2], key: 'a', first: ranges[0] },
    ]);
  });

  it('reads over comments and trailing commas', () => {
    const { text, ranges } = readMarks('«/* a */»{"a": [1«,»], «// b»\n "b": 2«,» «// c»\n}');
    const { root, problems } = parseJson(text);
    expect(plain(root)).toEqual([
      ['a', { list: [1] }],
      ['b', 2],
    ]);
    expect(problems).toEqual(
      ['comment', 'trailing-comma', 'comment', 'trailing-comma', 'comment'].map((kind, i) => ({
        kind,
        ...ranges[i],
      })),
    );
  });

  it.each(['{"a": [1] /*', '{"a": [1] /* b', '{"a": [1], /*'])('ends with the text: %s', (text) => {
    expect(parseJson(text)).toMatchObject({ root: { end: text.length } });
  });

  it('gives up at a depth that no task definition has, without overflowing', () => {
    for (const open of ['[', '{"a":']) {
      const { root, problems, breaks } = parseJson(open.repeat(10_000));
      expect(problems.map(({ kind }) => kind)).toEqual(['too-deep']);
      expect(breaks).toHaveLength(1);
      let depth = 0;
      for (let node = root; node; node = node.kind === 'array' ? node.items[0] : plainChild(node)) depth++;
      expect(depth).toBe(200);
    }
  });

  it('is fine just above that depth', () => {
    expect(kinds('['.repeat(200) + ']'.repeat(200))).toEqual([]);
    expect(kinds('['.repeat(201) + ']'.repeat(201))).toEqual(['too-deep']);
  });
});

function plainChild(node: Node): Node | undefined {
  return node.kind === 'object' ? node.properties[0]?.value : undefined;
}
