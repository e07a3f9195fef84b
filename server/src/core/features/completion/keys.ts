import type { Json } from '../../finding';
import { type Refusal, refusalsOf } from '../../model/refusal';
import { keysOf } from '../../schema/lookup';
import { memberName } from '../members';
import { optionKeys } from './logs';
import { child, type Place } from './place';
import { COMMON, EXCLUSIVE } from './ranking';
import { emptyPlace, skeleton } from './skeleton';
import { stop } from './snippet';
import { valuesFor } from './values';

/** A key that an object may get. */
export interface KeyChoice {
  readonly key: string;
  /** What to write behind it. */
  readonly value: Json;
  /** "required", "not on Fargate" */
  readonly detail?: string | undefined;
  /** The name of the note that explains it; or the explanation itself. */
  readonly member?: string;
  readonly note?: string | undefined;
  readonly isRefused: boolean;
  /** The cursor goes to an empty place, for which there is a list. */
  readonly asksForValue: boolean;
}

/** In AWS's model still, but AWS refuses it. */
const RETIRED = new Set(['inferenceAccelerators']);

/**
 * Keys that the object lacks: what is required, what is common, the rest in AWS's order, and last what is refused where
 * the task runs.
 *
 * @param present keys that it has
 */
export function keysFor(place: Place, present: ReadonlySet<string>): KeyChoice[] {
  if (!place.schema.properties) return mapKeys(place, present);
  const struct = place.schema.struct ?? 'TaskDefinition';
  const required = place.schema.required ?? [];
  const common = COMMON[struct] ?? [];
  const known = keysOf(place.schema).filter((key) => !RETIRED.has(key));
  const ordered = new Set([...required, ...common, ...known]);
  const excluded = new Set(
    EXCLUSIVE[struct]?.flatMap((group) => (group.some((key) => present.has(key)) ? group : [])),
  );
  const refusals = refusalsOf(place.definition);
  const found = [...ordered].flatMap((key): (KeyChoice & { isLast: boolean })[] => {
    const member = present.has(key) || excluded.has(key) ? undefined : child(place, key);
    if (!member) return [];
    const refusal = refusals.ofMember(member.path);
    const value = skeleton(member);
    const empty = emptyPlace(member, value);
    return [
      {
        key,
        value,
        member: memberName(member.path),
        detail: refusal ? sayRefusal(refusal) : required.includes(key) ? 'required' : undefined,
        isRefused: refusal !== undefined && refusal.row.severity !== 'info',
        isLast: refusal !== undefined,
        asksForValue: empty !== undefined && valuesFor(empty).length > 0,
      },
    ];
  });
  return [...found.filter(({ isLast }) => !isLast), ...found.filter(({ isLast }) => isLast)];
}

/** "not on Fargate"; of what is not known to be refused, "perhaps not on Windows". */
function sayRefusal({ row, place }: Refusal): string {
  const isMode = /^[a-z]/.test(place);
  const where = isMode ? `with ${place}` : place === 'External' ? 'on external instances' : `on ${place}`;
  return row.severity === 'info' ? `perhaps not ${where}` : `not ${where}`;
}

function mapKeys(place: Place, present: ReadonlySet<string>): KeyChoice[] {
  const isDriver = place.path.at(-1) === 'driverOpts';
  if (isDriver) return driverOptions(present);
  if (place.path.at(-1) !== 'options') return [];
  const all = optionKeys(place, present).filter(({ key }) => !present.has(key));
  const sorted = [
    ...all.filter(({ isRequired }) => isRequired),
    ...all.filter(({ isRequired }) => !isRequired),
  ];
  return sorted.map(({ key, value, detail, note }) => ({
    key,
    value,
    detail,
    note,
    isRefused: false,
    asksForValue: false,
  }));
}

/** Of Docker's driver `local`, which mounts as the command `mount` does. */
function driverOptions(present: ReadonlySet<string>): KeyChoice[] {
  const all: Readonly<Record<string, [value: string, note: string]>> = {
    type: ['nfs', 'The kind of file system.'],
    device: [':/', 'What is mounted.'],
    o: ['addr=', 'Options, separated by commas.'],
  };
  return Object.entries(all)
    .filter(([key]) => !present.has(key))
    .map(([key, [value, note]]) => ({
      key,
      value: stop(value),
      note,
      isRefused: false,
      asksForValue: false,
    }));
}
