import type { Change, Json } from '../finding';
import { loose } from '../loose';
import { toPointer } from '../syntax/pointer';
import { type Node, propertyOf } from '../syntax/tree';
import { schemaAt } from './lookup';
import type { Site } from './sites';

/** Changes that put members into another object. */
export interface Insertion {
  readonly changes: readonly Change[];
  /** The place is certain, and the object has everything else that it needs. */
  readonly safe: boolean;
  /** The object that gets the members has to be made. */
  readonly makes: boolean;
}

/** Puts members into the object itself; undefined when it has one of them already. */
export function insertInto(
  node: Node,
  pointer: string,
  members: readonly (readonly [string, Json])[],
): Insertion | undefined {
  if (!members.every(([key]) => isFree(node, key))) return undefined;
  const changes = members.map(([key, value]): Change => ({ kind: 'insert', pointer, key, value }));
  return { changes, safe: true, makes: false };
}

/**
 * Puts members into an object some steps below another one, and makes what is missing on the way. A list that
 * is there must have exactly one item.
 */
export function insertBelow(
  holder: Site,
  steps: readonly string[],
  members: readonly (readonly [string, Json])[],
): Insertion | undefined {
  let { node, pointer } = holder;
  for (const [i, step] of steps.entries()) {
    if (step === '*') {
      const [only] = node.kind === 'array' && node.items.length === 1 ? node.items : [];
      if (!only) return undefined;
      node = only;
      pointer += '/0';
      continue;
    }
    if (node.kind !== 'object') return undefined;
    const property = propertyOf(node, step);
    if (!property) {
      if (!isFree(node, step)) return undefined;
      const value = steps.slice(i + 1).reduceRight<Json>(wrap, Object.fromEntries(members));
      const safe = isComplete(holder, steps, i, members);
      return { changes: [{ kind: 'insert', pointer, key: step, value }], safe, makes: true };
    }
    if (!property.value) return undefined;
    node = property.value;
    pointer += toPointer([step]);
  }
  return insertInto(node, pointer, members);
}

function wrap(value: Json, step: string): Json {
  return step === '*' ? [value] : { [step]: value };
}

/** Whether every object made from a step on gets all that it needs. */
function isComplete(
  holder: Site,
  steps: readonly string[],
  from: number,
  members: readonly (readonly [string, Json])[],
): boolean {
  return steps.slice(from).every((_, i) => {
    const made = steps.slice(0, from + i + 1).map((step) => (step === '*' ? 0 : step));
    const next = steps[from + i + 1];
    const keys = next === undefined ? members.map(([key]) => key) : [next];
    return (schemaAt([...holder.path, ...made])?.required ?? []).every((key) => keys.includes(key));
  });
}

/** Whether an object has no member of this name, however it is spelt. */
export function isFree(node: Node, key: string): boolean {
  const name = loose(key);
  return node.kind === 'object' && !node.properties.some((property) => loose(property.key) === name);
}
