import type { Json } from '../finding';
import type { Node, NullNode } from '../syntax/tree';

/** An object in which `__proto__` is a key like any other; the engine reads those of a class most quickly. */
class Data {
  [key: string]: unknown;
}
Object.setPrototypeOf(Data.prototype, null);

/**
 * The tree as plain data for the validator. A number that is not written as an integer becomes NaN, because the AWS CLI takes 512.0 for a float.
 * Null members are left out and gathered in `nulls`, and so are null items, which keep their place in the list.
 */
export function toData(node: Node, nulls: NullNode[]): unknown {
  switch (node.kind) {
    case 'object': {
      const data = new Data();
      for (const { key, value } of node.properties) {
        if (!value) continue;
        if (value.kind !== 'null') data[key] = toData(value, nulls);
        else {
          nulls.push(value);
          delete data[key]; // the last one of a duplicate key counts
        }
      }
      return data;
    }
    case 'array':
      return node.items.map((item) => toData(item, nulls));
    case 'number':
      return node.integer ? node.value : Number.NaN;
    case 'null':
      nulls.push(node);
      return null;
    default:
      return node.value;
  }
}

/** The value as a fix writes it elsewhere. */
export function toJson(node: Node): Json {
  if (node.kind === 'array') return node.items.map(toJson);
  if (node.kind !== 'object') return node.kind === 'null' ? null : node.value;
  return Object.fromEntries(
    node.properties.flatMap(({ key, value }) => (value ? [[key, toJson(value)]] : [])),
  );
}

/** The value without nulls, whose members and items are left out; undefined for null itself. */
export function withoutNulls(node: Node): Json | undefined {
  if (node.kind === 'null') return undefined;
  if (node.kind === 'array') return node.items.flatMap((item) => withoutNulls(item) ?? []);
  if (node.kind !== 'object') return node.value;
  return Object.fromEntries(
    node.properties.flatMap(({ key, value }) => {
      const json = value && withoutNulls(value);
      return json === undefined ? [] : [[key, json]];
    }),
  );
}

/** A scalar as a string with the text it was written as, which keeps 1.10 and long account numbers; else undefined. */
export function asString(node: Node, text: string): string | undefined {
  if (node.kind === 'string') return node.value;
  return node.kind === 'number' || node.kind === 'boolean' ? text.slice(node.start, node.end) : undefined;
}

const SHOWN = 60;

/** A value in a message or a title: compact JSON, cut when it is long. */
export function show(json: Json): string {
  const text = pretty(json, SHOWN);
  if (text.length <= SHOWN) return text;
  // Never half of a surrogate pair.
  const cut = (whole: string): string => `${whole.slice(0, SHOWN - 5).replace(/[\uD800-\uDBFF]$/, '')}...`;
  return typeof json === 'string' ? JSON.stringify(cut(json)) : cut(text);
}

/** Compact JSON if it is short enough to be read in a line. */
export function showShort(json: Json): string | undefined {
  const text = pretty(json, SHOWN);
  return text.length <= SHOWN ? text : undefined;
}

/** JSON in one line with blanks where people write them; what goes beyond the limit may be missing. */
function pretty(json: Json, limit: number): string {
  if (typeof json !== 'object' || json === null)
    return JSON.stringify(typeof json === 'string' ? json.slice(0, limit) : json);
  const list = Array.isArray(json);
  const parts: string[] = [];
  let length = 0;
  for (const [key, value] of Object.entries(json as Record<string, Json>)) {
    const part = `${list ? '' : `${JSON.stringify(key)}: `}${pretty(value, limit)}`;
    parts.push(part);
    length += part.length;
    if (length > limit) break;
  }
  if (list) return `[${parts.join(', ')}]`;
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
