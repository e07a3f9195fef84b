import { closest } from '../closest';
import { READ_ONLY_KEYS } from '../detect';
import { loose } from '../loose';
import { childOf, type Node } from '../syntax/tree';
import { keysOf, placesOf } from './lookup';
import { PAIRS } from './shorthand';
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
  /** `{"TZ": "UTC"}` in a list of pairs: the first half of one. */
  | { readonly is: 'half'; readonly keys: readonly [string, string] }
  | { readonly is: 'outside'; readonly where: string };

export type FileSystemBlock = 'fsxWindowsFileServerVolumeConfiguration' | 's3filesVolumeConfiguration';

/**
 * EFS, FSx and S3 Files share names of members. What is written directly in a volume is of FSx or S3 Files where the
 * volume has that block, or a member that only they have; undefined for EFS, the usual one.
 */
export function fileSystemOf({ node, schema }: Site): FileSystemBlock | undefined {
  if (schema?.struct !== 'Volume' || node.kind !== 'object' || node.properties.length > MANY)
    return undefined;
  if (childOf(node, 'efsVolumeConfiguration')) return undefined;
  const authorization = childOf(node, 'authorizationConfig');
  const isFsx = [
    childOf(node, 'fsxWindowsFileServerVolumeConfiguration'),
    ...['credentialsParameter', 'domain'].flatMap((key) => [childOf(node, key), childOf(authorization, key)]),
  ].some(Boolean);
  if (isFsx) return 'fsxWindowsFileServerVolumeConfiguration';
  const isS3 = ['s3filesVolumeConfiguration', 'fileSystemArn', 'accessPointArn'].some((key) =>
    childOf(node, key),
  );
  return isS3 ? 's3filesVolumeConfiguration' : undefined;
}

/** More than any volume has; it is asked for every member. */
const MANY = 50;

/** Too common to say where they belong. */
const COMMON = new Set('name value key type options labels containername'.split(' '));

/** Options of the log drivers, in a map of their own. */
const LOG_OPTION =
  /^(?:(?:awslogs|splunk|fluentd|gelf|syslog)-[a-z-]+|mode|max-buffer-size|max-size|max-file)$/;

/** Keys for people: JSON has no comments, so they are put into keys that nobody reads. */
const COMMENT = /^(?:[$_#]|\/\/|comments?$)/i;

/** @param fileSystem the block of a volume that members of a file system belong to, where its neighbours tell */
export function judge({ node, path, schema }: Site, given: string, fileSystem?: FileSystemBlock): Verdict {
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
  const halves = isAlone(node) && closest(given, keysOf(schema)) === undefined ? PAIRS[struct] : undefined;
  if (halves) return { is: 'half', keys: halves };
  if (struct === 'LogConfiguration' && LOG_OPTION.test(given))
    return { is: 'below', key: given, steps: ['options'] };
  return (
    moved(struct, name, fileSystem) ??
    misplaced(path, name) ??
    outside(name, path) ??
    typed(given, keysOf(schema))
  );
}

/** Whether the object has one member only. */
export function isAlone(node: Node): boolean {
  return node.kind === 'object' && node.properties.length === 1;
}

function moved(struct: string, name: string, fileSystem?: FileSystemBlock): Verdict | undefined {
  const [block, ...rest] = movedTo(struct, name) ?? [];
  if (block === undefined) return undefined;
  const steps = [block === 'efsVolumeConfiguration' ? (fileSystem ?? block) : block, ...rest];
  return { is: 'below', key: steps.at(-1) ?? block, steps: steps.slice(0, -1) };
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
