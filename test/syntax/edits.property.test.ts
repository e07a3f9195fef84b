import { describe, expect, it } from 'vitest';
import type { Change, Json } from '../../server/src/core/finding';
import { applyEdits, editsOf } from '../../server/src/core/syntax/json/edits';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { resolve } from '../../server/src/core/syntax/pointer';
import type { Node, Range } from '../../server/src/core/syntax/tree';
import * as fc from '../support/fast-check';

const numRuns = 500 * fc.times;

// Documents -----------------------------------------------------------------------------------------------

/** Keys are unique within an object; the hard ones are among them. */
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'name', '__proto__', 'constructor', 'a/b', '~', '~1', '', '0', '"q"', '//', '/*'),
  fc.string({ maxLength: 4 }),
);
const scalar = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, 512, -1.5, '', 'text', ',', '}', '// no comment', '"'),
  fc.string({ maxLength: 6 }),
  fc.integer(),
);
const { value: anyValue } = fc.letrec<{ value: Json; list: Json; object: Json }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 5 }),
  object: fc
    .uniqueArray(fc.tuple(key, tie('value')), { maxLength: 5, selector: ([name]) => name })
    .map((members) => Object.fromEntries(members)),
}));
const documentValue = fc.oneof(anyValue, fc.array(anyValue, { maxLength: 6 }), fc.dictionary(key, anyValue));

/** The value as text, with blanks, line ends, comments and trailing commas as the noise says. */
function print(value: Json, noise: readonly number[], lineEnd: string): string {
  let at = 0;
  const next = (): number => noise[at++ % noise.length] ?? 0;
  const space = (): string =>
    ['', '', ' ', '\t', lineEnd, `${lineEnd}  `, ' /* c */ ', ` // c,}${lineEnd}`][next() % 8] ?? '';
  const walk = (node: Json): string => {
    if (typeof node !== 'object' || node === null) return JSON.stringify(node);
    const children = Array.isArray(node)
      ? node.map((item: Json) => space() + walk(item) + space())
      : Object.entries(node).map(
          ([name, member]) =>
            `${space()}${JSON.stringify(name)}${space()}:${space()}${walk(member)}${space()}`,
        );
    const trailing = children.length > 0 && next() % 8 === 0 ? `,${space()}` : space();
    return Array.isArray(node) ? `[${children.join(',')}${trailing}]` : `{${children.join(',')}${trailing}}`;
  };
  return (next() % 8 === 0 ? '\uFEFF' : '') + space() + walk(value) + space();
}

const noisyDocument = fc
  .tuple(documentValue, fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), fc.constantFrom('\n', '\r\n'))
  .map(([value, noise, lineEnd]) => print(value, noise, lineEnd));

/** A text that is no JSON is read as a template, where the next edit may complete a mark: `"#{": 1` to `"#{": "}"`. */
const MARK_OPENER = /[{$#%]\{|\{[%#]|<%|\$\(/;

// What is expected ----------------------------------------------------------------------------------------

/** Like JSON data, but safe for every key and with the order kept. */
type Data = string | number | boolean | null | undefined | Data[] | Map<string, Data>;

function fromNode(node: Node | undefined): Data {
  if (!node || node.kind === 'null') return null;
  if (node.kind === 'array') return node.items.map(fromNode);
  if (node.kind === 'object')
    return new Map(node.properties.map((member) => [member.key, fromNode(member.value)]));
  return node.value;
}

const fromJson = (json: Json): Data => fromNode(parseJson(JSON.stringify(json)).root);

/** A string that is equal for equal data, whatever the order of keys. */
function canonical(data: Data): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join()}]`;
  if (!(data instanceof Map)) return JSON.stringify(data ?? null);
  const members = [...data].map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.sort().join()}}`;
}

function print2(data: Data, unit: string): string {
  const toJson = (node: Data): unknown => {
    if (Array.isArray(node)) return node.map(toJson);
    return node instanceof Map
      ? Object.fromEntries([...node].map(([name, member]) => [name, toJson(member)]))
      : node;
  };
  return JSON.stringify(toJson(data), null, unit);
}

type ValueChange = Exclude<Change, { kind: 'text' }>;

const escaped = (step: string | number): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

