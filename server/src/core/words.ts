/** "a", "a or b", "a, b or c". */
export function either(items: readonly (string | number)[]): string {
  return joined(items, 'or');
}

/** "a", "a and b", "a, b and c". */
export function all(items: readonly (string | number)[]): string {
  return joined(items, 'and');
}

function joined(items: readonly (string | number)[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
