import type { Fix } from '../finding';
import { loose } from '../loose';
import type { Property } from '../syntax/tree';
import { show } from './data';
import type { Verdict } from './judge';
import type { Draft } from './rules';
import { objectName, type Site } from './sites';

/** A member whose key AWS does not know in its object, and what it most likely is. */
export interface UnknownKey<V extends Verdict = Verdict> {
  readonly holder: Site;
  readonly property: Property;
  readonly value: Site;
  readonly verdict: V;
}

/** What there is to say about a key; where it stands is clear. */
export type Said = Omit<Draft, 'location'>;

export function remove({ property, value }: UnknownKey, safe: boolean): Fix {
  return {
    title: `Remove ${inTitle(property.key)}`,
    changes: [{ kind: 'remove', pointer: value.pointer }],
    safe,
  };
}

export function rename({ property, value }: UnknownKey, key: string, safe: boolean): Fix {
  return {
    title: `Rename ${inTitle(property.key)} to ${key}`,
    changes: [{ kind: 'rename', pointer: value.pointer, key }],
    safe,
  };
}

export function inTitle(key: string): string {
  return /^[\w.$/-]{1,60}$/.test(key) ? key : show(key);
}

/** Whether the object has another member that is, or means, this key. */
export function hasOther({ holder, property }: UnknownKey, key: string): boolean {
  if (holder.node.kind !== 'object') return false;
  const name = loose(key);
  return holder.node.properties.some((other) => other.key !== property.key && loose(other.key) === name);
}

/** "the container", "the task definition", `"healthCheck"`. */
export function theObject(site: Site): string {
  return objectName(site).replace(/^an? /, 'the ');
}
