import { definitionPath } from '../features/members';
import type { Json } from '../finding';
import type { TaskDefinition } from '../model/taskDefinition';
import { childSchema, type Schema, schemaAt } from '../schema/lookup';
import { pointerOf } from '../syntax/pointer';
import { childOf, type Node, type ObjectNode, propertyOf } from '../syntax/tree';
import { all } from '../words';
import { isIn, isOnBrackets, type Refactor, rewrite } from './refactoring';

/** More names than that nobody reads in a menu. */
const MOST_NAMED = 4;

/** Removes what would be the same without it: values that equal their defaults, and lists with nothing in them. */
export const removeDefaults: Refactor = (spot) => {
  const { analysis, definition } = spot;
  const path = definitionPath(analysis, definition.node);
  const schema = path && schemaAt(path);
  if (!schema) return [];
  const needless = defaultsIn(definition.node, schema, definition);
  const isHere =
    isOnBrackets(spot, definition.node) ||
    needless.some(({ holder, key }) => {
      const property = propertyOf(holder, key);
      return property && isIn(spot, { start: property.keyRange.start, end: property.value?.end ?? 0 });
    });
  if (needless.length === 0 || (!isHere && !spot.isAsked)) return [];
  const keys = [...new Set(needless.map(({ key }) => key))];
  const named = keys.length > MOST_NAMED ? '' : `: ${all(keys)}`;
  const what =
    needless.length === 1 ? 'a value that is the default' : `${needless.length} values that are defaults`;
  return [
    rewrite(
      `Remove ${what}${named}`,
      needless.map(({ node }) => ({ kind: 'remove', pointer: pointerOf(node) })),
    ),
  ];
};

interface Member {
  readonly holder: ObjectNode;
  readonly key: string;
  readonly node: Node;
}

/** Members inside of a value that can go. */
function defaultsIn(node: Node, schema: Schema, definition: TaskDefinition): Member[] {
  if (node.kind === 'array')
    return node.items.flatMap((item, i) => {
      const child = childSchema(schema, i);
      return child ? defaultsIn(item, child, definition) : [];
    });
  if (node.kind !== 'object' || !schema.properties) return [];
  const found: Member[] = [];
  let isEmptied = node.properties.length > 0;
  for (const property of node.properties) {
    const { key, value } = property;
    const child = value && childSchema(schema, key);
    // Of a key that stands twice the last one counts.
    if (!child || propertyOf(node, key) !== property || schema.required?.includes(key)) {
      isEmptied = false;
      if (child && value) found.push(...defaultsIn(value, child, definition));
      continue;
    }
    const inside = isDefault(value, child, definition) ? undefined : defaultsIn(value, child, definition);
    if (!inside || inside.some((member) => member.node === value))
      found.push({ holder: node, key, node: value });
    else {
      isEmptied = false;
      found.push(...inside);
    }
  }
  if (!isEmptied) return found;
  // Without any member it is a volume of Docker's own all the same, and none without it.
  if (schema.struct === 'DockerVolumeConfiguration') return [];
  const { parent: holder, step } = node;
  if (node === definition.node || holder?.kind !== 'object' || typeof step !== 'string') return found;
  return [{ holder, key: step, node }];
}

function isDefault(node: Node, schema: Schema, definition: TaskDefinition): boolean {
  if (node.kind === 'array' && node.items.length === 0) return schema.type === 'array';
  if (node.step === 'hostPort') return isUsualHostPort(node, definition);
  // Windows takes a share of the processor for a limit.
  if (node.step === 'cpu' && definition.windows !== false) return false;
  if (node.step === 'stopTimeout' && !isFargateOnly(definition)) return false;
  return schema.default !== undefined && equals(node, schema.default as Json);
}

/** Elsewhere the agent of an instance may have a default of its own. */
function isFargateOnly({ task }: TaskDefinition): boolean {
  const listed = task?.items('requiresCompatibilities') ?? [];
  return listed.length > 0 && listed.every((item) => item.kind === 'string' && item.value === 'FARGATE');
}

/** The port of the container, where it has no other on the host; any free one, where ports are mapped. */
function isUsualHostPort(node: Node, { networkMode }: TaskDefinition): boolean {
  if (node.kind !== 'number' || !networkMode) return false;
  if (networkMode.value === 'bridge') return node.value === 0;
  if (networkMode.value !== 'awsvpc' && networkMode.value !== 'host') return false;
  const port = childOf(node.parent, 'containerPort');
  return port?.kind === 'number' && port.value === node.value;
}

function equals(node: Node, value: Json): boolean {
  if (node.kind === 'array')
    return (
      Array.isArray(value) &&
      node.items.length === value.length &&
      node.items.every((item, i) => equals(item, value[i]))
    );
  if (node.kind === 'number') return node.integer && node.value === value;
  return (node.kind === 'string' || node.kind === 'boolean') && node.value === value;
}
