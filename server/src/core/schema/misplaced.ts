import type { Change, Fix, Json } from '../finding';
import { childOf, type Node } from '../syntax/tree';
import { all } from '../words';
import { claim, claimBelow } from './claims';
import { show, toJson } from './data';
import type { Verdict } from './judge';
import { childSchema, type Schema, schemaAt } from './lookup';
import { insertBelow, insertInto } from './move';
import { objectName, type Site } from './sites';
import { hasOther, inTitle, remove, rename, type Said, theObject, type UnknownKey } from './unknownKey';

type Is<K extends Verdict['is']> = Extract<Verdict, { is: K }>;

/** Keys whose values go to the same object: one fix moves them all, so that two fixes never make it twice. */
export interface Group {
  readonly members: UnknownKey[];
  /** Made when first asked for. */
  move?: Move;
}

interface Move {
  readonly fix: Fix | undefined;
  /** The members that the fix moves. */
  readonly moved: readonly UnknownKey[];
  /** The object that gets them has to be made: nothing but its braces was forgotten. */
  readonly makes: boolean;
}

export type Groups = ReadonlyMap<string, Group>;

export function groupMoves(keys: readonly UnknownKey[]): Groups {
  const groups = new Map<string, Group>();
  for (const unknown of keys) {
    const id = groupOf(unknown);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.members.push(unknown);
    else groups.set(id, { members: [unknown] });
  }
  return groups;
}

function groupOf({ verdict, holder }: UnknownKey): string | undefined {
  if (verdict.is === 'above') return `${ancestor(holder, verdict.depth)?.pointer} ${verdict.key}`;
  if (verdict.is === 'below') return `${holder.pointer} ${verdict.steps.join('/')}`;
  return verdict.is === 'secret' ? `${holder.parent?.pointer} secrets` : undefined;
}

/** A key of an object around this one: `executionRoleArn` in a container. */
export function above(unknown: UnknownKey<Is<'above'>>, groups: Groups): Said {
  const { holder, value, verdict } = unknown;
  const target = ancestor(holder, verdict.depth);
  const place = target ? theObject(target) : 'the task definition';
  const message = misplaced(unknown, `to ${place}`, verdict.key);
  const said = { rule: 'schema/misplaced-key', message } as const;
  if (!target) return { ...said, fixes: [remove(unknown, false)] };

  claim(target.node, [verdict.key]);
  const present = childOf(target.node, verdict.key);
  if (present) return { ...said, fixes: [remove(unknown, sameValue(present, value.node))] };
  const members = groups.get(groupOf(unknown) ?? '')?.members ?? [unknown];
  // Containers that agree are repaired together; where they differ, somebody has to choose.
  const agree = members.length <= MANY && members.every((other) => sameValue(other.value.node, value.node));
  const to = insertInto(target.node, target.pointer, [[verdict.key, toJson(value.node)]]);
  if (!to) return { ...said, fixes: [remove(unknown, false)] };
  const fix: Fix = {
    title: `Move ${verdict.key} to ${place}`,
    changes: [...to.changes, ...removals(agree ? members : [unknown])],
    safe: agree && fitsType(target.schema && childSchema(target.schema, verdict.key), value.node),
  };
  return { ...said, fixes: [fix] };
}

/** More than anyone has; comparing each of thousands with all others would take seconds. */
const MANY = 50;

/**
 * A key of an object inside this one: `image` beside `containerDefinitions`, `sourcePath` in a volume. Where several
 * lack the object that would hold them all, the first one speaks for the others, which get undefined.
 */
export function below(unknown: UnknownKey<Is<'below'>>, groups: Groups): Said | undefined {
  const { holder, property, verdict } = unknown;
  const { key, steps } = verdict;
  claimBelow(holder.node, steps, key);
  const inner = steps.findLast((step) => step !== '*');
  if (inner === undefined) return renamedHere(unknown);
  const toContainer = inner === 'containerDefinitions';
  const place = toContainer
    ? 'to a container'
    : steps.at(-1) === '*'
      ? `in an item of "${inner}"`
      : `in "${inner}"`;
  const said = { rule: 'schema/misplaced-key', message: misplaced(unknown, place, key) } as const;

  const group = groups.get(groupOf(unknown) ?? '') ?? { members: [unknown] };
  group.move ??= moveBelow(group.members, holder, steps, inner);
  const { fix, moved, makes } = group.move;
  const isMoved = moved.some((member) => member.property === property);
  if (!fix || !isMoved) return { ...said, fixes: [remove(unknown, false)] };
  if (!makes || moved.length === 1) return { ...said, fixes: [fix] };
  if (moved[0]?.property !== property) return undefined;
  const names = all(moved.map((member) => show(member.property.key)));
  return {
    rule: 'schema/misplaced-key',
    message: `${names} belong ${place}, not in ${objectName(holder)}: the AWS CLI refuses them here.`,
    fixes: [fix],
    related: moved.slice(1).map((member) => ({
      start: member.property.keyRange.start,
      end: member.property.keyRange.end,
      message: `This belongs ${place} too.`,
    })),
  };
}

/** `secrets` in `logConfiguration`: a container has that key, and here it has another name. */
function renamedHere(unknown: UnknownKey<Is<'below'>>): Said {
  const { holder, property, verdict } = unknown;
  const fix = hasOther(unknown, verdict.key) ? remove(unknown, false) : rename(unknown, verdict.key, false);
  const message = `In ${objectName(holder)} the key is "${verdict.key}": the AWS CLI refuses ${show(property.key)} here.`;
  return { rule: 'schema/misplaced-key', message, fixes: [fix] };
}

