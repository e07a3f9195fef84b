import type { Severity } from './finding';
import type { Preset } from './rules/rule';

/** The project's settings file; the nearest one upwards from a document counts. */
export const CONFIG_FILE_NAME = '.ecs-taskdef.json';

/** What people may choose: from the command line, `.ecs-taskdef.json`, or the editor, in this order of precedence. */
export interface Settings {
  /** Which rules run: refusals and run-time failures only, what nearly everyone wants, or all. */
  readonly preset: Preset;
  /** Severity of single rules by id; `off` silences one. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** A key AWS does not know: refused by the CLI, or perhaps newer than this release. */
  readonly unknownKeys: 'error' | 'warning';
  /** The tool that registers the document; the GitHub deploy action drops nulls, empty values and read-only keys. */
  readonly deployedWith: 'cli' | 'github-action';
}

export const DEFAULT_SETTINGS: Settings = {
  preset: 'recommended',
  rules: {},
  unknownKeys: 'error',
  deployedWith: 'cli',
};

const PRESETS = ['refused', 'recommended', 'strict'] as const;
const LEVELS = ['error', 'warning', 'info', 'hint', 'off'] as const;

/**
 * The well-typed part of what a person wrote as settings; a value of the wrong type counts as not given.
 * `problems` says in plain words what was passed over.
 */
export function readSettings(input: unknown): { settings: Partial<Settings>; problems: string[] } {
  const problems: string[] = [];
  if (input === undefined || input === null) return { settings: {}, problems };
  if (typeof input !== 'object' || Array.isArray(input)) {
    return { settings: {}, problems: ['Settings must be an object.'] };
  }
  const given = input as Record<string, unknown>;
  const choice = <T extends string>(key: string, allowed: readonly T[]): T | undefined => {
    const value = given[key];
    if (value === undefined || value === null) return undefined;
    if (allowed.includes(value as T)) return value as T;
    problems.push(`"${key}" must be one of ${allowed.join(', ')}.`);
    return undefined;
  };
  const preset = choice('preset', PRESETS);
  const unknownKeys = choice('unknownKeys', ['error', 'warning'] as const);
  const deployedWith = choice('deployedWith', ['cli', 'github-action'] as const);
  const rules = readRules(given.rules, problems);
  return {
    settings: {
      ...(preset && { preset }),
      ...(unknownKeys && { unknownKeys }),
      ...(deployedWith && { deployedWith }),
      ...(rules && { rules }),
    },
    problems,
  };
}

function readRules(input: unknown, problems: string[]): Record<string, Severity | 'off'> | undefined {
  if (input === undefined || input === null) return undefined;
  if (typeof input !== 'object' || Array.isArray(input)) {
    problems.push('"rules" must be an object of rule ids and severities.');
    return undefined;
  }
  const rules: Record<string, Severity | 'off'> = Object.create(null);
  for (const [id, level] of Object.entries(input)) {
    if (LEVELS.includes(level as Severity | 'off')) rules[id] = level as Severity | 'off';
    else problems.push(`"rules.${id}" must be one of ${LEVELS.join(', ')}.`);
  }
  return rules;
}

/** Later ones win; single rules are merged by id. */
export function mergeSettings(...layers: readonly Partial<Settings>[]): Settings {
  let merged = DEFAULT_SETTINGS;
  for (const layer of layers) merged = { ...merged, ...layer, rules: { ...merged.rules, ...layer.rules } };
  return merged;
}
