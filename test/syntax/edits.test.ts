import { describe, expect, it } from 'vitest';
import type { Change } from '../../server/src/core/finding';
import { applyEdits, applyFix, editsOf } from '../../server/src/core/syntax/json/edits';

function change(text: string, ...changes: readonly Change[]): string | undefined {
  return applyFix(text, { title: 'Fix it', changes, safe: true });
}

const lines = (...of: readonly string[]): string => of.join('\n');

describe('set', () => {
  it('replaces the value alone', () => {
    const text = '{ "cpu" :  256 /* units */ }';
    expect(editsOf(text, [{ kind: 'set', pointer: '/cpu', value: '256' }])).toEqual([
      { range: { start: 11, end: 14 }, newText: '"256"' },
    ]);
  });

  it('has nothing to do where the value is so already', () => {
    expect(editsOf('{"a":"x"}', [{ kind: 'set', pointer: '/a', value: 'x' }])).toEqual([]);
  });

  it('spreads a list over lines where its neighbours have lines of their own', () => {
    expect(
      change(lines('{', '\t"command": "npm start"', '}'), {
        kind: 'set',
        pointer: '/command',
        value: ['npm', 'start'],
      }),
    ).toBe(lines('{', '\t"command": [', '\t\t"npm",', '\t\t"start"', '\t]', '}'));
  });

  it('keeps a list that stands on one line there', () => {
    expect(
      change(lines('{', '  "command": ["npm"]', '}'), {
        kind: 'set',
        pointer: '/command',
        value: ['a', { b: 1 }],
      }),
    ).toBe(lines('{', '  "command": ["a", { "b": 1 }]', '}'));
  });

  it('sets the last of duplicate keys', () => {
    expect(change('{"a": 1, "a": 2}', { kind: 'set', pointer: '/a', value: 3 })).toBe('{"a": 1, "a": 3}');
  });

  it('replaces the whole document, in its layout', () => {
    const text = '\uFEFF{\r\n    "taskDefinition": {\r\n        "family": "web"\r\n    }\r\n}\r\n';
    expect(change(text, { kind: 'set', pointer: '', value: { family: 'web', volumes: [] } })).toBe(
      '\uFEFF{\r\n    "family": "web",\r\n    "volumes": []\r\n}\r\n',
    );
    expect(
      change('{"taskDefinition":{"family":"a"}}', { kind: 'set', pointer: '', value: { family: 'a' } }),
    ).toBe('{"family":"a"}');
  });

  it('loses changes inside the value that goes', () => {
    const inside: Change = { kind: 'set', pointer: '/a/b', value: 2 };
    expect(change('{"a":{"b":1}}', inside, { kind: 'set', pointer: '/a', value: 3 })).toBe('{"a":3}');
    expect(change('{"a":{"b":1}}', { kind: 'remove', pointer: '/a' }, inside)).toBe('{}');
  });
});