/** One fix for all members that go to the same object, but those it has already. */
function moveBelow(
  members: readonly UnknownKey[],
  holder: Site,
  steps: readonly string[],
  inner: string,
): Move {
  const values = new Map<string, { unknown: UnknownKey; value: Json }>();
  for (const unknown of members) {
    const key = 'key' in unknown.verdict ? unknown.verdict.key : '';
    const value = toJson(unknown.value.node);
    if (!values.has(key) && insertBelow(holder, steps, [[key, value]])) values.set(key, { unknown, value });
  }
  const to = insertBelow(
    holder,
    steps,
    [...values].map(([key, { value }]) => [key, value]),
  );
  const moved = [...values.values()].map(({ unknown }) => unknown);
  if (!to || moved.length === 0) return { fix: undefined, moved, makes: false };
  const schema = schemaAt([...holder.path, ...steps.map((step) => (step === '*' ? 0 : step))]);
  const fit = [...values].every(([key, { unknown }]) =>
    fitsType(schema && childSchema(schema, key), unknown.value.node),
  );
  const place = inner === 'containerDefinitions' ? 'the container' : inner;
  const title = `Move ${all([...values.keys()].map(inTitle))} into ${place}`;
  const fix: Fix = { title, changes: [...to.changes, ...removals(moved)], safe: to.safe && fit };
  return { fix, moved, makes: to.makes };
}

/** `valueFrom` in `environment`: the item belongs in `secrets`. */
export function secret(unknown: UnknownKey, groups: Groups): Said {
  const container = unknown.holder.parent?.parent;
  const said = {
    rule: 'schema/misplaced-key',
    message: `${show(unknown.property.key)} belongs in an item of "secrets": "environment" holds plain values only, and the AWS CLI refuses anything else.`,
  } as const;
  const group = groups.get(groupOf(unknown) ?? '');
  if (!group || !container) return said;
  group.move ??= { fix: moveToSecrets(group.members, container), moved: [], makes: false };
  return { ...said, fixes: group.move.fix ? [group.move.fix] : [] };
}

function moveToSecrets(members: readonly UnknownKey[], container: Site): Fix | undefined {
  const items = members.map(({ holder, value }): Json | undefined => {
    const name = childOf(holder.node, 'name');
    const only = holder.node.kind === 'object' && holder.node.properties.length === 2;
    return only && name?.kind === 'string' && value.node.kind === 'string'
      ? { name: name.value, valueFrom: value.node.value }
      : undefined;
  });
  const whole = items.every((item) => item !== undefined);
  const list = childOf(container.node, 'secrets');
  if (!whole || (list && list.kind !== 'array')) return undefined;
  const pointer = `${container.pointer}/secrets`;
  const insert: Change[] = list
    ? items.map((value) => ({ kind: 'append', pointer, value }))
    : [{ kind: 'insert', pointer: container.pointer, key: 'secrets', value: items }];
  const changes = members.map(({ holder }): Change => ({ kind: 'remove', pointer: holder.pointer }));
  const what = members.length === 1 ? 'the item' : `${members.length} items`;
  return { title: `Move ${what} to secrets`, changes: [...insert, ...changes], safe: true };
}

/** `launchType` is said when the task is run; a task definition lists what it is checked against. */
export function launchType(unknown: UnknownKey): Said {
  const { holder, value } = unknown;
  const said = {
    rule: 'schema/misplaced-key',
    message:
      '"launchType" belongs to the service or the request that starts the task: the AWS CLI refuses it here. A task definition lists its launch types in "requiresCompatibilities".',
  } as const;
  const launchTypes = schemaAt(['requiresCompatibilities', 0])?.enum ?? [];
  const given = value.node.kind === 'string' ? value.node.value : '';
  const type = launchTypes.find((one) => one === given.toUpperCase());
  claim(holder.node, ['requiresCompatibilities']);
  const list = childOf(holder.node, 'requiresCompatibilities');
  if (list?.kind === 'array') {
    const listed = list.items.some((item) => item.kind === 'string' && item.value === type);
    return { ...said, fixes: [remove(unknown, listed)] };
  }
  if (!type || list) return { ...said, fixes: [remove(unknown, false)] };
  const fix: Fix = {
    title: `Replace launchType with requiresCompatibilities ["${type}"]`,
    changes: [
      { kind: 'insert', pointer: holder.pointer, key: 'requiresCompatibilities', value: [type] },
      { kind: 'remove', pointer: value.pointer },
    ],
    safe: true,
  };
  return { ...said, fixes: [fix] };
}

function misplaced({ holder, property }: UnknownKey, place: string, key: string): string {
  const spelt = property.key === key ? '' : `, as "${key}"`;
  const belongs = `${show(property.key)} belongs ${place}${spelt}`;
  return `${belongs}, not ${place.startsWith('to') ? 'to' : 'in'} ${objectName(holder)}: the AWS CLI refuses it here.`;
}

function ancestor(holder: Site, depth: number): Site | undefined {
  let site: Site | undefined = holder;
  while (site && site.path.length > depth) site = site.parent;
  return site;
}

function removals(members: readonly UnknownKey[]): Change[] {
  return members.map(({ value }): Change => ({ kind: 'remove', pointer: value.pointer }));
}

function sameValue(a: Node, b: Node): boolean {
  return a === b || JSON.stringify(toJson(a)) === JSON.stringify(toJson(b));
}

function fitsType(schema: Schema | undefined, node: Node): boolean {
  return schema?.type === (node.kind === 'number' && node.integer ? 'integer' : node.kind);
}
