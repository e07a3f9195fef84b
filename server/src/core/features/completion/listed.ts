import { isTaken } from '../../model/taken';
import { type Choice, choices, othersIn, type Place } from './place';

/** What the schema itself says of the values: a list of them, a default, examples. */
export function listed(place: Place): Choice[] {
  const { schema } = place;
  if (schema.type === 'boolean') return switches(schema.default === true);
  const { default: usual, examples = [], enum: values } = schema;
  if (values) {
    const found = values.map((value, i) => ({
      value,
      note: schema.enumDescriptions?.[i],
      detail: value === usual ? 'default' : undefined,
    }));
    return fitting(place, found);
  }
  const isSingle = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  return [...choices([usual].filter(isSingle), 'default'), ...choices(examples.filter(isSingle))].filter(
    ({ value }, i) => i === 0 || value !== usual,
  );
}

/** Those that are not refused, and of a list those that it lacks; all of them where that would leave none. */
export function fitting(place: Place, found: readonly Choice[]): Choice[] {
  const isItem = typeof place.path.at(-1) === 'number';
  const there = isItem ? othersIn(place, place.path.slice(0, -1)) : new Set();
  const missing = found.filter(({ value }) => !there.has(String(value)));
  const taken = missing.filter(({ value }) => isTaken(String(value), place.path, place.definition));
  return taken.length > 0 ? taken : missing;
}

/** What is not the default is what somebody wants to write. */
function switches(usual: boolean): Choice[] {
  return [{ value: !usual }, { value: usual, detail: 'default' }];
}
