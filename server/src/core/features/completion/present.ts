import type { Choice, Place } from './place';

/**
 * Whether the value at the cursor is there to be exchanged: it is a whole one that the list knows, or the cursor is
 * inside of a number or of a value out of a closed list, or nothing of such a list looks like it. Else it is the
 * beginning of one, and editors are to show only what goes with it.
 *
 * @param present what stands there, with its quotes
 * @param isInside a part of it stands behind the cursor
 */
export function isExchanged(
  place: Place,
  present: string,
  choices: readonly Choice[],
  isInside: boolean,
): boolean {
  const word = unquoted(present);
  if (word === '') return false;
  const isKnown = (value: unknown) => String(value) === word;
  if (place.schema.enum?.some(isKnown) || choices.some(({ value }) => isKnown(value))) return true;
  const isClosed = hasClosedList(place);
  if (isInside) return isClosed || /^\d+$/.test(word);
  const typed = word.toLowerCase();
  return isClosed && !choices.some(({ value }) => String(value).toLowerCase().includes(typed));
}

/** Nothing else may stand there than what is listed. */
function hasClosedList({ schema, path, definition }: Place): boolean {
  if (schema.enum || schema.type === 'boolean') return true;
  const isSize = path.length === 1 && (path[0] === 'cpu' || path[0] === 'memory');
  return isSize && definition.requires('FARGATE') !== undefined;
}

export const unquoted = (text: string): string => text.replace(/^"|"$/g, '');
