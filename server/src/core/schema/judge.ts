import { closest } from '../closest';
import { READ_ONLY_KEYS } from '../detect';
import { loose } from '../loose';
import { keysOf, placesOf } from './lookup';
import type { Site } from './sites';
import { movedTo, outsideTask, synonym } from './synonyms';

/** What a key that AWS does not know in its place most likely is. */
export type Verdict =
  | { readonly is: 'comment' | 'read-only' | 'launch-type' | 'unknown' }
  /** Right but for capitals, dashes and underscores. */
  | { readonly is: 'spelling'; readonly key: string }
  /** Another tool's name for a key of this object. */
  | { readonly is: 'synonym'; readonly key: string }
  | { readonly is: 'typing-error'; readonly key: string }
  /** A key of an object around this one, so many steps from the definition. */
  | { readonly is: 'above'; readonly key: string; readonly depth: number }
  /** A key of an object inside this one; `'*'` stands for an item of a list. Without steps: of this object. */
  | { readonly is: 'below'; readonly key: string; readonly steps: readonly string[] }
  /** `valueFrom` in `environment`. */
  | { readonly is: 'secret' }
  | { readonly is: 'outside'; readonly where: string };

/** Too common to say where they belong. */
const COMMON = new Set('name value key type options labels containername'.split(' '));

/** Options of the log drivers, in a map of their own. */
const LOG_OPTION =
  /^(?:(?:awslogs|splunk|fluentd|gelf|syslog)-[a-z-]+|mode|max-buffer-size|max-size|max-file)$/;

/** Keys for people: JSON has no comments, so they are put into keys that nobody reads. */
const COMMENT = /^(?:[$_#]|\/\/|comments?$)/i;

export function judge({ path, schema }: Site, given: string): Verdict {
  if (!schema) return { is: 'unknown' };
  const name = loose(given);
  const struct = schema.struct ?? 'TaskDefinition';
  if (path.length === 0 && READ_ONLY_KEYS.has(given)) return { is: 'read-only' };
  const same = keysOf(schema).find((key) => loose(key) === name);
  if (same) return { is: 'spelling', key: same };
  if (COMMENT.test(given)) return { is: 'comment' };
  if (name === 'launchtype' && path.length === 0) return { is: 'launch-type' };
  if (name === 'valuefrom' && struct === 'KeyValuePair') return { is: 'secret' };
  const meant = synonym(struct, name);
  if (meant) return { is: 'synonym', key: meant };
  if (struct === 'LogConfiguration' && LOG_OPTION.test(given))
    return { is: 'below', key: given, steps: ['options'] };
  return moved(struct, name) ?? misplaced(path, name) ?? outside(name, path) ?? typed(given, keysOf(schema));
}

function moved(struct: string, name: string): Verdict | undefined {
  const steps = movedTo(struct, name);
  const key = steps?.at(-1);
  return steps && key !== undefined ? { is: 'below', key, steps: steps.slice(0, -1) } : undefined;
}

/** The nearest place around or inside the object where the key exists. */
function misplaced(path: Site['path'], name: string): Verdict | undefined {
  if (COMMON.has(name)) return undefined;
  const here = path.map((step) => (typeof step === 'number' ? '*' : step));
  const places = placesOf(name);
  const above = places
    .filter(({ holder }) => holder.length < here.length && startsWith(here, holder))
    .sort((a, b) => b.holder.length - a.holder.length)[0];
  if (above) return { is: 'above', key: above.key, depth: above.holder.length };

  const below = places
    .filter(({ holder }) => startsWith(holder, here))
    .map(({ key, holder }) => ({ key, steps: holder.slice(here.length) }))
    .filter(({ steps }) => steps.length <= 2)
    .sort((a, b) => a.steps.length - b.steps.length);
  const [nearest, next] = below;
  // Two places at the same distance: who knows.
  return nearest && nearest.steps.length !== next?.steps.length ? { is: 'below', ...nearest } : undefined;
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.length < path.length && start.every((step, i) => path[i] === step);
}

function outside(name: string, path: Site['path']): Verdict | undefined {
  const where = path.length <= 2 ? outsideTask(name) : undefined;
  return where === undefined ? undefined : { is: 'outside', where };
}

function typed(given: string, keys: readonly string[]): Verdict {
  const key = closest(given, keys);
  return key === undefined ? { is: 'unknown' } : { is: 'typing-error', key };
}
