import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import type { Finding, Severity } from '../../server/src/core/finding';
import { lint } from '../../server/src/core/lint';
import { runRules } from '../../server/src/core/rules/engine';
import type { AnyRule } from '../../server/src/core/rules/rule';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { applyFix } from '../../server/src/core/syntax/json/edits';
import { unfold } from './examples';

export interface ExpectedFix {
  readonly title: string;
  /** Default: false. */
  readonly safe?: boolean;
  /** The repaired document, compared as JSON. */
  readonly result?: unknown;
  /** Rules that may report an error once the fix has made a value visible to them. */
  readonly uncovers?: readonly string[];
}

export interface ExpectedFinding {
  /** The whole message, values filled in. */
  readonly message: string;
  /** RFC 6901. */
  readonly pointer: string;
  /** Default: the rule's. */
  readonly severity?: Severity;
  /** All of them, in order. Default: none. */
  readonly fixes?: readonly ExpectedFix[];
  /** The messages at related places, in order; not compared when left out. */
  readonly related?: readonly string[];
}

interface Wrong extends ExpectedFinding {
  readonly name: string;
  /** JSON with the range of each expected finding between « and »; marks may nest. */
  readonly text: string;
  /** Further findings, when there is more than one, in the order of their ranges. */
  readonly more?: readonly ExpectedFinding[];
}

interface Right {
  readonly name: string;
  /** JSON text, or an object that is written as JSON. */
  readonly document: unknown;
}

const ALL_RULES = { ...DEFAULT_SETTINGS, preset: 'strict' } as const;

/**
 * Tests one rule, and refuses a weak test: each message is met by a wrong case, each finding is expected
 * with its exact message and range, no case stands twice, the examples of the rule's page are true, and
 * every fix works.
 */
export function testRule(
  rule: AnyRule,
  { wrong, right }: { readonly wrong: readonly Wrong[]; readonly right: readonly Right[] },
): void {
  describe(rule.id, () => {
    const used = new Set<string>();

    for (const { name, text: marked, more = [], ...first } of wrong) {
      const { text, ranges } = readMarks(marked);
      const expected = [first, ...more];

      it(`finds: ${name}`, () => {
        expect(ranges, 'one pair of «» marks for each finding').toHaveLength(expected.length);
        const found = run(rule, text, used);
        expect(found.map(essence)).toEqual(
          expected.map(({ message, pointer, severity = rule.severity, fixes = [], related }, i) => ({
            message,
            pointer,
            severity,
            range: ranges[i],
            fixes: fixes.map(({ title, safe = false }) => ({ title, safe })),
            related: related ?? found[i]?.related.map((place) => place.message),
          })),
        );
      });

      expected.forEach(({ fixes = [] }, i) => {
        fixes.forEach((fix, j) => {
          it(`fixes: ${name}: ${fix.title}${expected.length > 1 ? ` (${i + 1})` : ''}`, () => {
            checkFix(rule, text, i, j, fix);
          });
        });
      });
    }

    for (const { name, document } of right) {
      it(`accepts: ${name}`, () => {
        expect(run(rule, textOf(document))).toEqual([]);
      });
    }

    it('has a test for every message, and none twice', () => {
      // Not left to the cases above, so that a single case can be run alone.
      for (const { text } of wrong) run(rule, readMarks(text).text, used);
      expect([...used].sort()).toEqual(Object.keys(rule.messages).sort());
      const documents = [
        ...wrong.map(({ text }) => readMarks(text).text),
        ...right.map(({ document }) => textOf(document)),
      ];
      const names = [...wrong, ...right].map(({ name }) => name);
      expect(right.length, 'right cases').toBeGreaterThan(0);
      expect(twice(documents.map(withoutLayout)), 'documents that stand twice').toEqual([]);
      expect(twice(names), 'names that stand twice').toEqual([]);
    });

    const page = readFileSync(new URL(`../../server/src/core/rules/${rule.id}.md`, import.meta.url), 'utf8');
    const examples = { wrong: examplesUnder(page, 'Wrong'), right: examplesUnder(page, 'Right') };

    it('has a page with a wrong and a right example', () => {
      expect(examples.wrong.length).toBeGreaterThan(0);
      expect(examples.right.length).toBeGreaterThan(0);
    });
    it.each(examples.wrong)('has a true wrong example on its page: %#', (text) => {
      expect(run(rule, text)).not.toEqual([]);
      expect(errors(text).filter((finding) => finding.rule !== rule.id)).toEqual([]);
    });
    it.each(examples.right)('has a true right example on its page: %#', (text) => {
      expect(run(rule, text)).toEqual([]);
      expect(errors(text)).toEqual([]);
    });
  });
}

