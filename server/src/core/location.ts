import { pointerOf, toPointer } from './syntax/pointer';
import {
  holderOf,
  type Node,
  type ObjectNode,
  type Property,
  pathOf,
  propertyOf,
  type Range,
} from './syntax/tree';

/** Where a finding points: a pointer for programs, a short range for people. */
export interface Location {
  readonly pointer: string;
  readonly range: Range;
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });

/** The value itself; for an object or list the key that holds it, so that a range is never many lines. */
export function atValue(node: Node): Location {
  return node.kind === 'object' || node.kind === 'array'
    ? inside(node)
    : { pointer: pointerOf(node), range: rangeOf(node) };
}

/** The key of a member, with its quotes: for keys that should not be there. */
export function atKey(holder: ObjectNode, property: Property): Location {
  return { pointer: toPointer([...pathOf(holder), property.key]), range: rangeOf(property.keyRange) };
}

/**
 * An object that lacks something, or a list as a whole: the key that holds it; in a list the item's
 * `name` value; else the opening bracket.
 */
export function inside(node: Node): Location {
  const pointer = pointerOf(node);
  const holder = holderOf(node);
  if (holder) return { pointer, range: rangeOf(holder.keyRange) };
  const name = propertyOf(node, 'name')?.value;
  if (node.parent && name && name.kind !== 'object' && name.kind !== 'array')
    return { pointer, range: rangeOf(name) };
  return { pointer, range: { start: node.start, end: Math.min(node.start + 1, node.end) } };
}
