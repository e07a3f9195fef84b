import type { Fix } from '../finding';
import { refusalsOf } from '../model/refusal';
import type { TaskDefinition } from '../model/taskDefinition';
import type { Property } from '../syntax/tree';
import { claim } from './claims';
import { show, toJson } from './data';
import { fileSystemOf, isAlone, judge, type Verdict } from './judge';
import { above, below, type Groups, groupMoves, launchType, secret } from './misplaced';
import type { Draft } from './rules';
import { objectName, type Site } from './sites';
import { renameAll } from './spelling';
import { KEPT_BY_DEPLOY_ACTION } from './synonyms';
import { hasOther, inTitle, remove, rename, type Said, type UnknownKey } from './unknownKey';
import { isWrapper, wrapper } from './wrapper';

/**
 * What there is to say about members whose keys AWS does not know in their objects: a finding each, or undefined for
 * those that another one's speaks of.
 */
export function unknownKeys(
  members: readonly Omit<UnknownKey, 'verdict'>[],
  root: Site,
  definition: TaskDefinition | undefined,
): (Draft | undefined)[] {
  if (members.length === 0) return [];
  const wrappers = new Map(members.filter(isWrapper).map((member) => [member.holder, member]));
  const verdicts = new Map<string, Verdict>();
  const keys = members.flatMap((member): UnknownKey[] => {
    if (wrappers.has(member.holder)) return [];
    const { holder, property } = member;
    const fileSystem = fileSystemOf(holder);
    const id = `${holder.schema?.struct} ${holder.path.length} ${fileSystem} ${isAlone(holder.node)} ${property.key}`;
    const verdict = verdicts.get(id) ?? judge(holder, property.key, fileSystem);
    verdicts.set(id, verdict);
    return [{ ...member, verdict }];
  });
  const refused = new Set(keys.filter((unknown) => isRefusedThere(unknown, definition)));
  const groups = groupMoves(keys.filter((unknown) => !refused.has(unknown)));
  const all = keys.some(({ verdict }) => verdict.is === 'spelling') ? renameAll(root) : undefined;
  const drafts = new Map<Property, Draft>();
  for (const member of wrappers.values()) drafts.set(member.property, wrapper(member));
  for (const unknown of keys) {
    const { holder, property, value, verdict } = unknown;
    if ('key' in verdict && verdict.is !== 'above' && verdict.is !== 'below')
      claim(holder.node, [verdict.key]);
    if (verdict.is === 'half') claim(holder.node, verdict.keys);
    const described = describe(unknown, groups, all);
    const said =
      described && refused.has(unknown) ? { ...described, fixes: [remove(unknown, false)] } : described;
    const { start, end } = property.keyRange;
    if (said) drafts.set(property, { ...said, location: { pointer: value.pointer, range: { start, end } } });
  }
  return members.map(({ property }) => drafts.get(property));
}

/** Whether the member would be refused in the place that it belongs to as well: `privileged` on Fargate. */
function isRefusedThere({ holder, value, verdict }: UnknownKey, definition: TaskDefinition | undefined) {
  if (!definition || (verdict.is !== 'above' && verdict.is !== 'below')) return false;
  const path =
    verdict.is === 'above'
      ? holder.path.slice(0, verdict.depth)
      : [...holder.path, ...verdict.steps.map((step) => (step === '*' ? 0 : step))];
  return refusalsOf(definition).ofNode([...path, verdict.key], value.node) !== undefined;
}

function describe(unknown: UnknownKey, groups: Groups, all: Fix | undefined): Said | undefined {
  const { verdict, holder, property } = unknown;
  const key = show(property.key);
  const rule = 'schema/unknown-key';
  switch (verdict.is) {
    case 'read-only':
      return {
        rule: 'schema/read-only-key',
        message: `${key} is written by AWS: describe-task-definition prints it, and the AWS CLI refuses it here. Remove it.`,
        fixes: [remove(unknown, true)],
        droppedByDeployAction: property.key !== KEPT_BY_DEPLOY_ACTION,
      };
    case 'comment':
      return {
        rule,
        message: `The AWS CLI refuses ${key}, as it does every key it does not know, comments too. Remove it.`,
        fixes: [remove(unknown, property.key === '$schema')],
      };
    case 'spelling': {
      const message = `AWS writes this key "${verdict.key}"`;
      if (hasOther(unknown, verdict.key)) return isThere(unknown, message);
      const fixes = [rename(unknown, verdict.key, true), ...(all ? [all] : [])];
      return { rule, message: `${message}: the AWS CLI refuses ${key}.`, fixes };
    }
    case 'synonym': {
      const message = `The AWS CLI refuses ${key}: in ${objectName(holder)} the key is "${verdict.key}"`;
      if (hasOther(unknown, verdict.key)) return isThere(unknown, message);
      return { rule, message: `${message}.`, fixes: [rename(unknown, verdict.key, false)] };
    }
    case 'typing-error': {
      const fix = hasOther(unknown, verdict.key)
        ? remove(unknown, false)
        : rename(unknown, verdict.key, false);
      return {
        rule,
        message: `${notKnown(unknown)} Did you mean "${verdict.key}"? ${newer(key)}`,
        fixes: [fix],
      };
    }
    case 'above':
      return above({ ...unknown, verdict }, groups);
    case 'below':
      return below({ ...unknown, verdict }, groups);
    case 'secret':
      return secret(unknown, groups);
    case 'half':
      return half({ ...unknown, verdict });
    case 'launch-type':
      return launchType(unknown);
    case 'outside':
      return {
        rule: 'schema/misplaced-key',
        message: `${key} belongs to ${verdict.where}, not to a task definition: the AWS CLI refuses it here.`,
        fixes: [remove(unknown, false)],
      };
    case 'unknown':
      return { rule, message: `${notKnown(unknown)} ${newer(key)}`, fixes: [remove(unknown, false)] };
  }
}

/** A pair that is written as in a map: its key is the one half, its value the other. */
function half({ holder, property, value, verdict }: UnknownKey<Verdict & { is: 'half' }>): Said {
  const [first, second] = verdict.keys;
  const written =
    value.node.kind === 'number' || value.node.kind === 'boolean'
      ? String(value.node.value)
      : toJson(value.node);
  const pair = { [first]: property.key, [second]: written };
  return {
    rule: 'schema/unknown-key',
    message: `The AWS CLI refuses ${show(property.key)}: ${objectName(holder)} has the keys "${first}" and "${second}".`,
    fixes:
      typeof written === 'string'
        ? [
            {
              title: `Write ${inTitle(property.key)} as "${first}" and "${second}"`,
              changes: [{ kind: 'set', pointer: holder.pointer, value: pair }],
              safe: true,
            },
          ]
        : [],
  };
}

function isThere(unknown: UnknownKey, message: string): Said {
  return {
    rule: 'schema/unknown-key',
    message: `${message}, which is here already. Remove ${show(unknown.property.key)}.`,
    fixes: [remove(unknown, false)],
  };
}

function notKnown({ holder, property }: UnknownKey): string {
  return `The AWS CLI refuses ${show(property.key)}: it knows no such key in ${objectName(holder)}.`;
}

function newer(key: string): string {
  return `If AWS has added ${key} since, set ecsTaskdef.unknownKeys to "warning".`;
}