/** Every finding of the rule alone, by position. A rule that crashes, or reports nonsense, fails the test. */
function run(rule: AnyRule, text: string, used?: Set<string>): Finding[] {
  const { definition } = new Analysis(text, 'task-definition.json');
  if (!definition) throw new Error('not a task definition');
  const messages = new Proxy(rule.messages, {
    get(target, id: string) {
      used?.add(id);
      return target[id];
    },
  });
  const refuse = (line: string): never => {
    throw new Error(line);
  };
  return runRules([{ ...rule, messages } as AnyRule], definition, ALL_RULES, text.length, refuse).sort(
    byPosition,
  );
}

const byPosition = (a: Finding, b: Finding): number =>
  a.range.start - b.range.start || b.range.end - a.range.end;

const essence = ({ message, pointer, severity, range, fixes, related }: Finding) => ({
  message,
  pointer,
  severity,
  range,
  fixes: fixes.map(({ title, safe }) => ({ title, safe })),
  related: related.map(({ message }) => message),
});

function errors(text: string): Finding[] {
  const analysis = new Analysis(text, 'task-definition.json');
  const options = { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true };
  return lint(analysis, options).filter(({ severity }) => severity === 'error');
}

function checkFix(rule: AnyRule, text: string, finding: number, fix: number, expected: ExpectedFix): void {
  const before = run(rule, text);
  const chosen = before[finding]?.fixes[fix];
  if (!chosen) throw new Error('the fix is not offered');
  const fixed = applyFix(text, chosen);
  if (fixed === undefined) throw new Error('the fix cannot be applied');
  expect(fixed, 'a fix changes something').not.toBe(text);
  const result: unknown = JSON.parse(fixed);
  if (expected.result !== undefined) expect(result).toEqual(expected.result);

  const uncovered = new Set(expected.uncovers);
  const after = run(rule, fixed);
  if (!uncovered.has(rule.id)) expect(after.length, 'the finding is gone').toBeLessThan(before.length);
  const left = errors(fixed);
  const earlier = errors(text);
  for (const { rule: id } of left) {
    if (uncovered.has(id)) continue;
    const count = (found: readonly Finding[]) => found.filter((one) => one.rule === id).length;
    expect(count(left), `errors of ${id} after the fix`).toBeLessThanOrEqual(count(earlier));
  }
}

/** Takes the marks out and says where they stood, outer and earlier pairs first. */
function readMarks(marked: string): { text: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') {
      const range = { start: text.length, end: -1 };
      open.push(range);
      ranges.push(range);
    } else if (character === '»') {
      const range = open.pop();
      if (!range) throw new Error('» without «');
      range.end = text.length;
    } else text += character;
  }
  if (open.length > 0) throw new Error('« without »');
  return { text, ranges };
}

const textOf = (document: unknown): string =>
  typeof document === 'string' ? document : JSON.stringify(document, null, 2);

const twice = (items: readonly string[]): string[] => items.filter((item, i) => items.indexOf(item) !== i);

/** Two documents that differ in line breaks and indentation only are the same test. */
function withoutLayout(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** The ```json examples under a `## heading`, each as one row for `it.each`. */
function examplesUnder(page: string, heading: string): [string][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```json\n([\s\S]*?)^```/gm)].map((match) => [unfold(match[1] ?? '')]);
}
