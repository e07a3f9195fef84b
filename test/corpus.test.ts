import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../server/src/core/analysis';
import { lint } from '../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../server/src/core/settings';
import { CORPUS_ERRORS } from './corpus-errors';
import { sharedFolder } from './support/shared';

interface Entry {
  readonly file: string;
  /** Where the file stood in its repository. */
  readonly path: string;
  readonly encoding: string;
}

const folder = sharedFolder('corpus');
const entries: readonly Entry[] = folder
  ? JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')).filter(({ file }: Entry) =>
      file.endsWith('.json'),
    )
  : [];

describe.skipIf(!folder)('real files (skipped where ../shared/corpus is absent)', () => {
  it('are there, and so are those with known errors', () => {
    const files = entries.map(({ file }) => file);
    expect(files.length).toBeGreaterThan(100);
    expect(CORPUS_ERRORS.map(({ file }) => file).filter((file) => !files.includes(file))).toEqual([]);
  });

  it.each(entries.map(({ file, ...entry }) => [file, entry] as const))(
    '%s: only errors that AWS gives',
    (file, entry) => {
      const found = new Map<string, string[]>();
      for (const { rule, pointer } of errors(file, entry))
        found.set(rule, [...(found.get(rule) ?? []), pointer]);
      const known = CORPUS_ERRORS.filter((error) => error.file === file);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known.map(({ rule, at }) => [rule, at])));
    },
  );
});

function errors(file: string, { path, encoding }: Omit<Entry, 'file'>) {
  const bytes = readFileSync(new URL(`files/${file}`, folder));
  const text = new TextDecoder(encoding.startsWith('utf-16le') ? 'utf-16le' : 'utf-8').decode(bytes);
  const log = (line: string): never => {
    throw new Error(line);
  };
  const options = { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true, log };
  return lint(new Analysis(text, path), options).filter(({ severity }) => severity === 'error');
}
