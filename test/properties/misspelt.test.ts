import { expect, it } from 'vitest';
import { parseJson } from '../../server/src/core/syntax/json/parse';
import type { Node, Property } from '../../server/src/core/syntax/tree';
import { judge } from './judge';
import { ownSamples, timeout } from './samples';

/** `rule pointer` of what is more than advice. */
const loud = (text: string): string[] =>
  judge(text)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, pointer }) => `${rule} ${pointer}`);

function membersOf(node: Node | undefined): Property[] {
  if (node?.kind === 'array') return node.items.flatMap(membersOf);
  if (node?.kind !== 'object') return [];
  return node.properties.flatMap((property) => [property, ...membersOf(property.value)]);
}

/** A letter is left out, behind the second one, or added where there are too few to be recognised. */
const misspell = (key: string): string => (key.length < 4 ? `${key}s` : key.slice(0, 2) + key.slice(3));

it('a misspelt key is one finding, and nothing else is found for want of it', { timeout }, () => {
  let misspelt = 0;
  const told: string[] = [];
  for (const { name, text } of ownSamples()) {
    if (loud(text).length > 0) continue;
    for (const { key, keyRange } of membersOf(parseJson(text).root)) {
      const wrong = text.slice(0, keyRange.start + 1) + misspell(key) + text.slice(keyRange.end - 1);
      const found = loud(wrong);
      misspelt++;
      if (found.length > 1) told.push(`${name}: ${misspell(key)}: ${found.join(', ')}`);
    }
  }
  expect(told).toEqual([]);
  expect(misspelt).toBeGreaterThan(1000);
});
