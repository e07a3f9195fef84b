import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import type { Finding, Severity } from '../../server/src/core/finding';
import { schemaFindings } from '../../server/src/core/schema/findings';
import type { SchemaRuleId } from '../../server/src/core/schema/rules';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/core/settings';
import { applyFix } from '../../server/src/core/syntax/json/edits';
import { readMarks } from './marks';

export interface ExpectedFix {
  readonly title: string;
  /** Default: false. */
  readonly safe?: boolean;
  /** The document afterwards, compared as JSON; left out where it is no JSON then either. */
  readonly to?: string;
  /** Errors that the fix makes visible in a value it has moved, renamed or made; `rule pointer`. */
  readonly uncovers?: readonly string[];
}

export interface ExpectedFinding {
  readonly rule: SchemaRuleId;
  readonly message: string;
  /** RFC 6901. */
  readonly pointer: string;
  /** Default: error. */
  readonly severity?: Severity;
  /** All of them, in order. Default: none. */
  readonly fixes?: readonly ExpectedFix[];
  /** Default: false. */
  readonly dropped?: boolean;
}

/** JSON with each expected range between « and », and what is found there, in the order of the text. */
export type Case = readonly [marked: string, ...expected: ExpectedFinding[]];

/** A task definition with one container, which has further members. */
export function container(members: string): string {
  return `{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27", ${members}}]}`;
}

/** A task definition with further members at its top level. */
export function task(members: string): string {
  return `{"family": "web", "containerDefinitions": [{"name": "app", "image": "nginx:1.27"}], ${members}}`;
}

/** The schema's findings about a text, in its order. */
export function find(
  text: string,
  settings: Settings = DEFAULT_SETTINGS,
  path = 'task-definition.json',
): Finding[] {
  const found = schemaFindings(new Analysis(text, path, true), settings);
  return found.sort((a, b) => a.range.start - b.range.start || (a.pointer < b.pointer ? -1 : 1));
}

/** What a finding says, without the documents that its fixes lead to. */
export function essence({ rule, message, pointer, severity, range, fixes, droppedByDeployAction }: Finding) {
  return {
    rule,
    message,
    pointer,
    severity,
    range,
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    dropped: droppedByDeployAction,
  };
}

/** Each case finds exactly what it expects, where it expects it, and every fix does what it says. */
export function testFindings(name: string, cases: Readonly<Record<string, Case>>): void {
  describe(name, () => {
    for (const [title, [marked, ...expected]] of Object.entries(cases)) {
      const { text, ranges } = readMarks(marked);

      it(`${expected.length > 0 ? 'finds' : 'accepts'}: ${title}`, () => {
        expect(ranges, 'one pair of «» for each finding').toHaveLength(expected.length);
        expect(find(text).map(essence)).toEqual(
          expected.map(({ rule, message, pointer, severity = 'error', fixes = [], dropped = false }, i) => ({
            rule,
            message,
            pointer,
            severity,
            range: ranges[i],
            fixes: fixes.map(({ title, safe = false }) => ({ title, safe })),
            dropped,
          })),
        );
      });

      expected.forEach(({ fixes = [] }, i) => {
        fixes.forEach((fix, j) => {
          it(`fixes: ${title}: ${fix.title} (${i + 1})`, () => checkFix(text, i, j, fix));
        });
      });
    }
  });
}

function checkFix(text: string, finding: number, fix: number, { to, uncovers = [] }: ExpectedFix): void {
  const before = find(text);
  const chosen = before[finding]?.fixes[fix];
  if (!chosen) throw new Error('the fix is not offered');
  const fixed = applyFix(text, chosen);
  if (fixed === undefined) throw new Error('the fix cannot be made');
  expect(fixed, 'a fix changes something').not.toBe(text);
  if (to !== undefined) expect(JSON.parse(fixed)).toEqual(JSON.parse(to));
  const fresh = find(fixed).filter(
    ({ rule, message }) => !before.some((old) => old.rule === rule && old.message === message),
  );
  expect(fresh.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual(uncovers);
  const same = ({ rule, message }: Finding) =>
    rule === before[finding]?.rule && message === before[finding]?.message;
  expect(find(fixed).filter(same).length, 'the finding is gone').toBeLessThan(before.filter(same).length);
}
