import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../server/src/core/analysis';
import type { Finding, Severity } from '../server/src/core/finding';
import { lint } from '../server/src/core/lint';
import type { Preset } from '../server/src/core/rules/rule';
import { DEFAULT_SETTINGS } from '../server/src/core/settings';
import { sharedFolder } from './support/shared';

/** A document with one mistake, as `../shared/cases/refused` describes it. */
interface Case {
  readonly id: string;
  readonly kind: 'api' | 'client' | 'documented' | 'runtime';
  readonly confidence: 'high' | 'medium' | 'low';
  readonly taskDefinition: unknown;
  readonly fixedTaskDefinition: unknown;
  /** Where the mistake is: any one of them. */
  readonly at: readonly string[];
}

/** Cases that the document alone does not decide: a hint, from this preset on. */
const HINTS: ReadonlyMap<
  string,
  { readonly rule: string; readonly preset: Preset; readonly because: string }
> = new Map([
  [
    'awslogs-group-may-not-exist',
    {
      rule: 'log-group-may-not-exist',
      preset: 'strict',
      because: 'nothing in the document says whether the log group exists',
    },
  ],
  [
    'container-image-characters',
    {
      rule: 'image-placeholder-left',
      preset: 'recommended',
      because: 'the image is a mark that a pipeline replaces: unknown, not wrong',
    },
  ],
]);

/** Here each place is a mistake of its own. */
const SEVERAL_MISTAKES = new Set(['cloudformation-spelling', 'tags-capitalised']);

const folder = sharedFolder('cases/refused');
const cases = folder
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file): Case => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  : [];

describe.skipIf(!folder)('cases that AWS refuses (skipped where ../shared/cases/refused is absent)', () => {
  it('are there, and so are those on the lists above', () => {
    const ids = cases.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect([...HINTS.keys(), ...SEVERAL_MISTAKES].filter((id) => !ids.includes(id))).toEqual([]);
  });

  for (const one of cases) {
    const found = () => findings(one.taskDefinition);
    const hint = HINTS.get(one.id);

    if (hint) {
      it(`${one.id}: a hint, ${hint.because}`, () => {
        expect(found()).toEqual([]);
        const hints = (document: unknown) =>
          all(document, hint.preset)
            .filter(({ rule }) => rule === hint.rule)
            .map(({ pointer, severity }) => ({ pointer, severity }));
        expect(hints(one.taskDefinition)).toEqual([
          { pointer: expect.toBeOneOf([...one.at]), severity: 'hint' },
        ]);
        expect(hints(one.fixedTaskDefinition)).toEqual([]);
      });
    } else {
      it(`${one.id}: found once, and nothing else`, () => {
        const places = SEVERAL_MISTAKES.has(one.id) ? one.at : [expect.toBeOneOf([...one.at])];
        const severity = expect.toBeOneOf(severities(one));
        expect(found().map(({ pointer, severity }) => ({ pointer, severity }))).toEqual(
          places.map((pointer) => ({ pointer, severity })),
        );
      });
    }

    it(`${one.id}: repaired, nothing to say`, () => expect(findings(one.fixedTaskDefinition)).toEqual([]));
  }
});

/** A refusal is an error; one that was never seen may be a warning, and what fails later is one. */
function severities({ kind, confidence }: Case): Severity[] {
  if (kind === 'runtime') return ['warning'];
  return kind === 'documented' && confidence === 'low' ? ['error', 'warning'] : ['error'];
}

/** Errors and warnings. */
function findings(document: unknown): Finding[] {
  return all(document, DEFAULT_SETTINGS.preset).filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
}

function all(document: unknown, preset: Preset): Finding[] {
  const analysis = new Analysis(JSON.stringify(document, null, 2), 'task-definition.json');
  const log = (line: string): never => {
    throw new Error(line);
  };
  const settings = { ...DEFAULT_SETTINGS, preset };
  return lint(analysis, { settings, syntaxErrors: true, commentErrors: true, log });
}