/** The changes made on the data, by rebuilding it: independent of how the text is edited. */
function expected(data: Data, changes: readonly ValueChange[], pointer = ''): Data {
  const at = (path: string) => changes.filter((change) => change.pointer === path);
  const set = at(pointer).find((change) => change.kind === 'set');
  if (set?.kind === 'set') return fromJson(set.value);
  if (Array.isArray(data)) {
    const result: Data[] = [];
    for (let index = 0; index <= data.length; index++) {
      for (const change of at(pointer)) {
        const end = change.kind === 'append' || (change.kind === 'insert' && change.key === '-');
        const here = end ? index === data.length : change.kind === 'insert' && change.key === String(index);
        if (here && (change.kind === 'append' || change.kind === 'insert'))
          result.push(fromJson(change.value));
      }
      const path = `${pointer}/${index}`;
      const removed = at(path).some((change) => change.kind === 'remove');
      if (index < data.length && !removed) result.push(expected(data[index], changes, path));
    }
    return result;
  }
  if (!(data instanceof Map)) return data;
  const inserted = new Map(
    at(pointer).flatMap((change) =>
      change.kind === 'insert' ? [[change.key, fromJson(change.value)] as const] : [],
    ),
  );
  const result = new Map<string, Data>();
  for (const [name, member] of data) {
    const path = `${pointer}/${escaped(name)}`;
    const rename = at(path).find((change) => change.kind === 'rename');
    const removed = at(path).some((change) => change.kind === 'remove');
    if (!rename && inserted.has(name)) result.set(name, inserted.get(name));
    else if (!removed)
      result.set(rename?.kind === 'rename' ? rename.key : name, expected(member, changes, path));
  }
  for (const [name, member] of inserted) result.set(name, member);
  return result;
}

// Changes -------------------------------------------------------------------------------------------------

interface Wish {
  readonly node: number;
  readonly op: number;
  readonly key: string;
  readonly index: number;
  readonly value: Json;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  node: fc.nat(),
  op: fc.nat(9),
  key,
  index: fc.nat(),
  value: fc.oneof(scalar, anyValue),
});
const wishes = fc.array(wish, { minLength: 1, maxLength: 8 });

function pointersOf(data: Data, pointer = ''): string[] {
  if (Array.isArray(data))
    return [pointer, ...data.flatMap((item, i) => pointersOf(item, `${pointer}/${i}`))];
  if (!(data instanceof Map)) return [pointer];
  return [
    pointer,
    ...[...data].flatMap(([name, member]) => pointersOf(member, `${pointer}/${escaped(name)}`)),
  ];
}

/** Changes that the document allows. `calm`: none that contradicts another. */
function changesFor(root: Node | undefined, wanted: readonly Wish[], calm: boolean): ValueChange[] {
  const data = fromNode(root);
  const pointers = pointersOf(data);
  const changes: ValueChange[] = [];
  const taken = new Set<string>();
  wanted.forEach((wish, i) => {
    const pointer = pointers[wish.node % pointers.length] ?? '';
    const node = resolve(root, pointer);
    const fresh = calm ? `new ${i}` : wish.key;
    const { value } = wish;
    const member = node?.parent?.kind === 'object';
    if (wish.op >= 6 && node?.kind === 'object') {
      changes.push({ kind: 'insert', pointer, key: fresh, value });
    } else if (wish.op >= 8 && node?.kind === 'array') {
      changes.push({ kind: 'append', pointer, value });
    } else if (wish.op >= 6 && node?.kind === 'array') {
      const at = wish.index % (node.items.length + 2);
      changes.push({ kind: 'insert', pointer, key: at > node.items.length ? '-' : String(at), value });
    } else if (wish.op >= 4 && member) {
      if (calm && taken.has(`key ${pointer}`)) return;
      taken.add(`key ${pointer}`);
      changes.push({ kind: 'rename', pointer, key: fresh });
    } else if (wish.op >= 2 && node?.parent) {
      changes.push({ kind: 'remove', pointer });
    } else {
      if (calm && taken.has(pointer)) return;
      taken.add(pointer);
      changes.push({ kind: 'set', pointer, value });
    }
  });
  return changes;
}

function checkShape(text: string, edits: readonly { range: Range; newText: string }[]): void {
  let end = -1;
  for (const { range, newText } of edits) {
    expect(range.start).toBeGreaterThan(end);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(text.length);
    expect(text.slice(range.start, range.end)).not.toBe(newText);
    end = range.end;
  }
}

const syntaxErrors = (text: string) => parseJson(text).problems.filter(({ kind }) => kind === 'syntax');
const commentsOf = (text: string) => parseJson(text).problems.filter(({ kind }) => kind === 'comment');

// Properties ----------------------------------------------------------------------------------------------

