import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detect, type Kind } from '../../server/src/core/detect';
import { parseJson } from '../../server/src/core/syntax/json/parse';

/** Real files from public repositories; they are not part of this repository. */
const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

interface Entry {
  readonly file: string;
  readonly path: string;
  readonly kind:
    | 'task-definition'
    | 'describe-output'
    | 'container-definitions-array'
    | 'templated'
    | 'yaml'
    | 'other';
  readonly shape?: 'task-definition' | 'container-definitions-array';
  readonly encoding: string;
  readonly parseable: boolean | null;
}

function expected(entry: Entry): Kind {
  const shape = entry.kind === 'templated' ? entry.shape : entry.kind;
  if (shape === 'container-definitions-array') return 'container-definitions';
  return shape === 'task-definition' || shape === 'describe-output' ? shape : 'none';
}

function read(entry: Entry): string {
  const bytes = readFileSync(join(CORPUS, 'files', entry.file));
  return new TextDecoder(entry.encoding.startsWith('utf-16le') ? 'utf-16le' : 'utf-8', {
    ignoreBOM: true,
  }).decode(bytes);
}

describe.skipIf(!existsSync(CORPUS))(
  'detect on the corpus (skipped where ../shared/corpus is absent)',
  () => {
    const manifest: Entry[] = existsSync(CORPUS)
      ? JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8'))
      : [];
    const json = manifest.filter((entry) => entry.file.endsWith('.json'));

    it('has files to look at', () => {
      expect(json.length).toBeGreaterThan(100);
    });

    it.each(json)('$file under its own name, $path', (entry) => {
      expect(detect(parseJson(read(entry)).root, entry.path)).toBe(expected(entry));
    });

    it.each(json.filter((entry) => entry.parseable))('$file under a name that says nothing', (entry) => {
      expect(detect(parseJson(read(entry)).root, 'whatever.json')).toBe(expected(entry));
    });
  },
);