describe('insert', () => {
  const member: Change = { kind: 'insert', pointer: '', key: 'b', value: 2 };

  it.each([
    ['a compact object', '{"a":1}', '{"a":1,"b":2}'],
    ['a spaced object', '{ "a": 1 }', '{ "a": 1, "b": 2 }'],
    ['an object on lines', '{\n    "a": 1\n}', '{\n    "a": 1,\n    "b": 2\n}'],
    ['tabs', '{\n\t"a": 1\n}\n', '{\n\t"a": 1,\n\t"b": 2\n}\n'],
    ['CRLF', '{\r\n  "a": 1\r\n}', '{\r\n  "a": 1,\r\n  "b": 2\r\n}'],
    ['an empty document', '{}', '{\n  "b": 2\n}'],
    ['an empty object on two lines', '{\n}', '{\n  "b": 2\n}'],
    ['an object with nothing but a comment', '{\n  // later\n}', '{\n  // later\n  "b": 2\n}'],
    ['a comment behind the last value', '{\n  "a": 1 // one\n}', '{\n  "a": 1, // one\n  "b": 2\n}'],
    ['a comment below the last value', '{\n  "a": 1\n  // end\n}', '{\n  "a": 1,\n  "b": 2\n  // end\n}'],
    ['a trailing comma', '{\n  "a": 1, // one\n}', '{\n  "a": 1, // one\n  "b": 2\n}'],
    ['a bracket behind the last value', '{\n  "a": 1}', '{\n  "a": 1,\n  "b": 2}'],
    ['a byte order mark', '\uFEFF{"a":1}', '\uFEFF{"a":1,"b":2}'],
  ])('%s', (_what, before, after) => {
    expect(change(before, member)).toBe(after);
  });

  it('lets an empty object stand as the one around it', () => {
    const into: Change = { kind: 'insert', pointer: '/o', key: 'b', value: 2 };
    expect(change('{"o":{}}', into)).toBe('{"o":{"b":2}}');
    expect(change('{ "o": { } }', into)).toBe('{ "o": { "b": 2 } }');
    expect(change('{\n  "o": {}\n}', into)).toBe('{\n  "o": {\n    "b": 2\n  }\n}');
  });

  it('writes a value as the document is written', () => {
    const value = { c: [{ d: 1 }], e: {} };
    const insert: Change = { kind: 'insert', pointer: '', key: 'b', value };
    expect(change('{"a":1}', insert)).toBe('{"a":1,"b":{"c":[{"d":1}],"e":{}}}');
    expect(change('{ "a": 1 }', insert)).toBe('{ "a": 1, "b": { "c": [{ "d": 1 }], "e": {} } }');
    expect(change('{\n\t"a": 1\n}', insert)).toBe(
      lines(
        '{',
        '\t"a": 1,',
        '\t"b": {',
        '\t\t"c": [',
        '\t\t\t{',
        '\t\t\t\t"d": 1',
        '\t\t\t}',
        '\t\t],',
        '\t\t"e": {}',
        '\t}',
        '}',
      ),
    );
  });

  it('adds several members in their order', () => {
    expect(change('{ "a": 1 }', member, { kind: 'insert', pointer: '', key: 'c', value: 3 })).toBe(
      '{ "a": 1, "b": 2, "c": 3 }',
    );
  });

  it('sets a member that is there, even one that goes', () => {
    expect(change('{"b":1,"c":3}', member)).toBe('{"b":2,"c":3}');
    expect(change('{"b":1,"c":3}', { kind: 'remove', pointer: '/b' }, member)).toBe('{"b":2,"c":3}');
  });

  it('puts items of a list where they belong', () => {
    const at = (key: string): Change => ({ kind: 'insert', pointer: '/l', key, value: 0 });
    expect(change('{"l":[1,2]}', at('0'))).toBe('{"l":[0,1,2]}');
    expect(change('{"l":[1,2]}', at('1'))).toBe('{"l":[1,0,2]}');
    expect(change('{"l":[1,2]}', at('2'))).toBe('{"l":[1,2,0]}');
    expect(change('{"l":[1,2]}', at('-'))).toBe('{"l":[1,2,0]}');
    expect(change('{"l":[1,2]}', at('3'))).toBeUndefined();
    expect(change('{"l":[\n  1,\n  2\n]}', at('1'))).toBe('{"l":[\n  1,\n  0,\n  2\n]}');
  });

  it('takes `__proto__` for a key like any other', () => {
    expect(change('{"a":1}', { kind: 'insert', pointer: '', key: '__proto__', value: { x: 1 } })).toBe(
      '{"a":1,"__proto__":{"x":1}}',
    );
    expect(change('{"__proto__":{"x":1}}', { kind: 'set', pointer: '/__proto__/x', value: 2 })).toBe(
      '{"__proto__":{"x":2}}',
    );
  });
});

describe('append', () => {
  const append: Change = { kind: 'append', pointer: '/l', value: { b: 2 } };

  it('continues a list as it began', () => {
    expect(change('{ "l": [{ "a": 1 }] }', append)).toBe('{ "l": [{ "a": 1 }, { "b": 2 }] }');
    expect(change(lines('{', '  "l": [{', '    "a": 1', '  }]', '}'), append)).toBe(
      lines('{', '  "l": [{', '    "a": 1', '  }, {', '    "b": 2', '  }]', '}'),
    );
    expect(change(lines('{', '  "l": []', '}'), append)).toBe(
      lines('{', '  "l": [', '    {', '      "b": 2', '    }', '  ]', '}'),
    );
  });
});

