import { READ_ONLY_KEYS } from '../detect';
import type { Change, Fix, Json } from '../finding';
import { pointerOf, toPointer } from '../syntax/pointer';
import { childOf, type Node, type ObjectNode, propertyOf } from '../syntax/tree';
import { withoutNulls } from './data';
import { enumerate, removals } from './nulls';
import type { Draft } from './rules';
import type { Site } from './sites';
import { KEPT_BY_DEPLOY_ACTION } from './synonyms';

/** What AWS prints beside the definition, and nobody needs. */
const ANSWER_KEYS = new Set(['taskDefinition', 'tags', 'ResponseMetadata', '$metadata']);

/**
 * The one finding for the output of describe-task-definition: its wrapper, its read-only keys and its nulls. The
 * one fix makes it the input of register-task-definition.
 *
 * @param root of the document: the definition itself, or the wrapper around it
 * @param nulls in the definition, those that may go
 */
export function describeOutput(
  root: Node,
  { node: definition }: Site,
  nulls: readonly Site[],
): Draft | undefined {
  if (definition.kind !== 'object' || root.kind !== 'object') return undefined;
  const keys = [...new Set(definition.properties.map(({ key }) => key))].filter((key) =>
    READ_ONLY_KEYS.has(key),
  );
  const wrapper = definition === root ? undefined : propertyOf(root, 'taskDefinition');
  const place = wrapper ?? propertyOf(definition, keys[0] ?? '');
  if (!place) return undefined;
  const readOnly = counted(keys.length, 'read-only key');
  const removed = [
    ...(keys.length > 0 ? [readOnly] : []),
    ...(nulls.length > 0 ? [counted(nulls.length, 'null')] : []),
  ];
  const parts = [
    ...(wrapper ? ['a "taskDefinition" wrapper'] : []),
    ...removed.map((part) => (part === readOnly ? `${part} (${enumerate(keys)})` : part)),
  ];
  const steps = [
    ...(wrapper ? ['unwrap'] : []),
    ...(removed.length > 0 ? [`remove ${enumerate(removed)}`] : []),
  ];
  return {
    rule: 'describe-output',
    message: `The AWS CLI refuses the output of describe-task-definition: it has ${enumerate(parts)}.`,
    location: {
      pointer: toPointer([place.key]),
      range: { start: place.keyRange.start, end: place.keyRange.end },
    },
    fixes: [
      {
        title: `Make it registrable: ${steps.join(', ')}`,
        ...(wrapper ? unwrap(root, definition) : { changes: strip(definition, keys, nulls), safe: true }),
      },
    ],
    droppedByDeployAction: !wrapper && !keys.includes(KEPT_BY_DEPLOY_ACTION),
  };
}

/** The definition alone, with the tags that stand beside it. */
function unwrap(root: ObjectNode, definition: ObjectNode): Omit<Fix, 'title'> {
  const members = Object.entries(withoutNulls(definition) as Record<string, Json>);
  const outer = childOf(root, 'tags');
  const tags = [childOf(definition, 'tags'), outer].find(
    (list) => list?.kind === 'array' && list.items.length > 0,
  );
  const kept = members.filter(([key]) => !READ_ONLY_KEYS.has(key) && key !== 'tags');
  const value = Object.fromEntries([...kept, ...(tags ? [['tags', withoutNulls(tags) ?? []] as const] : [])]);
  const loses = root.properties.some(({ key }) => !ANSWER_KEYS.has(key)) || (tags !== outer && isFull(outer));
  return { changes: [{ kind: 'set', pointer: '', value }], safe: !loses };
}

function isFull(list: Node | undefined): boolean {
  return list?.kind === 'array' && list.items.length > 0;
}

function strip(definition: ObjectNode, keys: readonly string[], nulls: readonly Site[]): Change[] {
  const at = pointerOf(definition);
  const tags = childOf(definition, 'tags');
  const gone = [...keys, ...(tags?.kind === 'array' && tags.items.length === 0 ? ['tags'] : [])];
  // A read-only key that is null is removed once.
  const others = nulls.filter(({ path }) => path.length !== 1 || !keys.includes(String(path[0])));
  return [
    ...gone.map((key): Change => ({ kind: 'remove', pointer: at + toPointer([key]) })),
    ...removals(others),
  ];
}

function counted(count: number, what: string): string {
  return count === 1 ? `a ${what}` : `${count} ${what}s`;
}
