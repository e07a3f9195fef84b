import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type Scalar } from 'yaml';
import type { ArrayNode, Node, ObjectNode, Property } from '../tree';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableObject = Mutable<Omit<ObjectNode, 'properties'>> & { properties: Property[] };
type MutableArray = Mutable<Omit<ArrayNode, 'items'>> & { items: Node[] };

/**
 * Reads YAML into the neutral tree, with the quotes of a string inside of its range. Aliases and values with a tag of
 * somebody's own are null: nobody looks where they lead.
 *
 * @returns undefined for an empty text, and for one that is no YAML
 */
export function parseYaml(text: string): Node | undefined {
  try {
    const { contents, errors } = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
    return contents && errors.length === 0 ? toNode(contents, undefined, undefined) : undefined;
  } catch {
    return undefined; // nested so deeply that the stack does not suffice
  }
}

function toNode(
  node: ParsedNode | null,
  parent: ObjectNode | ArrayNode | undefined,
  step: string | number | undefined,
): Node {
  const [start, end] = node?.range ?? [0, 0];
  const place = { start, end, parent, step };
  if (node?.tag !== undefined && !node.tag.startsWith('tag:yaml.org,')) return { kind: 'null', ...place };
  if (isMap(node)) {
    const object: MutableObject = { kind: 'object', properties: [], ...place };
    for (const { key, value } of node.items as { key: ParsedNode; value: ParsedNode | null }[]) {
      if (!isScalar(key)) continue;
      const [keyStart, keyEnd] = key.range;
      const name = String(key.value);
      object.properties.push({
        key: name,
        keyRange: { start: keyStart, end: keyEnd },
        value: toNode(value, object, name),
      });
    }
    return object;
  }
  if (isSeq(node)) {
    const list: MutableArray = { kind: 'array', items: [], ...place };
    for (const [index, item] of (node.items as ParsedNode[]).entries())
      list.items.push(toNode(item, list, index));
    return list;
  }
  return isScalar(node) ? scalar(node, place) : { kind: 'null', ...place };
}

function scalar({ value }: Scalar, place: Pick<Node, 'start' | 'end' | 'parent' | 'step'>): Node {
  if (typeof value === 'string') return { kind: 'string', value, ...place };
  if (typeof value === 'number') return { kind: 'number', value, integer: Number.isInteger(value), ...place };
  if (typeof value === 'boolean') return { kind: 'boolean', value, ...place };
  return { kind: 'null', ...place };
}
