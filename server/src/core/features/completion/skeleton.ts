import type { Json } from '../../finding';
import { keysOf } from '../../schema/lookup';
import { optionKeys } from './logs';
import { PIECES } from './pieces';
import { type Choice, child, first, type Place } from './place';
import { USUAL } from './ranking';
import { bareStop, hasStops, stop } from './snippet';
import { valuesFor } from './values';

/** Numbers to begin with, where neither the document nor the schema suggests one. MiB, seconds, GiB, counts. */
const NUMBERS: Readonly<Record<string, number>> = {
  startTimeout: 120,
  startPeriod: 30,
  sharedMemorySize: 64,
  maxSwap: 0,
  size: 64,
  softLimit: 65536,
  hardLimit: 65536,
  transitEncryptionPort: 20049,
  maxComputePercent: 50,
};

/** Texts of one's own: nothing of the list is more likely than the rest. */
const OPEN = /^(?:image|workingDirectory|hostname)$/;

/** What to write behind a new key: as much as makes sense, with stops where a person has to choose. */
export function skeleton(place: Place): Json {
  const { schema } = place;
  const [piece] = piecesFor(place);
  if (piece) return piece.value;
  if (schema.type === 'array') {
    const item = child(place, 0);
    return item ? [skeleton(item)] : [];
  }
  if (schema.type === 'object') return schema.properties ? members(place) : options(place);
  return scalar(place);
}

/** Ready-made values for an object of this kind. */
export function piecesFor(place: Place): readonly Choice[] {
  const struct = place.path.length === 0 ? 'TaskDefinition' : place.schema.struct;
  return (struct !== undefined && PIECES[struct]?.(place)) || [];
}

function members(place: Place): Json {
  const { required = [], struct = '' } = place.schema;
  const keys = keysOf(place.schema).filter((key) => required.includes(key) || USUAL[struct]?.includes(key));
  return Object.fromEntries(
    keys.flatMap((key) => {
      const member = child(place, key);
      return member ? [[key, skeleton(member)]] : [];
    }),
  );
}

/** The options that the driver needs; other maps are empty. */
function options(place: Place): Json {
  const needed = optionKeys(place, new Set()).filter(({ isRequired }) => isRequired);
  return Object.fromEntries(needed.map(({ key, value }) => [key, value]));
}

function scalar(place: Place): Json {
  const { schema } = place;
  const key = String(place.path.findLast((step) => typeof step === 'string'));
  if (schema.type === 'boolean') return bareStop(true);
  if (schema.type === 'integer') {
    const number = Number(first(valuesFor(place)) ?? NUMBERS[key] ?? Math.max(schema.minimum ?? 1, 1));
    return bareStop(number);
  }
  if (OPEN.test(key)) return stop();
  const found = valuesFor(place);
  // Of several values of a list nobody knows which; of proposals the first one is the best.
  if (found.length === 0 || (schema.enum && found.length > 1)) return stop();
  const value = String(found[0]?.value);
  return hasStops(value) ? value : stop(value);
}
