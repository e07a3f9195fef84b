import type { Fix } from '../finding';
import type { Location } from '../location';
import { fromPointer, pointerOf, toPointer } from '../syntax/pointer';
import type { Node, Property } from '../syntax/tree';
import { childSchema, type Schema, schemaAt } from './lookup';

/** A value of the definition that the validator has named. */
export interface Site {
  readonly node: Node;
  /** The property that holds it; undefined for the definition itself and for list items. */
  readonly property: Property | undefined;
  readonly parent: Site | undefined;
  /** Steps in the task definition; a bare list of containers counts as `containerDefinitions`. */
  readonly path: readonly (string | number)[];
  /** RFC 6901, in the document. */
  readonly pointer: string;
  /** What may stand here; undefined below a key that AWS does not know. */
  readonly schema: Schema | undefined;
}

/** Objects with more members than this get an index, so that many errors in one object stay linear. */
const FEW = 16;

/** Finds the nodes that the validator's pointers name, each step once. */
export class Sites {
  readonly root: Site;
  readonly #sites = new Map<string, Site>();
  readonly #indexes = new Map<Node, Map<string, Property>>();

  constructor(definition: Node) {
    const path = definition.kind === 'array' ? ['containerDefinitions'] : [];
    const pointer = pointerOf(definition);
    this.root = {
      node: definition,
      property: undefined,
      parent: undefined,
      path,
      pointer,
      schema: schemaAt(path),
    };
    this.#sites.set('', this.root);
  }

  /** @param pointer from the definition, as the validator gives it */
  at(pointer: string): Site | undefined {
    const known = this.#sites.get(pointer);
    if (known) return known;
    const cut = pointer.lastIndexOf('/');
    const parent = this.at(pointer.slice(0, cut));
    const step = fromPointer(pointer.slice(cut))[0];
    const site = parent && step !== undefined ? this.child(parent, step) : undefined;
    if (site) this.#sites.set(pointer, site);
    return site;
  }

  /** The value under a key, or at an index, of a site. */
  child(parent: Site, step: string): Site | undefined {
    const { node } = parent;
    const property = node.kind === 'object' ? this.property(node, step) : undefined;
    const value = node.kind === 'array' ? node.items[Number(step)] : property?.value;
    if (!value) return undefined;
    const last = node.kind === 'array' ? Number(step) : step;
    return {
      node: value,
      property,
      parent,
      path: [...parent.path, last],
      pointer: parent.pointer + toPointer([last]),
      schema: parent.schema && childSchema(parent.schema, last),
    };
  }

  /** The last property with this key, as every JSON reader has it. */
  property(node: Node, key: string): Property | undefined {
    if (node.kind !== 'object') return undefined;
    if (node.properties.length <= FEW) return node.properties.findLast((property) => property.key === key);
    let index = this.#indexes.get(node);
    if (!index) {
      index = new Map(node.properties.map((property) => [property.key, property]));
      this.#indexes.set(node, index);
    }
    return index.get(key);
  }
}

/** As `location.atValue`, without searching for the property again. */
export function locate({ node, property, pointer, parent }: Site): Location {
  if (node.kind !== 'object' && node.kind !== 'array')
    return { pointer, range: { start: node.start, end: node.end } };
  if (property) return { pointer, range: { start: property.keyRange.start, end: property.keyRange.end } };
  const name =
    node.kind === 'object' && parent
      ? node.properties.findLast(({ key }) => key === 'name')?.value
      : undefined;
  if (name && name.kind !== 'object' && name.kind !== 'array')
    return { pointer, range: { start: name.start, end: name.end } };
  return { pointer, range: { start: node.start, end: Math.min(node.start + 1, node.end) } };
}

/** What a message calls the value: `"cpu"`, or `Each item of "command"`. */
export function label({ path }: Site): string {
  const last = path.at(-1);
  return typeof last === 'number'
    ? `Each item of "${path.at(-2)}"`
    : last === undefined
      ? 'A task definition'
      : `"${last}"`;
}

/** What a message calls the object: `a task definition`, `a container`, `an item of "secrets"`, `"healthCheck"`. */
export function objectName({ path }: Site): string {
  if (path.length === 0) return 'a task definition';
  const last = path.at(-1);
  if (typeof last === 'string') return `"${last}"`;
  const list = path.at(-2);
  return list === 'containerDefinitions' ? 'a container' : `an item of "${list}"`;
}

/** `every container`, `every item of "ulimits"`, `"healthCheck"`. */
export function everyObject(site: Site): string {
  return objectName(site).replace(/^an? /, 'every ');
}

/** Whether the value may simply be left out. */
export function isOptional({ path, parent }: Site): boolean {
  const last = path.at(-1);
  return typeof last === 'string' && parent !== undefined && !parent.schema?.required?.includes(last);
}

export function removal({ path, pointer }: Site, safe: boolean): Fix {
  return { title: `Remove ${path.at(-1)}`, changes: [{ kind: 'remove', pointer }], safe };
}
