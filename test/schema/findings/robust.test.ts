import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../server/src/core/syntax/json/edits';
import { container, find } from '../../support/schema-tester';
import { fullTaskDefinition } from '../fullTaskDefinition';

const full = JSON.stringify(fullTaskDefinition, null, 2);

describe('whatever the text is', () => {
  it('accepts a definition with every member', () => {
    expect(find(full)).toEqual([]);
  });

  it('finds nothing wrong in any beginning of a right definition', () => {
    for (let end = 0; end < full.length; end += 7) {
      const found = find(full.slice(0, end)).map(({ rule, pointer }) => `${rule} ${pointer}`);
      expect(found, `...${full.slice(Math.max(0, end - 60), end)}`).toEqual([]);
    }
  });

  it('survives a definition without any one of its characters', () => {
    for (let at = 0; at < full.length; at += 11) {
      const text = full.slice(0, at) + full.slice(at + 1);
      for (const { range } of find(text)) {
        expect(range.start >= 0 && range.start <= range.end && range.end <= text.length).toBe(true);
      }
    }
  });

  it('offers only fixes that can be made, and that leave JSON', () => {
    const strange = [null, 1.5, '', 'x y', true, [], {}, [null], [{}], { a: 1 }, ['x'], [1]];
    const keys = Object.keys(fullTaskDefinition.containerDefinitions[0] ?? {});
    for (const key of [...keys, 'Name', 'ports', 'interval', 'taskRoleArn', 'foo']) {
      for (const value of strange) {
        const text = container(`${JSON.stringify(key)}: ${JSON.stringify(value)}`);
        for (const { fixes, rule } of find(text)) {
          for (const fix of fixes) {
            const fixed = applyFix(text, fix);
            expect(fixed, `${rule}: ${fix.title} in ${text}`).toBeDefined();
            expect(fixed).not.toBe(text);
            expect(() => JSON.parse(fixed ?? ''), `${fix.title} in ${text}`).not.toThrow();
          }
        }
      }
    }
  });

  it('reports each of ten thousand mistakes', () => {
    const variables = Array.from({ length: 10_000 }, (_, i) => `{"name": "V${i}", "value": ${i}}`);
    expect(find(container(`"environment": [${variables.join(', ')}]`))).toHaveLength(10_000);
  });
});
