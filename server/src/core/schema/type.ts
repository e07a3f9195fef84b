import type { Fix } from '../finding';
import type { Node } from '../syntax/tree';
import { convert } from './convert';
import { asString, show, showShort } from './data';
import { childSchema, type Schema } from './lookup';
import type { Draft } from './rules';
import { PAIRS } from './shorthand';
import { isOptional, label, locate, removal, type Site } from './sites';
import { unitOf } from './units';

/** A value whose type the AWS CLI refuses. */
export function wrongType(site: Site, text: string): Draft {
  const { node, schema = {} } = site;
  const must = `${label(site)} must be ${expected(schema, site)}`;
  const at = { rule: 'schema/type', location: locate(site) } as const;
  if (isEmpty(node) && isOptional(site)) {
    const message = `${must}, not ${actual(node, text)}: leave the key out.`;
    return { ...at, message, fixes: [removal(site, true)], droppedByDeployAction: true };
  }
  const conversion = convert(site, text);
  if (!conversion) return { ...at, message: `${must}, not ${actual(node, text)}.` };

  const { value, safe } = conversion;
  const fix: Fix = {
    title: titleOf(site, showShort(value), schema),
    changes: [{ kind: 'set', pointer: site.pointer, value }],
    safe,
  };
  const short = showShort(value);
  const scalars = typeof value !== 'object' && asString(node, text) !== undefined;
  const message = scalars
    ? `${must}: write ${show(value)} instead of ${actual(node, text)}.`
    : `${must}, not ${actual(node, text)}${short ? `: write ${short}` : ''}.`;
  return { ...at, message, fixes: [fix] };
}

function titleOf({ path }: Site, short: string | undefined, { type }: Schema): string {
  const last = path.at(-1);
  const what = typeof last === 'string' ? last : 'the item';
  return short
    ? `Change ${what} to ${short}`
    : `Turn ${what} into ${type === 'array' ? 'a list' : 'an object'}`;
}

/** "a string", "an integer in MiB", "a list of strings". */
function expected(schema: Schema, site: Site): string {
  switch (schema.type) {
    case 'string':
      return 'a string';
    case 'integer': {
      const unit = unitOf(site);
      return unit ? `an integer (${unit})` : 'an integer';
    }
    case 'boolean':
      return 'true or false';
    case 'array':
      return `a list of ${itemName(childSchema(schema, 0) ?? {})}`;
    default:
      return schema.properties ? `an object${withKeys(schema)}` : 'an object of strings';
  }
}

function itemName(item: Schema): string {
  return item.type === 'object' ? `objects${withKeys(item)}` : `${item.type}s`;
}

/** The keys that make the object what it is. */
function withKeys({ struct, required = [] }: Schema): string {
  const keys = (struct === undefined ? undefined : PAIRS[struct]) ?? required;
  const quoted = keys.map((key) => `"${key}"`);
  if (quoted.length < 2) return quoted.length === 0 ? '' : ` with ${quoted[0]}`;
  return ` with ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

function actual(node: Node, text: string): string {
  if (node.kind === 'object') return isEmpty(node) ? 'an empty object' : 'an object';
  if (node.kind === 'array') return isEmpty(node) ? 'an empty list' : 'a list';
  if (node.kind === 'string') return node.value === '' ? 'an empty string' : show(node.value);
  return text.slice(node.start, Math.min(node.end, node.start + 60));
}

function isEmpty(node: Node): boolean {
  if (node.kind === 'object') return node.properties.length === 0;
  return node.kind === 'array' ? node.items.length === 0 : node.kind === 'string' && node.value === '';
}
