import type { Severity } from './finding';
import { REGION } from './model/account';
import type { Preset } from './rules/rule';

/** The project's settings file; the nearest one upwards from a document counts. */
export const CONFIG_FILE_NAME = '.ecs-taskdef.json';

/** Severity of single rules by id; `off` silences one. */
export type RuleLevels = Readonly<Record<string, Severity | 'off'>>;

/** Other severities in one part of a document. Without `path` and `container` it would be plain `rules`. */
export interface Override {
  /**
   * A JSON pointer into the task definition, `*` for any one step: `/containerDefinitions/*\/environment`. It holds
   * for the value there and for everything inside.
   */
  readonly path?: string;
  /** The name of a container. */
  readonly container?: string;
  readonly rules: RuleLevels;
  /** Why, for whoever reads the file next. */
  readonly reason?: string;
}

/** What people may choose: from the command line, `.ecs-taskdef.json`, or the editor, in this order of precedence. */
export interface Settings {
  /** Which rules run: refusals and run-time failures only, what nearly everyone wants, or all. */
  readonly preset: Preset;
  readonly rules: RuleLevels;
  /** Where several match, the last one counts. */
  readonly overrides: readonly Override[];
  /** The launch type to judge a document by that lists none; what is found so is a warning at most. */
  readonly assumeLaunchType: LaunchType | 'none';
  /** A key AWS does not know: refused by the CLI, or perhaps newer than this release. */
  readonly unknownKeys: 'error' | 'warning';
  /** The tool that registers the document; the GitHub deploy action drops nulls, empty values and read-only keys. */
  readonly deployedWith: 'cli' | 'github-action';
  /** The Region that prices are worked out for; empty for the one that the document names. */
  readonly region: string;
  /** What editors show between the words of a document. */
  readonly inlayHints: Switches<InlayHintKind>;
  /** What editors show above the task and its containers. */
  readonly codeLens: Switches<CodeLensKind>;
}

export type Switches<Kind extends string> = Readonly<Partial<Record<Kind, boolean>>>;
export type InlayHintKind = 'sizes' | 'remaining' | 'defaults' | 'stopTimeouts' | 'startOrder';
export type CodeLensKind = 'price' | 'problems' | 'convert' | 'diagram' | 'documentSize' | 'shares';

const LAUNCH_TYPES = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] as const;
export type LaunchType = (typeof LAUNCH_TYPES)[number];

export const DEFAULT_SETTINGS: Settings = {
  preset: 'recommended',
  rules: {},
  overrides: [],
  assumeLaunchType: 'none',
  unknownKeys: 'error',
  deployedWith: 'cli',
  region: '',
  // Stop timeouts would stand in every container.
  inlayHints: { sizes: true, remaining: true, defaults: true, stopTimeouts: false, startOrder: true },
  codeLens: { price: true, problems: true, convert: true, diagram: true, documentSize: true, shares: true },
};

const PRESETS = ['refused', 'recommended', 'strict'] as const;
const LEVELS = ['error', 'warning', 'info', 'hint', 'off'] as const;

/** Something that a person wrote and that is passed over. */
export interface SettingsProblem {
  /** In plain words. */
  readonly message: string;
  /** Steps to the value. */
  readonly path: readonly (string | number)[];
  /** Not the value is wrong, but that there is such a key. */
  readonly isKey?: true;
}

type Path = SettingsProblem['path'];
type Problems = SettingsProblem[];

/** `overrides[0].rules` */
const nameOf = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');

const wrong = (path: Path, what: string): SettingsProblem => ({ message: `"${nameOf(path)}" ${what}`, path });

/** The well-typed part of what a person wrote as settings; a value of the wrong type counts as not given. */
export function readSettings(input: unknown): { settings: Partial<Settings>; problems: SettingsProblem[] } {
  const problems: Problems = [];
  if (input === undefined || input === null) return { settings: {}, problems };
  if (typeof input !== 'object' || Array.isArray(input)) {
    return { settings: {}, problems: [{ message: 'Settings must be an object.', path: [] }] };
  }
  const given = input as Record<string, unknown>;
  const choice = <T extends string>(key: string, allowed: readonly T[]): T | undefined => {
    const value = given[key];
    if (value === undefined || value === null) return undefined;
    if (allowed.includes(value as T)) return value as T;
    problems.push(wrong([key], `must be one of ${allowed.join(', ')}.`));
    return undefined;
  };
  const preset = choice('preset', PRESETS);
  const unknownKeys = choice('unknownKeys', ['error', 'warning'] as const);
  const deployedWith = choice('deployedWith', ['cli', 'github-action'] as const);
  const assumeLaunchType = choice('assumeLaunchType', [...LAUNCH_TYPES, 'none'] as const);
  const region = readRegion(given.region, problems);
  const inlayHints = readSwitches(given, 'inlayHints', problems);
  const codeLens = readSwitches(given, 'codeLens', problems);
  const rules = readRules(given.rules, ['rules'], problems);
  const overrides = readOverrides(given.overrides, problems);
  return {
    settings: {
      ...(preset && { preset }),
      ...(unknownKeys && { unknownKeys }),
      ...(deployedWith && { deployedWith }),
      ...(assumeLaunchType && { assumeLaunchType }),
      ...(region !== undefined && { region }),
      ...(inlayHints && { inlayHints }),
      ...(codeLens && { codeLens }),
      ...(rules && { rules }),
      ...(overrides && { overrides }),
    },
    problems,
  };
}

