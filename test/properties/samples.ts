import { readdirSync, readFileSync } from 'node:fs';
import { fullTaskDefinition } from '../schema/fullTaskDefinition';
import { unfold } from '../support/examples';
import { times } from '../support/fast-check';
import { sharedFolder } from '../support/shared';

/** Somebody wants a long run, of everything. */
export const thorough = times > 1;

/** Milliseconds that a test may take; it is not what it should take. */
export const timeout = thorough ? 7_200_000 : 300_000;

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** Every document of the project: templates, samples, the examples on the rule pages, one with every member. */
export function ownSamples(): Sample[] {
  const root = new URL('../../', import.meta.url);
  const texts = (folder: string, ending: string): [string, string][] =>
    readdirSync(new URL(folder, root))
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => [file, readFileSync(new URL(folder + file, root), 'utf8')]);
  return [
    ...['server/src/core/templates/', 'client/samples/']
      .flatMap((folder) => texts(folder, '.json'))
      .map(([name, text]) => ({ name, text })),
    ...texts('server/src/core/rules/', '.md').flatMap(([name, page]) =>
      [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map((match, i) => ({
        name: `${name} ${i + 1}`,
        text: unfold(match[1] ?? ''),
      })),
    ),
    { name: 'every member', text: JSON.stringify(fullTaskDefinition, null, 2) },
  ];
}

/** Real files and refused documents; none where `../shared` is absent. */
export function sharedSamples(): Sample[] {
  return [...corpusSamples(), ...caseSamples()];
}

export function corpusSamples(): Sample[] {
  const folder = sharedFolder('corpus');
  if (!folder) return [];
  const manifest: { file: string; encoding: string }[] = JSON.parse(
    readFileSync(new URL('manifest.json', folder), 'utf8'),
  );
  return manifest
    .filter(({ file }) => file.endsWith('.json'))
    .map(({ file, encoding }) => ({
      name: file,
      text: new TextDecoder(encoding.startsWith('utf-16le') ? 'utf-16le' : 'utf-8').decode(
        readFileSync(new URL(`files/${file}`, folder)),
      ),
    }));
}

function caseSamples(): Sample[] {
  const folder = sharedFolder('cases/refused');
  if (!folder) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((name) => {
      const { taskDefinition } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      return { name, text: JSON.stringify(taskDefinition, null, 2) };
    });
}
