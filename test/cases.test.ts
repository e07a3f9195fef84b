import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../server/src/core/analysis';
import type { Finding, Severity } from '../server/src/core/finding';
import { lint } from '../server/src/core/lint';
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

/** Nothing finds these yet. A case that is found must leave the list. */
const NOT_FOUND_YET = new Set([
  'awslogs-group-may-not-exist',
  'container-image-characters',
  'fargate-sysctl-net-core',
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
  it('are there, and so are those not found yet', () => {
    const ids = cases.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect([...NOT_FOUND_YET, ...SEVERAL_MISTAKES].filter((id) => !ids.includes(id))).toEqual([]);
  });

  for (const one of cases) {
    const found = () => findings(one.taskDefinition);
    const hits = () => found().filter(({ pointer }) => one.at.includes(pointer));

    if (NOT_FOUND_YET.has(one.id)) {
      it(`${one.id}: not found yet`, () => expect(hits()).toEqual([]));
      continue;
    }

    it(`${one.id}: found, and nothing else`, () => {
      expect(hits().map(({ severity }) => severity)).toEqual(
        expect.arrayContaining([expect.toBeOneOf(severities(one))]),
      );
      const errors = found().filter(({ severity }) => severity === 'error');
      expect(places(errors).filter((place) => !one.at.includes(place))).toEqual([]);
      expect(errors.length, String(places(errors))).toBeLessThanOrEqual(
        SEVERAL_MISTAKES.has(one.id) ? one.at.length : 1,
      );
    });

    it(`${one.id}: repaired, no error`, () => {
      const errors = findings(one.fixedTaskDefinition).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
    });
  }
});

/** A refusal is an error; one that was never seen may be a warning, and what fails later is one. */
function severities({ kind, confidence }: Case): Severity[] {
  if (kind === 'runtime') return ['warning'];
  return kind === 'documented' && confidence === 'low' ? ['error', 'warning'] : ['error'];
}

const places = (found: readonly Finding[]): string[] => found.map(({ pointer }) => pointer);

function findings(document: unknown): Finding[] {
  const analysis = new Analysis(JSON.stringify(document, null, 2), 'task-definition.json');
  const log = (line: string): never => {
    throw new Error(line);
  };
  return lint(analysis, { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true, log });
}
