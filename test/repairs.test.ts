import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../server/src/core/analysis';
import type { Finding, Fix } from '../server/src/core/finding';
import { lint } from '../server/src/core/lint';
import { ALL_RULES } from '../server/src/core/rules/metadata';
import { DEFAULT_SETTINGS } from '../server/src/core/settings';
import { applyFix } from '../server/src/core/syntax/json/edits';
import { parseJson } from '../server/src/core/syntax/json/parse';
import { examplesOfAllPages, unfold } from './support/examples';
import { sharedFolder } from './support/shared';

/** What a repair of a case makes visible: nothing of it is new. */
const UNCOVERED: ReadonlyMap<string, string> = new Map([
  // A list under another name is not looked into: the keys of its items are wrong too.
  ['cloudformation-spelling: Rename ContainerDefinitions to containerDefinitions', 'schema/unknown-key'],
]);

/** Errors of which nobody but the author can know the repair. */
const WITHOUT_REPAIR: ReadonlyMap<string, string> = new Map([
  ['definition-too-large', 'Which value goes into a file, a secret or the image is not in the document.'],
  ['fsx-volumes-too-many', 'Which shares lie in one directory is not in the document.'],
]);
/** Of a hundred error rules, so many may be without a repair. */
const MOST_WITHOUT = 10;

/** Cases of which nobody but the author can know the repair. */
const CASES_WITHOUT_REPAIR: ReadonlyMap<string, string> = new Map([
  ['container-image-characters', 'The image is a mark that a pipeline replaces, so that nothing is wrong.'],
  ['definition-over-64-kib', 'Which value goes into a file, a secret or the image is not in the document.'],
  ['too-many-containers', 'Which container can do without the others is not in the document.'],
]);

function find(text: string): Finding[] {
  const analysis = new Analysis(text, 'task-definition.json');
  const log = (line: string): never => {
    throw new Error(line);
  };
  const settings = { ...DEFAULT_SETTINGS, preset: 'strict' } as const;
  return lint(analysis, { settings, syntaxErrors: true, commentErrors: true, log });
}

const errorsIn = (text: string) => find(text).filter(({ severity }) => severity === 'error');

describe('rules that say error', () => {
  const rules = ALL_RULES.filter(({ severity }) => severity === 'error');

  it.each(rules.filter(({ id }) => !WITHOUT_REPAIR.has(id)))('have a repair that works: $id', ({ id }) => {
    const text = firstWrongExample(id);
    const fixes = errorsIn(text).flatMap((finding) => (finding.rule === id ? finding.fixes : []));
    expect(fixes.length, 'repairs on offer').toBeGreaterThan(0);
    const left = fixes.map((fix) => errorsIn(made(text, fix)).length);
    expect(Math.min(...left), 'errors after the best of them').toBeLessThan(errorsIn(text).length);
  });

  it.each([...WITHOUT_REPAIR])('have none, for a reason: %s', (id) => {
    const found = errorsIn(firstWrongExample(id)).filter(({ rule }) => rule === id);
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  it('have none in few cases only', () => {
    expect(rules.length).toBeGreaterThan(90);
    expect((100 * WITHOUT_REPAIR.size) / rules.length).toBeLessThanOrEqual(MOST_WITHOUT);
  });
});

describe('every repair of every example on the pages', () => {
  const repairs = examplesOfAllPages().flatMap((text) =>
    find(text).flatMap((finding) => finding.fixes.map((fix) => ({ text, finding, fix }))),
  );

  it('are many', () => expect(repairs.length).toBeGreaterThan(500));

  it('can be made, and leaves JSON', () => {
    const broken = repairs.filter(({ text, fix }) => {
      const fixed = applyFix(text, fix);
      return fixed === undefined || fixed === text || (isWhole(text) && !isWhole(fixed));
    });
    expect(broken.map(title)).toEqual([]);
  });

  it('takes its own finding away', () => {
    const same = (text: string, { rule, message }: Finding) =>
      find(text).filter((other) => other.rule === rule && other.message === message).length;
    const useless = repairs.filter(
      ({ text, finding, fix }) => same(made(text, fix), finding) >= same(text, finding),
    );
    expect(useless.map(title)).toEqual([]);
  });

  it('leads to no other error', () => {
    const harmful = repairs.flatMap(({ text, finding, fix }) =>
      newErrors(text, fix).map((rule) => `${title({ finding, fix })} -> ${rule}`),
    );
    expect(harmful).toEqual([]);
  });
});

/** The rules that find more errors after the fix than before. */
function newErrors(text: string, fix: Fix): string[] {
  const count = (errors: readonly Finding[]) => {
    const counts = new Map<string, number>();
    for (const { rule } of errors) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return counts;
  };
  const before = count(errorsIn(text));
  return [...count(errorsIn(made(text, fix)))].flatMap(([rule, number]) =>
    number > (before.get(rule) ?? 0) ? [rule] : [],
  );
}

const title = ({ finding, fix }: { readonly finding: Finding; readonly fix: Fix }) =>
  `${finding.rule}: ${fix.title}`;

function made(text: string, fix: Fix): string {
  const fixed = applyFix(text, fix);
  if (fixed === undefined) throw new Error(`cannot be made: ${fix.title}`);
  return fixed;
}

const isWhole = (text: string): boolean => parseJson(text).breaks.length === 0;

function firstWrongExample(rule: string): string {
  const page = readFileSync(new URL(`../server/src/core/rules/${rule}.md`, import.meta.url), 'utf8');
  const [, text] = /^```[a-z]*\n(.*?)^```/ms.exec(page.slice(page.indexOf('## Wrong'))) ?? [];
  if (text === undefined) throw new Error(`no example on the page of ${rule}`);
  return unfold(text);
}

const folder = sharedFolder('cases/refused');
const allCases: readonly { id: string; kind: string; taskDefinition: unknown }[] = folder
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  : [];
const cases = allCases.filter(({ kind }) => kind !== 'runtime');

describe.skipIf(!folder)(
  'repairs of what AWS refuses (skipped where ../shared/cases/refused is absent)',
  () => {
    it('are there for nine of ten cases', () => {
      expect(cases.length).toBeGreaterThan(90);
      const ids = new Set(cases.map(({ id }) => id));
      expect([...CASES_WITHOUT_REPAIR.keys()].filter((id) => !ids.has(id))).toEqual([]);
      expect(CASES_WITHOUT_REPAIR.size / cases.length).toBeLessThanOrEqual(0.1);
    });

    for (const { id, taskDefinition } of cases) {
      const without = CASES_WITHOUT_REPAIR.get(id);
      it(without === undefined ? `${id}: repaired, no error is left` : `${id}: none. ${without}`, () => {
        const text = JSON.stringify(taskDefinition, null, 2);
        const works = find(text)
          .filter(({ severity }) => severity === 'error' || severity === 'warning')
          .flatMap(({ fixes }) => fixes)
          .filter((fix) => errorsIn(made(text, fix)).length === 0);
        expect(works.length > 0).toBe(without === undefined);
      });
    }

    it('lead to no other error, whichever is chosen', () => {
      expect(allCases.length).toBeGreaterThan(100);
      const harmful = allCases.flatMap(({ id, taskDefinition }) => {
        const text = JSON.stringify(taskDefinition, null, 2);
        const fixes = find(text).flatMap((finding) => finding.fixes);
        return fixes.flatMap((fix) =>
          newErrors(text, fix).map((rule): [string, string] => [`${id}: ${fix.title}`, rule]),
        );
      });
      expect(harmful).toEqual([...UNCOVERED]);
    });
  },
);