function readRegion(input: unknown, problems: Problems): string | undefined {
  if (input === undefined || input === null) return undefined;
  if (typeof input === 'string' && (input === '' || REGION.test(input))) return input;
  problems.push(wrong(['region'], 'must be the name of a Region, such as eu-west-1.'));
  return undefined;
}

function readSwitches<Name extends 'inlayHints' | 'codeLens'>(
  given: Record<string, unknown>,
  name: Name,
  problems: Problems,
): Settings[Name] | undefined {
  const input = given[name];
  if (input === undefined || input === null) return undefined;
  if (typeof input !== 'object' || Array.isArray(input)) {
    problems.push(wrong([name], 'must be an object of names and true or false.'));
    return undefined;
  }
  const known = DEFAULT_SETTINGS[name];
  const switches = Object.entries(input).filter(([kind, value]) => {
    const path = [name, kind];
    if (!Object.hasOwn(known, kind))
      problems.push({ message: `There is no "${nameOf(path)}".`, path, isKey: true });
    else if (typeof value !== 'boolean') problems.push(wrong(path, 'must be true or false.'));
    else return true;
    return false;
  });
  return Object.fromEntries(switches) as Settings[Name];
}

function readRules(input: unknown, path: Path, problems: Problems): RuleLevels | undefined {
  if (input === undefined || input === null) return undefined;
  if (typeof input !== 'object' || Array.isArray(input)) {
    problems.push(wrong(path, 'must be an object of rule ids and severities.'));
    return undefined;
  }
  const rules: Record<string, Severity | 'off'> = Object.create(null);
  for (const [id, level] of Object.entries(input)) {
    if (LEVELS.includes(level as Severity | 'off')) rules[id] = level as Severity | 'off';
    else problems.push(wrong([...path, id], `must be one of ${LEVELS.join(', ')}.`));
  }
  return rules;
}

function readOverrides(input: unknown, problems: Problems): Override[] | undefined {
  if (input === undefined || input === null) return undefined;
  if (!Array.isArray(input)) {
    problems.push(wrong(['overrides'], 'must be a list.'));
    return undefined;
  }
  return input.flatMap((item: unknown, i) => readOverride(item, ['overrides', i], problems) ?? []);
}

function readOverride(input: unknown, at: Path, problems: Problems): Override | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    problems.push(wrong(at, 'must be an object.'));
    return undefined;
  }
  const { path, container, reason, ...rest } = input as Record<string, unknown>;
  const rules = readRules(rest.rules, [...at, 'rules'], problems) ?? {};
  const text = { path, container, reason };
  for (const [key, value] of Object.entries(text)) {
    if (value === undefined || typeof value === 'string') continue;
    problems.push(wrong([...at, key], 'must be text.'));
    return undefined;
  }
  if (path === undefined && container === undefined) {
    problems.push(wrong(at, 'needs a "path" or a "container"; what holds everywhere belongs into "rules".'));
    return undefined;
  }
  if (typeof path === 'string' && !path.startsWith('/')) {
    problems.push(wrong([...at, 'path'], 'must be a JSON pointer such as "/containerDefinitions/*/image".'));
    return undefined;
  }
  return { ...(text as Pick<Override, 'path' | 'container' | 'reason'>), rules };
}

/** Later ones win; single rules and switches are merged by name, overrides are put one behind the other. */
export function mergeSettings(...layers: readonly Partial<Settings>[]): Settings {
  let merged = DEFAULT_SETTINGS;
  for (const layer of layers) {
    merged = {
      ...merged,
      ...layer,
      rules: { ...merged.rules, ...layer.rules },
      inlayHints: { ...merged.inlayHints, ...layer.inlayHints },
      codeLens: { ...merged.codeLens, ...layer.codeLens },
      overrides: [...merged.overrides, ...(layer.overrides ?? [])],
    };
  }
  return merged;
}
