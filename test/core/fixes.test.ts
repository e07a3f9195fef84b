import { describe, expect, it } from 'vitest';
import type { Change, Finding, Json } from '../../server/src/core/finding';
import { fixAll } from '../../server/src/core/fixes';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { resolve } from '../../server/src/core/syntax/pointer';
import { propertyOf } from '../../server/src/core/syntax/tree';
import * as fc from '../support/fast-check';

type Data = { [key: string]: Data } & Data[] & (number | string | boolean | null | undefined);
/** What a rule of these tests says: a place, and what is to be done about it. */
type Said = readonly [pointer: string, ...changes: Change[]];

/** A linter of one rule that sees the data, with safe fixes; `texts` are the versions it has seen. */
function linter(rule: (data: Data) => readonly Said[], safe = true) {
  const texts: string[] = [];
  const lint = (text: string): Finding[] => {
    texts.push(text);
    const { root } = parseJson(text);
    return rule(JSON.parse(text)).map(([pointer, ...changes]): Finding => {
      const { start, end } = resolve(root, pointer) ?? { start: 0, end: 1 };
      const fixes = [{ title: 'Fix it', changes, safe }];
      const common = {
        rule: 'rule',
        severity: 'error',
        message: 'Wrong.',
        droppedByDeployAction: false,
      } as const;
      return { ...common, pointer, range: { start, end }, fixes, related: [] };
    });
  };
  return { lint, texts };
}

const set = (pointer: string, value: Json): Change => ({ kind: 'set', pointer, value });
const remove = (pointer: string): Change => ({ kind: 'remove', pointer });
const rename = (pointer: string, key: string): Change => ({ kind: 'rename', pointer, key });
const insert = (pointer: string, key: string, value: Json): Change => ({
  kind: 'insert',
  pointer,
  key,
  value,
});

const numbers = (data: Data): Said[] =>
  Object.entries(data).flatMap(([key, value]): Said[] =>
    typeof value === 'number' ? [[`/${key}`, set(`/${key}`, String(value))]] : [],
  );

