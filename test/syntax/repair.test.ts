import { describe, expect, it } from 'vitest';
import { applyFix } from '../../server/src/core/syntax/json/edits';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import { syntaxFix } from '../../server/src/core/syntax/json/repair';

const fixesOf = (text: string) => {
  const problem = parseJson(text).problems.find(({ kind }) => kind === 'syntax');
  if (!problem) throw new Error('nothing is wrong');
  return syntaxFix(text, problem);
};

describe('a text that is no JSON', () => {
  it.each([
    // commas and colons
    ['{"a": 1 "b": 2}', 'Add the missing comma', '{"a": 1, "b": 2}'],
    ['{\n  "a": {}\n  "b": 2\n}', 'Add the missing comma', '{\n  "a": {},\n  "b": 2\n}'],
    ['{"a" 1}', 'Add the missing colon', '{"a": 1}'],
    ['[1,,2]', 'Remove the comma', '[1,2]'],
    ['{"a": 1,, "b": 2}', 'Remove the comma', '{"a": 1, "b": 2}'],
    // brackets
    ['{"a": 1\n', 'Add the missing }', '{"a": 1}\n'],
    ['{"a": [{"b": "x]"}', 'Add the missing ]}', '{"a": [{"b": "x]"}]}'],
    ['{"a": [1, 2}', 'Add the missing ]', '{"a": [1, 2]}'],
    ['{"a": [{"b": 1]}', 'Add the missing }', '{"a": [{"b": 1}]}'],
    ['{"a": 1}}\n', 'Remove what follows the end', '{"a": 1}\n'],
    ['{"a": 1} end', 'Remove what follows the end', '{"a": 1}'],
    // quotes
    ['{"a": "web,\n "b": 1}', 'Add the missing quote', '{"a": "web",\n "b": 1}'],
    ['{"a": "web}', 'Add the missing quote', '{"a": "web"}'],
    ["{'a': 1}", `Change 'a' to "a"`, '{"a": 1}'],
    ['{"a": web-1}', 'Change web-1 to "web-1"', '{"a": "web-1"}'],
    ['{a: 1}', 'Change a to "a"', '{"a": 1}'],
    // Python
    ['{"a": True}', 'Change True to true', '{"a": true}'],
    ['{"a": None}', 'Change None to null', '{"a": null}'],
    // a byte order mark stays
    ['\ufeff{"a": 1', 'Add the missing }', '\ufeff{"a": 1}'],
  ])('%j: %s', (text, title, repaired) => {
    const [fix, ...others] = fixesOf(text);
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ title, safe: false });
    expect(fix && applyFix(text, fix)).toBe(repaired);
  });

  it.each([
    ['two mistakes', '["a" "b" "c"]'],
    ['two words of Python', '{"a": None, "b": True}'],
    ['nobody can know the value', '{"a": , "b": 1}'],
    ['a number with a leading zero', '{"a": 012}'],
    ['a quote inside of a string', '{"a": "b"c"}'],
    ['the quote of a key', '{a": 1}'],
    ['a comment that goes on', '{"a": 1} /* x'],
    ['an escape', '{"a": "\\q"}'],
    ['brackets that cross', '{"a": {"b": 1 ]'],
  ])('has no repair where one is not enough, or not clear: %s', (_, text) => {
    expect(fixesOf(text)).toEqual([]);
  });

  it('is not tried when it is long', () => {
    const long = (length: number) => `["${'x'.repeat(length)}"`;
    expect(fixesOf(long(99_000))).toHaveLength(1);
    expect(fixesOf(long(101_000))).toEqual([]);
  });

  it('takes time in proportion to its length', () => {
    const text = `{"a": "${'\\"'.repeat(48_000)}`;
    const start = performance.now();
    fixesOf(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
