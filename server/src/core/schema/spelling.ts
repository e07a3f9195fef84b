import type { Change, Fix } from '../finding';
import { loose } from '../loose';
import { toPointer } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { childSchema, keysOf, type Schema } from './lookup';
import type { Site } from './sites';

/**
 * Renames every key of the definition that differs from AWS's in capitals, dashes or underscores only, also
 * below a key that is itself misspelt: what a pasted CloudFormation resource needs. Undefined for fewer than two.
 */
export function renameAll(root: Site): Fix | undefined {
  const changes: Change[] = [];
  if (root.schema) collect(root.node, root.schema, root.pointer, changes);
  if (changes.length < 2) return undefined;
  return { title: `Rename all ${changes.length} keys to AWS's spelling`, changes, safe: true };
}

function collect(node: Node, schema: Schema, pointer: string, changes: Change[]): void {
  if (node.kind === 'array') {
    const item = childSchema(schema, 0);
    for (const [i, child] of node.items.entries()) if (item) collect(child, item, `${pointer}/${i}`, changes);
  }
  if (node.kind !== 'object' || !schema.properties) return;
  const spelling = new Map(keysOf(schema).map((key) => [loose(key), key]));
  // Of a key that stands twice the last one counts.
  const members = new Map(node.properties.map(({ key, value }) => [key, value]));
  const taken = new Set(members.keys());
  for (const [key, value] of members) {
    const right = spelling.get(loose(key));
    if (right === undefined || !value) continue;
    const at = pointer + toPointer([key]);
    if (right !== key) {
      if (taken.has(right)) continue;
      taken.add(right);
      changes.push({ kind: 'rename', pointer: at, key: right });
    }
    const child = childSchema(schema, right);
    if (child) collect(value, child, at, changes);
  }
}
