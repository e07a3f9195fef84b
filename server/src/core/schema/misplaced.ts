import type { Change, Fix, Json } from '../finding';
import { childOf, type Node } from '../syntax/tree';
import { show, toJson } from './data';
import type { Verdict } from './judge';
import { childSchema, type Schema, schemaAt } from './lookup';
import { type Insertion, insertBelow, insertInto } from './move';
import { objectName, type Site } from './sites';
import { hasOther, inTitle, remove, rename, type Said, theObject, type UnknownKey } from './unknownKey';

type Is<K extends Verdict['is']> = Extract<Verdict, { is: K }>;

/** Keys whose values go to the same object: one fix moves them all, so that two fixes never make it twice. */
export interface Group {
  readonly members: UnknownKey[];
  /** Made when first asked for. */
  insertion?: { readonly fix: Fix | undefined; readonly to: Insertion | undefined };
}

export type Groups = ReadonlyMap<string, Group>;

/** A key says that it is reported, so that nobody misses it where it belongs. */
export type Claim = (pointer: string, keys: readonly string[]) => void;

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
export function above(unknown: UnknownKey<Is<'above'>>, groups: Groups, claim: Claim): Said {
  const { holder, value, verdict } = unknown;
  const target = ancestor(holder, verdict.depth);
  const place = target ? theObject(target) : 'the task definition';
  const message = misplaced(unknown, `to ${place}`, verdict.key);
  const said = { rule: 'schema/misplaced-key', message } as const;
  if (!target) return { ...said, fixes: [remove(unknown, false)] };

  claim(target.pointer, [verdict.key]);
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

/** A key of an object inside this one: `image` beside `containerDefinitions`, `sourcePath` in a volume. */
export function below(unknown: UnknownKey<Is<'below'>>, groups: Groups, claim: Claim): Said {
  const { holder, verdict } = unknown;
  const { key, steps } = verdict;
  const inner = steps.findLast((step) => step !== '*');
  if (inner === undefined) {
    const fix = hasOther(unknown, key) ? remove(unknown, false) : rename(unknown, key, false);
    claim(holder.pointer, [key]);
    return {
      rule: 'schema/misplaced-key',
      message: misplaced(unknown, `to ${theObject(holder)}`, key),
      fixes: [fix],
    };
  }
  const toContainer = inner === 'containerDefinitions';
  const place = toContainer
    ? 'to a container'
    : steps.at(-1) === '*'
      ? `in an item of "${inner}"`
      : `in "${inner}"`;
  const said = { rule: 'schema/misplaced-key', message: misplaced(unknown, place, key) } as const;

  const group = groups.get(groupOf(unknown) ?? '') ?? { members: [unknown] };
  group.insertion ??= moveBelow(group.members, holder, steps, inner);
  const { fix = remove(unknown, false), to } = group.insertion;
  if (to) claim(to.pointer, to.keys);
  return { ...said, fixes: [fix] };
}

function moveBelow(
  members: readonly UnknownKey[],
  holder: Site,
  steps: readonly string[],
  inner: string,
): NonNullable<Group['insertion']> {
  const values = members.flatMap(({ verdict, value }): [string, Json][] =>
    'key' in verdict ? [[verdict.key, toJson(value.node)]] : [],
  );
  const keys = values.map(([key]) => key);
  const to = new Set(keys).size === keys.length ? insertBelow(holder, steps, values) : undefined;
  if (!to) return { fix: undefined, to };
  const schema = schemaAt([...holder.path, ...steps.map((step) => (step === '*' ? 0 : step))]);
  const fit = members.every(
    ({ verdict, value }) =>
      'key' in verdict && fitsType(schema && childSchema(schema, verdict.key), value.node),
  );
  const place = inner === 'containerDefinitions' ? 'the container' : inner;
  const title = `Move ${listOf(keys)} into ${place}`;
  return { fix: { title, changes: [...to.changes, ...removals(members)], safe: to.safe && fit }, to };
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
  group.insertion ??= { fix: moveToSecrets(group.members, container), to: undefined };
  return { ...said, ...(group.insertion.fix && { fixes: [group.insertion.fix] }) };
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

/** "interval", "interval and timeout", "interval, timeout and retries". */
function listOf(keys: readonly string[]): string {
  const names = keys.map(inTitle);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