describe('rename', () => {
  it('replaces the key alone', () => {
    expect(editsOf('{"Cpu" : 1}', [{ kind: 'rename', pointer: '/Cpu', key: 'cpu' }])).toEqual([
      { range: { start: 1, end: 6 }, newText: '"cpu"' },
    ]);
  });

  it('goes together with a change of the value', () => {
    expect(
      change(
        '{"Cpu":256}',
        { kind: 'rename', pointer: '/Cpu', key: 'cpu' },
        { kind: 'set', pointer: '/Cpu', value: '256' },
      ),
    ).toBe('{"cpu":"256"}');
  });

  it('renames all of duplicate keys', () => {
    expect(change('{"A":1,"A":2}', { kind: 'rename', pointer: '/A', key: 'a' })).toBe('{"a":1,"a":2}');
  });

  it('finds keys with slashes and tildes', () => {
    expect(change('{"a/b":1,"c~d":2}', { kind: 'rename', pointer: '/a~1b', key: 'c~0d' })).toBe(
      '{"c~0d":1,"c~d":2}',
    );
    expect(change('{"a/b":1,"c~d":2}', { kind: 'remove', pointer: '/c~0d' })).toBe('{"a/b":1}');
  });

  it('swaps keys', () => {
    expect(
      change(
        '{"a":1,"b":2}',
        { kind: 'rename', pointer: '/a', key: 'b' },
        { kind: 'rename', pointer: '/b', key: 'a' },
      ),
    ).toBe('{"b":1,"a":2}');
  });

  it('does not make a key stand twice', () => {
    const rename: Change = { kind: 'rename', pointer: '/Cpu', key: 'cpu' };
    expect(change('{"Cpu":1,"cpu":2}', rename)).toBeUndefined();
    expect(change('{"Cpu":1,"cpu":2}', rename, { kind: 'remove', pointer: '/cpu' })).toBe('{"cpu":1}');
    expect(
      change('{"Cpu":1}', rename, { kind: 'insert', pointer: '', key: 'cpu', value: 2 }),
    ).toBeUndefined();
  });
});

describe('remove', () => {
  const remove = (text: string, ...pointers: readonly string[]) =>
    change(text, ...pointers.map((pointer): Change => ({ kind: 'remove', pointer })));

  it.each([
    ['the first of two', '{ "a": 1, "b": 2 }', ['/a'], '{ "b": 2 }'],
    ['the last of two', '{ "a": 1, "b": 2 }', ['/b'], '{ "a": 1 }'],
    ['both', '{ "a": 1, "b": 2 }', ['/a', '/b'], '{}'],
    ['compact', '[1,2,3]', ['/1', '/2'], '[1]'],
    ['neighbours', '[1, 2, 3, 4]', ['/1', '/2'], '[1, 4]'],
    ['every other', '[1, 2, 3, 4]', ['/0', '/2'], '[2, 4]'],
    ['the first line', '{\n  "a": 1,\n  "b": 2\n}', ['/a'], '{\n  "b": 2\n}'],
    ['the last line', '{\n  "a": 1,\n  "b": 2\n}', ['/b'], '{\n  "a": 1\n}'],
    ['all lines', '{\n  "a": 1,\n  "b": 2\n}', ['/a', '/b'], '{}'],
    ['CRLF', '{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n', ['/a'], '{\r\n  "b": 2\r\n}\r\n'],
    ['with a trailing comma', '{\n  "a": 1,\n  "b": 2,\n}', ['/b'], '{\n  "a": 1,\n}'],
    ['all with a trailing comma', '{\n  "a": 1,\n}', ['/a'], '{}'],
    ['a comment behind the one before', '{\n  "a": 1, // one\n  "b": 2\n}', ['/b'], '{\n  "a": 1 // one\n}'],
    ['a comment above', '{\n  // one\n  "a": 1,\n  "b": 2\n}', ['/a'], '{\n  // one\n  "b": 2\n}'],
    ['the only one, a comment above', '{\n  // one\n  "a": 1\n}', ['/a'], '{\n  // one\n}'],
    ['commas first', '{ "a": 1\n, "b": 2\n, "c": 3\n}', ['/b'], '{ "a": 1\n, "c": 3\n}'],
    ['items with their brackets on one line', '[{\n  "a": 1\n}, {\n  "b": 2\n}]', ['/1'], '[{\n  "a": 1\n}]'],
    ['all duplicate keys', '{"a":1,"b":2,"a":3}', ['/a'], '{"b":2}'],
    ['the same twice', '{"a":1,"b":2}', ['/a', '/a'], '{"b":2}'],
    ['at several levels', '{"a":{"b":1,"c":2},"d":3}', ['/a/b', '/d'], '{"a":{"c":2}}'],
  ])('%s', (_what, before, pointers, after) => {
    expect(remove(before, ...pointers)).toBe(after);
  });

  it('lets what comes take the place of what goes', () => {
    expect(
      change(
        lines('{', '  "a": 1, // one', '  "b": 2 // two', '}'),
        { kind: 'remove', pointer: '/b' },
        { kind: 'insert', pointer: '', key: 'c', value: 3 },
      ),
    ).toBe(lines('{', '  "a": 1, // one', '  "c": 3 // two', '}'));
  });

  it('keeps a moved value', () => {
    expect(
      change(
        '{ "containers": [{ "name": "a", "executionRoleArn": "arn" }] }',
        { kind: 'remove', pointer: '/containers/0/executionRoleArn' },
        { kind: 'insert', pointer: '', key: 'executionRoleArn', value: 'arn' },
      ),
    ).toBe('{ "containers": [{ "name": "a" }], "executionRoleArn": "arn" }');
  });

  it('gives edits that neither overlap nor touch', () => {
    const edits = editsOf('[1, 2, 3, 4, 5]', [
      { kind: 'remove', pointer: '/1' },
      { kind: 'remove', pointer: '/2' },
      { kind: 'set', pointer: '/3', value: 0 },
    ]);
    expect(edits).toEqual([{ range: { start: 4, end: 11 }, newText: '0' }]);
  });
});