describe('fixAll', () => {
  it('makes all safe fixes in one round and looks again', () => {
    const { lint, texts } = linter(numbers);
    expect(fixAll('{ "a": 1, "b": "2", "c": 3 }', lint).text).toBe('{ "a": "1", "b": "2", "c": "3" }');
    expect(texts).toHaveLength(2);
  });

  it('leaves alone what has no safe fix', () => {
    const { lint, texts } = linter(numbers, false);
    expect(fixAll('{"a":1}', lint).text).toBe('{"a":1}');
    expect(texts).toHaveLength(1);
  });

  it('goes on with what a fix has made visible', () => {
    const { lint } = linter((data) =>
      data.Inner
        ? [['/Inner', rename('/Inner', 'inner')]]
        : numbers(data.inner as Data).map(([at]) => inner(at)),
    );
    const inner = (at: string): Said => [`/inner${at}`, set(`/inner${at}`, 'x')];
    expect(fixAll('{"Inner":{"a":1}}', lint)).toEqual({ text: '{"inner":{"a":"x"}}' });
  });

  it('lets the first by position win where fixes overlap, whatever the order of the findings', () => {
    const { lint, texts } = linter((data) =>
      'a' in data
        ? [
            ['/a/b', set('/a/b', 2)],
            ['/a', remove('/a')],
          ]
        : [],
    );
    expect(fixAll('{"a":{"b":1},"c":3}', lint).text).toBe('{"c":3}');
    expect(texts).toHaveLength(2);
  });

  it('makes the other one in the next round', () => {
    const { lint, texts } = linter(({ a, b }) => [
      ...(a === 1 ? [['/a', set('/a', 2), set('/b', 0)] as const] : []),
      ...(b !== 5 ? [['/b', set('/b', 5)] as const] : []),
    ]);
    expect(fixAll('{"a":1,"b":1}', lint)).toMatchObject({ text: '{"a":2,"b":5}' });
    expect(texts).toEqual(['{"a":1,"b":1}', '{"a":2,"b":0}', '{"a":2,"b":5}']);
  });

  it('makes a fix later that takes away what an earlier one changes', () => {
    const { lint, texts } = linter(({ a }) => [
      ...(a?.b === 1 ? [['/a/b', set('/a/b', 2)] as const] : []),
      ...(a ? [['/c', remove('/a')] as const] : []),
    ]);
    expect(fixAll('{"a":{"b":1},"c":3}', lint).text).toBe('{"c":3}');
    expect(texts).toEqual(['{"a":{"b":1},"c":3}', '{"a":{"b":2},"c":3}', '{"c":3}']);
  });

  it('adds members to one object in one round', () => {
    const wanted = ['x', 'y', 'z'];
    const { lint, texts } = linter((data) =>
      wanted.filter((key) => !(key in data)).map((key) => ['', insert('', key, 1)]),
    );
    expect(fixAll('{"a":0}', lint).text).toBe('{"a":0,"x":1,"y":1,"z":1}');
    expect(texts).toHaveLength(2);
  });

  it('does not rename two keys to one', () => {
    const { lint } = linter((data) =>
      Object.entries(data).flatMap(([item, value]) =>
        Object.keys(value)
          .filter((key) => key !== 'cpu')
          .map((key): Said => [`/${item}/${key}`, rename(`/${item}/${key}`, 'cpu')]),
      ),
    );
    const items = Array.from({ length: 300 }, () => '{"Cpu":1,"CPU":2}');
    expect(fixAll(`[${items.join()}]`, lint).text).toBe(`[${items.map(() => '{"cpu":1,"CPU":2}').join()}]`);
  });

  it('takes out many neighbours', () => {
    const { lint } = linter((data) =>
      data.flatMap((item, i): Said[] => (item === null ? [[`/${i}`, remove(`/${i}`)]] : [])),
    );
    const items = Array.from({ length: 1000 }, (_, i) => (i % 10 === 0 ? i : null));
    expect(fixAll(JSON.stringify(items), lint)).toEqual({
      text: JSON.stringify(items.filter((item) => item !== null)),
    });
  });

  it('takes out one item after another from where the first one stood, also when another fix has shown them', () => {
    const { lint } = linter((data) => {
      if (data.List) return [['/List', rename('/List', 'list')]];
      const items = (data.list as unknown as number[]) ?? [];
      const again = items.findIndex((item, i) => items.indexOf(item) < i);
      return [
        ['/list', set('/list/0', items[0] as number)],
        ...(again > 0 ? [[`/list/${again}`, remove(`/list/${again}`)] as const] : []),
      ];
    });
    expect(fixAll('{"List":[7,7,7,7]}', lint).text).toBe('{"list":[7]}');
  });

  it('passes over fixes that change nothing or cannot be made', () => {
    const { lint, texts } = linter((data) => [
      ['/a', set('/a', data.a as Json)],
      ['/a', remove('/b')],
      ...numbers(data),
    ]);
    expect(fixAll('{"a":1}', lint)).toMatchObject({ text: '{"a":"1"}' });
    expect(texts).toHaveLength(2);
  });

  it('stops where two fixes undo one another', () => {
    const { lint, texts } = linter(({ a, b }) => [
      ['/a', set('/a', a === 1 ? 2 : 1)],
      ...(b === 1 ? [['/b', set('/b', 2)] as const] : []),
    ]);
    expect(JSON.parse(fixAll('{"a":1,"b":1}', lint).text)).toMatchObject({ b: 2 });
    expect(texts.length).toBeLessThanOrEqual(5);
  });

  it('makes a fix that does not help only once', () => {
    const { lint } = linter(() => [['', { kind: 'append', pointer: '', value: 0 }]]);
    expect(fixAll('[]', lint)).toMatchObject({ text: '[\n  0\n]' });
  });

  it('ends even where every version asks for another fix', () => {
    const { lint, texts } = linter((data) => [['/n', set('/n', (data.n as number) + 1)]]);
    fixAll('{"n":0}', lint);
    expect(texts.length).toBeLessThanOrEqual(101);
  });

  it('works on broken documents', () => {
    const lint = (text: string): Finding[] => {
      const { root } = parseJson(text);
      const cpu = propertyOf(root, 'cpu')?.value;
      if (cpu?.kind !== 'number') return [];
      const { start, end } = cpu;
      const fixes = [{ title: 'Fix it', changes: [set('/cpu', '256')], safe: true }];
      const common = { rule: 'r', severity: 'error', message: 'm', droppedByDeployAction: false } as const;
      return [{ ...common, pointer: '/cpu', range: { start, end }, fixes, related: [] }];
    };
    expect(fixAll('{ "cpu": 256, "family": ', lint).text).toBe('{ "cpu": "256", "family": ');
    expect(fixAll('', lint).text).toBe('');
  });

  it('ends in a valid document, whatever rules ask for', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), pointer: place(), value: fc.nat(3) }),
      fc.record({
        kind: fc.constant('insert' as const),
        pointer: place(),
        key: name(),
        value: fc.constant({}),
      }),
      fc.record({ kind: fc.constant('rename' as const), pointer: place(), key: name() }),
      fc.record({ kind: fc.constant('remove' as const), pointer: place() }),
    );
    const rules = fc.array(fc.tuple(name(), place(), change), { maxLength: 6 });
    fc.assert(
      fc.property(rules, (asked) => {
        // Each rule asks for its change while its key is in the document.
        const { lint, texts } = linter((data) => {
          const text = JSON.stringify(data);
          return asked
            .filter(([key]) => text.includes(`"${key}"`))
            .map(([, pointer, wanted]) => [pointer, wanted]);
        });
        const { text } = fixAll('{"a":{"b":1,"c":{}},"b":{"a":2}}', lint);
        expect(texts.length).toBeLessThan(101);
        expect(parseJson(text).problems).toEqual([]);
      }),
    );
  });
});

const name = () => fc.constantFrom('a', 'b', 'c');
const place = () => fc.constantFrom('', '/a', '/b', '/a/b', '/a/c', '/b/a');
