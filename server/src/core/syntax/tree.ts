/**
 * The syntax-neutral tree that rules, fixes and features read. JSON is its first reader
 * (`./json/parse`); YAML and others can produce the same shape.
 *
 * Offsets are UTF-16 code units from the start of the text, end exclusive.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Positioned extends Range {
  /** The object or list that holds this value; undefined for the root. */
  readonly parent: ObjectNode | ArrayNode | undefined;
  /** The key (in an object) or index (in a list) under which the parent holds this value. */
  readonly step: string | number | undefined;
  /** A syntax error inside, or right behind it, leaves open what it is and what belongs to it. */
  broken?: true;
}

export interface Property {
  readonly key: string;
  /** The key with its quotes. */
  readonly keyRange: Range;
  /** As with a value: the key is a template mark and no JSON string. */
  readonly bare?: true;
  /** Undefined while the value has not been typed yet. */
  readonly value: Node | undefined;
}

export interface ObjectNode extends Positioned {
  readonly kind: 'object';
  /** In document order; a duplicate key appears twice. */
  readonly properties: readonly Property[];
  /**
   * Keys that are meant for this object and stand under another name, or in another place, which the schema layer has
   * said: nobody is to miss them here. Noted before the rules run; undefined where there are none.
   */
  claims?: Set<string>;
}

export interface ArrayNode extends Positioned {
  readonly kind: 'array';
  readonly items: readonly Node[];
}

export interface StringNode extends Positioned {
  readonly kind: 'string';
  readonly value: string;
  /** A template mark that is no JSON string: without quotes around it, or with quotes inside. Unknown wherever it is. */
  readonly bare?: true;
}

export interface NumberNode extends Positioned {
  readonly kind: 'number';
  readonly value: number;
  /** False for 512.0 or 5e2: equal to an integer, yet the AWS CLI reads a float and refuses it. */
  readonly integer: boolean;
}

export interface BooleanNode extends Positioned {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullNode extends Positioned {
  readonly kind: 'null';
}

export type Node = ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode;

/** The property that counts for a key: the last one, as every JSON reader has it. */
export function propertyOf(node: Node | undefined, key: string): Property | undefined {
  if (node?.kind !== 'object') return undefined;
  for (let i = node.properties.length - 1; i >= 0; i--) {
    const property = node.properties[i];
    if (property?.key === key) return property;
  }
  return undefined;
}

/** The value at a key or index; undefined where there is none. */
export function childOf(node: Node | undefined, step: string | number): Node | undefined {
  if (node?.kind === 'array') return typeof step === 'number' ? node.items[step] : node.items[Number(step)];
  return propertyOf(node, String(step))?.value;
}

/** The property that holds a node; undefined for the root and for list items. */
export function holderOf(node: Node): Property | undefined {
  return node.parent?.kind === 'object'
    ? node.parent.properties.find((property) => property.value === node)
    : undefined;
}

/** Keys and indices from the root to a node. */
export function pathOf(node: Node): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Node | undefined = node; at?.step !== undefined; at = at.parent) path.unshift(at.step);
  return path;
}

/** The innermost node whose range holds the offset (both ends included, so a cursor behind a value is in it). */
export function nodeAt(root: Node | undefined, offset: number): Node | undefined {
  if (!root || offset < root.start || offset > root.end) return undefined;
  const children: readonly (Node | undefined)[] =
    root.kind === 'object'
      ? root.properties.map((property) => property.value)
      : root.kind === 'array'
        ? root.items
        : [];
  for (const child of children) {
    const found = nodeAt(child, offset);
    if (found) return found;
  }
  return root;
}
