import type { Json } from '../finding';
import { loose } from '../loose';
import type { ArrayNode, Node, ObjectNode } from '../syntax/tree';
import { childOf } from '../syntax/tree';
import { type Conversion, fits, likely, safe } from './conversion';
import { asString, toJson } from './data';
import { childSchema, keysOf, type Schema } from './lookup';
import { fromScalar, PAIRS } from './shorthand';
import type { Site } from './sites';
import { readAmount, unitOf } from './units';
import { healthCommand, splitWords } from './words';

/** What a value of the wrong type most likely stands for; undefined where that is not clear. */
export function convert(site: Site, text: string): Conversion | undefined {
  const { node, schema } = site;
  const converted = schema && to(schema, node, site, text);
  return converted && fits(schema, converted.value) ? converted : undefined;
}

function to(schema: Schema, node: Node, site: Site, text: string): Conversion | undefined {
  const [only] = node.kind === 'array' && node.items.length === 1 ? node.items : [];
  switch (schema.type) {
    case 'string':
      return asText(only ?? node, site, text);
    case 'integer':
      return toInteger(only ?? node, site);
    case 'boolean':
      return toBoolean(only ?? node);
    case 'array':
      return toList(schema, node, site, text);
    default:
      if (!schema.properties) return node.kind === 'array' ? toMap(node, text) : undefined;
      if (only?.kind === 'object') return safe(toJson(only));
      return node.kind === 'array' ? commandToHealthCheck(schema, node) : fromScalar(schema, node, text);
  }
}

function asText(node: Node, { path, parent }: Site, text: string): Conversion | undefined {
  // The task's cpu and memory: "512.0" would be refused as well.
  if (node.kind === 'number' && path.length === 1) return safe(String(node.value));
  const scalar = asString(node, text);
  if (scalar !== undefined) return safe(scalar);
  const isVariable = parent?.schema?.struct === 'KeyValuePair' && path.at(-1) === 'value';
  return isVariable ? likely(JSON.stringify(toJson(node))) : undefined;
}

function toInteger(node: Node, site: Site): Conversion | undefined {
  if (node.kind === 'number') {
    if (!Number.isSafeInteger(Math.round(node.value))) return undefined;
    return Number.isInteger(node.value) ? safe(node.value) : likely(Math.round(node.value));
  }
  if (node.kind !== 'string') return undefined;
  const written = node.value.trim();
  if (/^-?\d{1,15}(?:\.0{1,9})?$/.test(written)) return safe(Number(written));
  const unit = unitOf(site);
  const amount = unit && readAmount(written, unit);
  return amount !== undefined && Number.isSafeInteger(amount) ? safe(amount) : undefined;
}

function toBoolean(node: Node): Conversion | undefined {
  const written =
    node.kind === 'string'
      ? node.value.trim().toLowerCase()
      : node.kind === 'number'
        ? node.value
        : undefined;
  if (written === 'true' || written === 'false') return safe(written === 'true');
  if (written === 'yes' || written === 'on' || written === '1' || written === 1) return likely(true);
  if (written === 'no' || written === 'off' || written === '0' || written === 0) return likely(false);
  return undefined;
}

function toList(schema: Schema, node: Node, site: Site, text: string): Conversion | undefined {
  const item = childSchema(schema, 0);
  if (!item || node.kind === 'array' || node.kind === 'null') return undefined;
  if (item.type === 'object')
    return node.kind === 'object' ? objectToList(item, node, text) : listOf(fromScalar(item, node, text));
  if (node.kind === 'string') return stringToList(item, node.value, site);
  if (node.kind === 'object') return undefined;
  return listOf(item.type === 'integer' ? toInteger(node, site) : asText(node, site, text));
}

const listOf = (item: Conversion | undefined): Conversion | undefined =>
  item && { ...item, value: [item.value] };

function stringToList(item: Schema, text: string, { path, parent }: Site): Conversion | undefined {
  const parsed = parseList(text);
  if (parsed) return safe(parsed);
  const key = path.at(-1);
  if (parent?.schema?.struct === 'HealthCheck') return safe(healthCommand(text));
  if (key === 'command' || key === 'entryPoint') {
    const words = splitWords(text);
    return words ? safe(words) : likely(['sh', '-c', text]);
  }
  const pieces = text.split(/[\s,]+/).filter((piece) => piece !== '');
  if (item.enum) {
    const known = pieces.map((piece) => item.enum?.find((value) => loose(value) === loose(piece)));
    return known.every((value) => value !== undefined) ? safe(known) : undefined;
  }
  if (item.type === 'integer')
    return pieces.every((piece) => /^\d{1,15}$/.test(piece)) ? safe(pieces.map(Number)) : undefined;
  return pieces.length > 1 ? likely(pieces) : safe([text]);
}

function commandToHealthCheck({ struct }: Schema, node: ArrayNode): Conversion | undefined {
  const isCommand = node.items.length > 0 && node.items.every((item) => item.kind === 'string');
  return struct === 'HealthCheck' && isCommand ? safe({ command: toJson(node) }) : undefined;
}

/** A JSON list of strings inside a string. */
function parseList(text: string): string[] | undefined {
  if (!/^\s*\[/.test(text)) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

function objectToList(item: Schema, node: ObjectNode, text: string): Conversion | undefined {
  const pair = PAIRS[item.struct ?? ''];
  if (pair && !pair.every((key) => childOf(node, key))) return mapToPairs(node, pair, text);
  const known = new Set(keysOf(item));
  return node.properties.some(({ key }) => known.has(key)) ? safe([toJson(node)]) : undefined;
}

function mapToPairs(
  node: ObjectNode,
  [name, value]: readonly [string, string],
  text: string,
): Conversion | undefined {
  const pairs: Json[] = [];
  for (const member of node.properties) {
    if (!member.value || member.value.kind === 'null') continue;
    const scalar = asString(childOf(member.value, value) ?? member.value, text);
    if (scalar === undefined) return undefined;
    pairs.push({ [name]: member.key, [value]: scalar });
  }
  return pairs.length > 0 ? safe(pairs) : undefined;
}

/** Name and value pairs, or "name=value" strings, as an object. */
function toMap(node: ArrayNode, text: string): Conversion | undefined {
  const members: [string, string][] = [];
  for (const item of node.items) {
    const [, key, rest] = item.kind === 'string' ? (/^([^=]+)=(.*)$/s.exec(item.value) ?? []) : [];
    const name = childOf(item, 'name') ?? childOf(item, 'key');
    const named = childOf(item, 'value');
    const value = named ? asString(named, text) : rest;
    if (name?.kind === 'string' && value !== undefined) members.push([name.value, value]);
    else if (key !== undefined && value !== undefined) members.push([key, value]);
    else return undefined;
  }
  const distinct = new Set(members.map(([key]) => key)).size === members.length;
  return members.length > 0 && distinct ? safe(Object.fromEntries(members)) : undefined;
}
