import { parse } from 'jsonc-parser';
import { readSettings, type Settings } from './settings';

/** The project's settings file; the nearest one upwards from a document counts. */
export const CONFIG_FILE_NAME = '.ecs-taskdef.json';

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
  return {
    settings,
    problems:
      errors.length > 0 ? ['The file is not valid JSON; what could be read counts.', ...problems] : problems,
  };
}
