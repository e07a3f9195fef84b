import { parse } from 'jsonc-parser';
import { atKey, atValue } from './location';
import { ALL_RULES } from './rules/metadata';
import { DEFAULT_SETTINGS, readSettings, type Settings, type SettingsProblem } from './settings';
import { parseJson } from './syntax/json/parse';
import { childOf, type Node, propertyOf, type Range } from './syntax/tree';

/** Something in a config file that is passed over: offsets of a short range, and what is wrong in plain words. */
export interface ConfigProblem extends Range {
  readonly message: string;
}

/** Reads the text of a config file; comments are welcome. */
export function readConfig(text: string): { settings: Partial<Settings>; problems: ConfigProblem[] } {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (source.trim() === '') return { settings: {}, problems: [] };
  const errors: { error: number; offset: number; length: number }[] = [];
  const data: unknown = parse(source, errors, { allowTrailingComma: true });
  const [first] = errors;
  const broken = (message: string): ConfigProblem[] =>
    first ? [shifted({ start: first.offset, end: first.offset + first.length, message })] : [];
  const shifted = ({ start, end, message }: ConfigProblem): ConfigProblem => {
    const shift = text.length - source.length;
    return { start: start + shift, end: end + shift, message };
  };
  if (first && (typeof data !== 'object' || data === null)) {
    return { settings: {}, problems: broken('The file is not valid JSON.') };
  }
  const { settings, problems } = readSettings(data);
  const said = new Set(problems.map(({ path }) => JSON.stringify(path)));
  const unknown = unknownNames(data).filter(({ path }) => !said.has(JSON.stringify(path)));
  const all = [...problems, ...unknown];
  const root = all.length > 0 ? parseJson(source).root : undefined;
  const found = all.map((problem) => shifted({ ...rangeOf(problem, root), message: problem.message }));
  found.sort((a, b) => a.start - b.start);
  return {
    settings,
    problems: [...broken('The file is not valid JSON; what could be read counts.'), ...found],
  };
}

/** `$schema` is for editors. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([...Object.keys(DEFAULT_SETTINGS), '$schema']);

function unknownNames(data: unknown): SettingsProblem[] {
  const { rules, overrides } = (data ?? {}) as Record<string, unknown>;
  const ids: ReadonlySet<string> = new Set(ALL_RULES.map(({ id }) => id));
  return [
    ...unknownIn(data, [], KNOWN_KEYS, 'setting'),
    ...unknownIn(rules, ['rules'], ids, 'rule'),
    ...(Array.isArray(overrides) ? overrides : []).flatMap((item: { rules?: unknown } | null, i) =>
      unknownIn(item?.rules, ['overrides', i, 'rules'], ids, 'rule'),
    ),
  ];
}

function unknownIn(
  given: unknown,
  path: SettingsProblem['path'],
  known: ReadonlySet<string>,
  what: string,
): SettingsProblem[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  return Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => ({
      message: `There is no ${what} called "${name}".`,
      path: [...path, name],
      isKey: true,
    }));
}

/** Where a problem stands; the value nearest to it where the text is broken. */
function rangeOf({ path, isKey }: SettingsProblem, root: Node | undefined): Range {
  if (!root) return { start: 0, end: 0 };
  let node: Node = root;
  for (const [i, step] of path.entries()) {
    const property = propertyOf(node, String(step));
    if (isKey && i === path.length - 1 && property && node.kind === 'object')
      return atKey(node, property).range;
    const next = childOf(node, step);
    if (!next) break;
    node = next;
  }
  return atValue(node).range;
}
