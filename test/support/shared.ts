import { existsSync } from 'node:fs';

/** Refused documents, real files, facts and study notes, kept beside the repository and not part of it. */
const SHARED = new URL('../../../shared/', import.meta.url);

/** A folder of `../shared`; undefined where it is absent, which the tests that read it say and skip. */
export function sharedFolder(name: 'cases/refused' | 'corpus' | 'facts' | 'study-notes'): URL | undefined {
  const folder = new URL(`${name}/`, SHARED);
  return existsSync(folder) ? folder : undefined;
}
