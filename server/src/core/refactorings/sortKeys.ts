import { definitionPath } from '../features/members';
import type { Change } from '../finding';
import { childSchema, keysOf, type Schema, schemaAt } from '../schema/lookup';
import { type Node, nodeAt, type ObjectNode, type Range } from '../syntax/tree';
import { isOnBrackets, type Refactor, rewrite } from './refactoring';
import { reordered } from './reorder';

/** Puts the keys of an object, and of all objects inside, in the order of AWS's documentation. */
export const sortKeys: Refactor = (spot) => {
  const { analysis, definition, selection } = spot;
  const here = nodeAt(definition.node, selection.start);
  const isHere = here?.kind === 'object' && isOnBrackets(spot, here);
  const node = isHere
    ? here
    : spot.isAsked || isOnBrackets(spot, definition.node)
      ? definition.node
      : undefined;
  const path = node && definitionPath(analysis, node);
  if (!node || !path) return [];
  const changes = sorted(analysis.text, node, schemaAt(path)).map(
    ({ text, ...range }): Change => ({ kind: 'text', range, text }),
  );
  return changes.length > 0 ? [rewrite('Sort keys in the order in which AWS documents them', changes)] : [];
};

/** Replaces a range. */
interface Piece extends Range {
  readonly text: string;
}

/** What has to be replaced in a value, so that everything inside is in order; sorted, not overlapping. */
function sorted(source: string, node: Node, schema: Schema | undefined): Piece[] {
  if (!schema || (node.kind !== 'object' && node.kind !== 'array')) return [];
  const children =
    node.kind === 'array'
      ? node.items.map((value, i) => ({ value, step: i }))
      : node.properties.map(({ key, value }) => ({ value, step: key }));
  const inside = children.flatMap(({ value, step }) =>
    value ? sorted(source, value, childSchema(schema, step)) : [],
  );
  const order = node.kind === 'object' ? orderOf(node, schema) : undefined;
  const text = order && reordered(source, node, order, (child) => replaced(source, child, inside));
  return text === undefined ? inside : [{ start: node.start, end: node.end, text }];
}

/** The text of a range with the pieces inside of it. */
function replaced(source: string, { start, end }: Range, pieces: readonly Piece[]): string {
  let at = start;
  let text = '';
  for (const piece of pieces) {
    if (piece.start < start || piece.end > end) continue;
    text += source.slice(at, piece.start) + piece.text;
    at = piece.end;
  }
  return text + source.slice(at, end);
}

/** The order to bring the members in; undefined where they are in order, and where a template decides about a key. */
function orderOf({ properties }: ObjectNode, schema: Schema): number[] | undefined {
  const known = asDocumented(keysOf(schema));
  if (known.length === 0 || properties.some(({ bare, value }) => bare || !value)) return undefined;
  // "$schema" and remarks stand first where there are any; what AWS does not know comes last.
  const rank = (key: string): number => {
    if (/^(?:\$|\/\/|_)/.test(key)) return -1;
    const index = known.indexOf(key);
    return index < 0 ? known.length : index;
  };
  const ranks = properties.map(({ key }) => rank(key));
  if (ranks.every((value, i) => i === 0 || (ranks[i - 1] ?? 0) <= value)) return undefined;
  return [...ranks.keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}

/** The schema begins with what is required; AWS's skeleton has short members of the task before its containers. */
function asDocumented(keys: readonly string[]): readonly string[] {
  const late = 'containerDefinitions';
  return keys.includes(late)
    ? keys.flatMap((key) => (key === late ? [] : key === 'networkMode' ? [key, late] : key))
    : keys;
}
