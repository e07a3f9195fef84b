import { loose } from '../loose';
import type { Node, ObjectNode } from '../syntax/tree';
import { childOf, propertyOf } from '../syntax/tree';
import { isPlaceholder, isPlaceholderKey } from './placeholder';

/** A value that is known, and where it stands. */
export interface Value<T> {
  readonly value: T;
  readonly node: Node;
}

type Present<T> = Exclude<T, undefined>;
type KeysOf<T, V> = { [K in keyof T]-?: Present<T[K]> extends V ? K : never }[keyof T] & string;
type ItemOf<T> = Present<T> extends readonly (infer I)[] ? I : never;
type ObjectKeys<T> = Exclude<KeysOf<T, object>, KeysOf<T, readonly unknown[]>>;

/**
 * A typed, lazy view of an object, after the AWS SDK's type `T`. A value of the wrong type is absent
 * here (the schema has said so already), and so is one that a template or a syntax error leaves open.
 */
export class View<T> {
  constructor(readonly node: ObjectNode) {}

  string<K extends KeysOf<T, string>>(key: K): Value<Present<T[K]>> | undefined {
    return known<Present<T[K]>>(childOf(this.node, key), 'string');
  }

  integer<K extends KeysOf<T, number>>(key: K): Value<number> | undefined {
    const found = known<number>(childOf(this.node, key), 'number');
    return found?.node.kind === 'number' && found.node.integer ? found : undefined;
  }

  boolean<K extends KeysOf<T, boolean>>(key: K): Value<boolean> | undefined {
    return known<boolean>(childOf(this.node, key), 'boolean');
  }

  object<K extends ObjectKeys<T>>(key: K): View<Present<T[K]>> | undefined {
    const node = childOf(this.node, key);
    return node?.kind === 'object' ? new View(node) : undefined;
  }

  /** The items that are objects. */
  objects<K extends KeysOf<T, readonly object[]>>(key: K): View<ItemOf<T[K]>>[] {
    return this.items(key)
      .filter((item) => item.kind === 'object')
      .map((item) => new View<ItemOf<T[K]>>(item));
  }

  /** The items that are known strings. */
  strings<K extends KeysOf<T, readonly string[]>>(key: K): Value<ItemOf<T[K]>>[] {
    return this.items(key).flatMap((item) => known<ItemOf<T[K]>>(item, 'string') ?? []);
  }

  /** The node of a member, whatever its type; undefined when absent or null. */
  get(key: keyof T & string): Node | undefined {
    const node = childOf(this.node, key);
    return node?.kind === 'null' ? undefined : node;
  }

  /**
   * Whether the member is surely not there: neither under its name, nor null, nor wrongly cased, nor under another
   * name or in another place, nor beside a syntax error (those are findings of their own, and a rule about the missing
   * member would say them twice).
   */
  lacks(key: keyof T & string): boolean {
    if (this.node.broken || propertyOf(this.node, key) || this.node.claims?.has(key)) return false;
    const wanted = loose(key);
    return !this.node.properties.some(
      (property) => loose(property.key) === wanted || isPlaceholderKey(property.key),
    );
  }

  /** Every item of a list, whatever its type; empty when the member is no list. */
  items(key: keyof T & string): readonly Node[] {
    const node = childOf(this.node, key);
    return node?.kind === 'array' ? node.items : [];
  }
}

function known<V>(node: Node | undefined, kind: 'string' | 'number' | 'boolean'): Value<V> | undefined {
  if (node?.kind !== kind || !('value' in node)) return undefined;
  // 012 is read as 0.
  if (node.broken || isPlaceholder(node)) return undefined;
  return { value: node.value as V, node };
}
