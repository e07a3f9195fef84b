import type { Fix, Json } from '../finding';
import { pointerOf } from '../syntax/pointer';
import { type ArrayNode, childOf, type Node } from '../syntax/tree';
import { claim } from './claims';
import { show, toJson } from './data';
import { keysOf, schemaAt } from './lookup';
import { isFree } from './move';
import type { Draft } from './rules';
import { theObject, type UnknownKey } from './unknownKey';

/**
 * Whether the member holds what its object should be itself: `{"TaskDefinition": {...}}`, or the Properties of a
 * CloudFormation resource.
 */
export function isWrapper({ holder, value }: Omit<UnknownKey, 'verdict'>): boolean {
  // CloudFormation makes up a family where there is none.
  const needed = (holder.schema?.required ?? []).filter((key) => key !== 'family');
  return (
    needed.length > 0 &&
    value.node.kind === 'object' &&
    needed.every((key) => isFree(holder.node, key) && !isFree(value.node, key))
  );
}

/** The one finding for an object that stands under a key of its own; what is in it shows when it has been taken out. */
export function wrapper({ holder, property, value }: Omit<UnknownKey, 'verdict'>): Draft {
  const known = holder.schema ? keysOf(holder.schema) : [];
  claim(holder.node, known);
  const whole = theObject(holder);
  const inner = toJson(value.node) as Record<string, Json>;
  const outer = toJson(holder.node) as Record<string, Json>;
  const kept = Object.entries(outer).filter(([key]) => known.includes(key) && !Object.hasOwn(inner, key));
  const fix: Fix = {
    title: `Take ${whole} out of ${property.key}`,
    changes: [{ kind: 'set', pointer: holder.pointer, value: { ...Object.fromEntries(kept), ...inner } }],
    safe: kept.length === Object.keys(outer).length - 1,
  };
  return {
    rule: 'schema/misplaced-key',
    message: `The AWS CLI refuses ${show(property.key)}: what it holds is ${whole} itself, whose members have to stand here.`,
    location: { pointer: value.pointer, range: property.keyRange },
    fixes: [fix],
  };
}

/** The one finding for task definitions in a list; undefined for any other list. */
export function listOfTasks(list: ArrayNode): Draft | undefined {
  if (list.items.length === 0 || !list.items.every(isTask)) return undefined;
  const containerKeys = keysOf(schemaAt(['containerDefinitions', 0]) ?? {});
  for (const item of list.items) claim(item, containerKeys);
  const [only, ...others] = list.items;
  const end = Math.min(list.start + 1, list.end);
  return {
    rule: 'schema/type',
    message: `A task definition must be an object, not a list${others.length > 0 ? ` of ${list.items.length}` : ''}: the AWS CLI registers one at a time.`,
    location: { pointer: pointerOf(list), range: { start: list.start, end } },
    fixes:
      only && others.length === 0
        ? [
            {
              title: 'Take the task definition out of the list',
              changes: [{ kind: 'set', pointer: pointerOf(list), value: toJson(only) }],
              safe: true,
            },
          ]
        : [],
  };
}

function isTask(item: Node): boolean {
  return childOf(item, 'containerDefinitions')?.kind === 'array';
}
