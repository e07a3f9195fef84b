import { parse } from 'jsonc-parser';
import { ALL_RULES } from './rules/metadata';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';

/** Reads the text of a config file; comments are welcome. `problems` says what was passed over. */
export function readConfig(text: string): { settings: Partial<Settings>; problems: string[] } {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (source.trim() === '') return { settings: {}, problems: [] };
  const errors: { error: number; offset: number; length: number }[] = [];
  const data: unknown = parse(source, errors, { allowTrailingComma: true });
  if (errors.length > 0 && (typeof data !== 'object' || data === null)) {
    return { settings: {}, problems: ['The file is not valid JSON.'] };
  }
  const { settings, problems } = readSettings(data);
  const unknown = [
    ...unknownNames(data, KNOWN_KEYS, 'setting'),
    ...[settings, ...(settings.overrides ?? [])].flatMap(({ rules }) =>
      unknownNames(rules, ruleIds(), 'rule'),
    ),
  ];
  const broken = errors.length > 0 ? ['The file is not valid JSON; what could be read counts.'] : [];
  return { settings, problems: [...broken, ...problems, ...unknown] };
}

/** `$schema` is for editors. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([...Object.keys(DEFAULT_SETTINGS), '$schema']);

const ruleIds = (): ReadonlySet<string> => new Set(ALL_RULES.map(({ id }) => id));

function unknownNames(given: unknown, known: ReadonlySet<string>, what: string): string[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  return Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => `There is no ${what} called "${name}".`);
}
