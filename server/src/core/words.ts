/** "a", "a or b", "a, b or c". */
export function either(items: readonly (string | number)[]): string {
  return joined(items, 'or');
}

/** "a", "a and b", "a, b and c". */
export function all(items: readonly (string | number)[]): string {
  return joined(items, 'and');
}

/** "1st", "2nd", "3rd", "4th", "11th". */
export function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}

function joined(items: readonly (string | number)[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
