import type { Json } from '../../finding';
import { refusalsOf } from '../../model/refusal';
import { keysOf } from '../../schema/lookup';
import { memberName } from '../members';
import { commands } from './health';
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

/** The place that the cursor goes to first, if nothing stands there yet. */
export function emptyPlace(place: Place, value: Json): Place | undefined {
  const found = firstStop(place, value);
  return found?.value === stop() ? found.place : undefined;
}

function firstStop(place: Place, value: Json): { place: Place; value: string } | undefined {
  if (typeof value === 'string') return hasStops(value) ? { place, value } : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const part = child(place, Array.isArray(value) ? Number(key) : key);
    const found = part && firstStop(part, inner);
    if (found) return found;
  }
  return undefined;
}

/** Ready-made values for an object of this kind, or for a list that is more than its items. */
export function piecesFor(place: Place): readonly Choice[] {
  if (memberName(place.path) === 'containerDefinitions.healthCheck.command' && place.schema.type === 'array')
    return commands(place);
  const struct = place.path.length === 0 ? 'TaskDefinition' : place.schema.struct;
  return (struct !== undefined && PIECES[struct]?.(place)) || [];
}

function members(place: Place): Json {
  const { required = [], struct = '' } = place.schema;
  const refusals = refusalsOf(place.definition);
  return Object.fromEntries(
    keysOf(place.schema).flatMap((key) => {
      const isRequired = required.includes(key);
      const member = isRequired || USUAL[struct]?.includes(key) ? child(place, key) : undefined;
      return member && (isRequired || !refusals.ofMember(member.path)) ? [[key, part(member)]] : [];
    }),
  );
}

/** A member of something larger: the cursor comes there later, if at all, so that a value of a list is written out. */
function part(place: Place): Json {
  const value = skeleton(place);
  const best = value === stop() && place.schema.enum ? first(valuesFor(place)) : undefined;
  return best === undefined ? value : stop(best);
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
