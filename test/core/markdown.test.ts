import { describe, expect, it } from 'vitest';
import { code } from '../../server/src/core/markdown';
import * as fc from '../support/fast-check';

/** What a text of nothing but one code span shows, as CommonMark reads it; undefined for any other text. */
function shown(markdown: string): string | undefined {
  const fence = /^`+/.exec(markdown)?.[0] ?? '';
  const runs = [...markdown.matchAll(/`+/g)].filter(([run]) => run === fence);
  const last = runs[1];
  if (runs.length !== 2 || last?.index !== markdown.length - fence.length || markdown.includes('\n'))
    return undefined;
  const inside = markdown.slice(fence.length, last.index);
  return /^ .*[^ ].* $/.test(inside) ? inside.slice(1, -1) : inside;
}

describe('a text of the document in Markdown', () => {
  it.each([
    ['web', '`web`'],
    ['', 'the empty string'],
    [' ', '` `'],
    [' a ', '`  a  `'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['``` js', '```` ``` js ````'],
    ['a\nb\r\tc', '`a·b··c`'],
    ['a\u202eb\u0000\u2028', '`a·b··`'],
    ['\ud800', '`·`'],
    ['😀', '`😀`'],
    ['[x](javascript:alert(1))', '`[x](javascript:alert(1))`'],
    ['x'.repeat(121), `\`${'x'.repeat(120)}…\``],
    ['x'.repeat(120), `\`${'x'.repeat(120)}\``],
    ['😀'.repeat(121), `\`${'😀'.repeat(120)}…\``],
  ])('%j is %s', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  it('is one code span, whatever it is', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('`', ' ', '\\', '*', '_', '[', ']', '(', '<', '\n', 'a', '😀'),
      minLength: 1,
      maxLength: 100,
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary', minLength: 1, maxLength: 100 })), (text) => {
        const expected = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '·');
        expect(shown(code(text))).toBe(expected);
      }),
    );
  });
});