describe('text', () => {
  it('is taken to the letter', () => {
    expect(change('{"a":1,}', { kind: 'text', range: { start: 6, end: 7 }, text: '' })).toBe('{"a":1}');
  });

  it('is refused outside the text and where it overlaps', () => {
    expect(change('[1]', { kind: 'text', range: { start: 2, end: 9 }, text: '' })).toBeUndefined();
    const set: Change = { kind: 'set', pointer: '/0', value: 2 };
    expect(change('[123]', set, { kind: 'text', range: { start: 3, end: 5 }, text: 'x' })).toBeUndefined();
  });

  it('goes with the value it stands in', () => {
    const text = '{"a":[/* c */1],"b":2}';
    expect(
      change(
        text,
        { kind: 'text', range: { start: 6, end: 13 }, text: '' },
        { kind: 'remove', pointer: '/a' },
      ),
    ).toBe('{"b":2}');
  });
});

describe('what cannot be done', () => {
  it.each<[what: string, text: string, ...changes: Change[]]>([
    ['a pointer to nothing', '{"a":1}', { kind: 'set', pointer: '/b', value: 1 }],
    ['removing nothing', '{"a":1}', { kind: 'remove', pointer: '/b' }],
    ['removing beyond a list', '[1]', { kind: 'remove', pointer: '/1' }],
    ['removing the document', '{"a":1}', { kind: 'remove', pointer: '' }],
    ['renaming an item', '[1]', { kind: 'rename', pointer: '/0', key: 'a' }],
    ['a member of a number', '{"a":1}', { kind: 'insert', pointer: '/a', key: 'b', value: 1 }],
    ['an item of an object', '{"a":{}}', { kind: 'append', pointer: '/a', value: 1 }],
    ['an empty text', '', { kind: 'set', pointer: '', value: 1 }],
    ['a value not yet typed', '{"a": }', { kind: 'set', pointer: '/a', value: 1 }],
    ['a missing bracket', '{"a": 1', { kind: 'insert', pointer: '', key: 'b', value: 1 }],
    ['a missing comma', '{"a": 1 "b": 2}', { kind: 'remove', pointer: '/a' }],
    ['a missing quote', '["a, 1]', { kind: 'append', pointer: '', value: 1 }],
    [
      'two values for one place',
      '{"a":1}',
      { kind: 'set', pointer: '/a', value: 2 },
      { kind: 'set', pointer: '/a', value: 3 },
    ],
    [
      'two values for a new member',
      '{}',
      { kind: 'insert', pointer: '', key: 'a', value: 2 },
      { kind: 'insert', pointer: '', key: 'a', value: 3 },
    ],
  ])('%s', (_what, text, ...changes) => {
    expect(editsOf(text, changes)).toBeUndefined();
    expect(change(text, ...changes)).toBeUndefined();
  });

  it('is done beside a mistake elsewhere', () => {
    expect(change('{"a": [1 2], "b": 3, "c": 4 ', { kind: 'set', pointer: '/b', value: 5 })).toBe(
      '{"a": [1 2], "b": 5, "c": 4 ',
    );
    expect(change('{"a": {"b": 1, "c": 2}, "d": ', { kind: 'remove', pointer: '/a/b' })).toBe(
      '{"a": {"c": 2}, "d": ',
    );
  });
});

it('makes a thousand changes to a large document at once', () => {
  const items = Array.from({ length: 5000 }, (_, i) => ({
    name: `container-${i}`,
    image: 'x'.repeat(160),
    gone: null,
  }));
  const text = JSON.stringify({ containerDefinitions: items }, null, 2);
  expect(text.length).toBeGreaterThan(1_000_000);
  const changes = items.slice(0, 1000).flatMap((_, i): Change[] => [
    { kind: 'remove', pointer: `/containerDefinitions/${i * 5}/gone` },
    { kind: 'remove', pointer: `/containerDefinitions/${i * 5 + 1}` },
  ]);
  const start = performance.now();
  const edits = editsOf(text, changes);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(edits).toHaveLength(2000);
  const expected = items.flatMap((item, i) => {
    if (i % 5 === 1) return [];
    const { gone: _, ...rest } = item;
    return [i % 5 === 0 ? rest : item];
  });
  expect(applyEdits(text, edits ?? [])).toBe(JSON.stringify({ containerDefinitions: expected }, null, 2));
});