describe('editsOf', () => {
  it('makes every change, whatever the layout', () => {
    fc.assert(
      fc.property(noisyDocument, wishes, (text, wanted) => {
        const { root } = parseJson(text);
        const changes = changesFor(root, wanted, true);
        const edits = editsOf(text, changes);
        expect(edits).toBeDefined();
        if (!edits) return;
        checkShape(text, edits);
        const after = applyEdits(text, edits);
        expect(syntaxErrors(after)).toEqual([]);
        expect(canonical(fromNode(parseJson(after).root))).toBe(canonical(expected(fromNode(root), changes)));
        expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
      }),
      { numRuns },
    );
  });

  it('makes them while comments and trailing commas go', () => {
    fc.assert(
      fc.property(noisyDocument, wishes, (text, wanted) => {
        const { root, problems } = parseJson(text);
        const changes = changesFor(root, wanted, true);
        const strays = problems
          .filter(({ kind }) => kind === 'comment' || kind === 'trailing-comma')
          .map(({ start, end }): Change => ({ kind: 'text', range: { start, end }, text: '' }));
        const edits = editsOf(text, [...strays, ...changes, ...strays]);
        expect(edits).toBeDefined();
        if (!edits) return;
        checkShape(text, edits);
        const after = parseJson(applyEdits(text, edits));
        expect(after.problems).toEqual([]);
        expect(canonical(fromNode(after.root))).toBe(canonical(expected(fromNode(root), changes)));
      }),
      { numRuns },
    );
  });

  it('makes contradicting changes right or not at all', () => {
    fc.assert(
      fc.property(noisyDocument, wishes, (text, wanted) => {
        const { root } = parseJson(text);
        const changes = changesFor(root, wanted, false);
        const edits = editsOf(text, changes);
        if (!edits) return;
        checkShape(text, edits);
        const after = applyEdits(text, edits);
        expect(canonical(fromNode(parseJson(after).root))).toBe(canonical(expected(fromNode(root), changes)));
      }),
      { numRuns },
    );
  });

  it('does the same on broken documents', () => {
    const broken = fc
      .tuple(
        noisyDocument,
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', ',', '"', '}', ']', '{', ':', 'x', '/', '\n'),
      )
      .map(([text, at, length, junk]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + junk + text.slice(start + length);
      });
    fc.assert(
      fc.property(broken, wishes, (text, wanted) => {
        const { root } = parseJson(text);
        const changes = changesFor(root, wanted, true);
        const edits = editsOf(text, changes);
        if (!edits) return;
        checkShape(text, edits);
        const after = applyEdits(text, edits);
        fc.pre(!MARK_OPENER.test(text + after));
        expect(canonical(fromNode(parseJson(after).root))).toBe(canonical(expected(fromNode(root), changes)));
        if (syntaxErrors(text).length === 0) expect(syntaxErrors(after)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('writes what JSON.stringify would write into what JSON.stringify wrote', () => {
    fc.assert(
      fc.property(
        documentValue,
        wishes,
        fc.constantFrom('  ', '    ', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (value, wanted, unit, lineEnd) => {
          const text = JSON.stringify(value, null, unit).replaceAll('\n', lineEnd);
          fc.pre(text.includes('\n'));
          const { root } = parseJson(text);
          const changes = changesFor(root, wanted, true);
          const after = applyEdits(text, editsOf(text, changes) ?? []);
          const wantedText = print2(expected(fromNode(root), changes), unit);
          // Objects order keys that look like numbers their own way.
          fc.pre(!/"\d+":/.test(wantedText));
          expect(after).toBe(wantedText.replaceAll('\n', lineEnd));
        },
      ),
      { numRuns },
    );
  });

  it('leaves one-line documents on their line', () => {
    fc.assert(
      fc.property(documentValue, wishes, (value, wanted) => {
        const text = JSON.stringify(value);
        const { root } = parseJson(text);
        // An empty document is spread over lines, for there is more to come.
        fc.pre(text.length > 2 && (root?.kind === 'object' || root?.kind === 'array'));
        const after = applyEdits(text, editsOf(text, changesFor(root, wanted, true)) ?? []);
        expect(after).not.toContain('\n');
      }),
      { numRuns },
    );
  });

  it('takes only what was asked for, besides commas and white space', () => {
    fc.assert(
      fc.property(noisyDocument, wishes, (text, wanted) => {
        const { root } = parseJson(text);
        const changes = changesFor(root, wanted, true);
        const spans = changes.flatMap((change): Range[] => {
          const node = resolve(root, change.pointer);
          if (!node || change.kind === 'insert' || change.kind === 'append') return [];
          const member =
            node.parent?.kind === 'object'
              ? node.parent.properties.find(({ value }) => value === node)
              : undefined;
          if (change.kind === 'rename') return member ? [member.keyRange] : [];
          return [
            {
              start: change.kind === 'remove' ? (member?.keyRange.start ?? node.start) : node.start,
              end: node.end,
            },
          ];
        });
        const isTouched = (offset: number) => spans.some(({ start, end }) => start <= offset && offset < end);
        const edits = editsOf(text, changes) ?? [];
        const taken = edits.flatMap(({ range, newText }) =>
          [...text.slice(range.start, range.end)].filter(
            (character, i) => !isTouched(range.start + i) && !newText.includes(character),
          ),
        );
        expect(taken.join('').replace(/[\s,]/g, '')).toBe('');
        const comments = (of: string) => commentsOf(of).map(({ start, end }) => of.slice(start, end));
        const kept = commentsOf(text).filter(({ start }) => !isTouched(start));
        expect(comments(applyEdits(text, edits))).toEqual(
          kept.map(({ start, end }) => text.slice(start, end)),
        );
      }),
      { numRuns },
    );
  });
});
