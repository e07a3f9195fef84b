import { childOf } from '../syntax/tree';
import { isOnMember, type Refactor, rewrite } from './refactoring';
import { reordered } from './reorder';

/** Puts variables, and secrets, in the order of their names. */
export const sortEnvironment: Refactor = (spot) => {
  const { analysis, container } = spot;
  const { text } = analysis;
  if (!container) return [];
  return (['environment', 'secrets'] as const).flatMap((key) => {
    const list = container.get(key);
    if (list?.kind !== 'array' || (!isOnMember(spot, container.node, key) && !spot.isAsked)) return [];
    const names = list.items.flatMap((item) => {
      const name = childOf(item, 'name');
      return name?.kind === 'string' ? name.value : [];
    });
    if (
      names.length !== list.items.length ||
      names.every((name, i) => i === 0 || (names[i - 1] ?? '') <= name)
    )
      return [];
    const order = [...names.keys()].sort((a, b) => compare(names[a] ?? '', names[b] ?? '') || a - b);
    const sorted = reordered(text, list, order, ({ start, end }) => text.slice(start, end));
    const range = { start: list.start, end: list.end };
    return sorted === undefined
      ? []
      : [rewrite(`Sort ${key} by name`, [{ kind: 'text', range, text: sorted }])];
  });
};

/** By code units: the same everywhere, whatever language a machine speaks. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
