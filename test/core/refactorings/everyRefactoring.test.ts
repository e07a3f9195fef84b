import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/core/analysis';
import type { Json } from '../../../server/src/core/finding';
import { lint } from '../../../server/src/core/lint';
import type { Container } from '../../../server/src/core/model/taskDefinition';
import { refactoringsAt } from '../../../server/src/core/refactorings/all';
import type { Refactoring } from '../../../server/src/core/refactorings/refactoring';
import { DEFAULT_SETTINGS } from '../../../server/src/core/settings';
import { applyEdits, editsOf } from '../../../server/src/core/syntax/json/edits';
import { type Node, propertyOf, type Range } from '../../../server/src/core/syntax/tree';
import { ownSamples, type Sample, sharedSamples } from '../../properties/samples';

describe('every refactoring of our own documents', () => {
  it.each(ownSamples())('$name', check);
});

const shared = sharedSamples();
describe.skipIf(shared.length === 0)('of real files (skipped where ../shared is absent)', () => {
  it('there are many of them', () => expect(shared.length).toBeGreaterThan(200));
  it.each(shared)('$name', check);
});

/** Offered refactorings can be made; what they leave parses and has no new error. */
function check({ text }: Sample): void {
  const analysis = new Analysis(text, 'task-definition.json');
  const before = errors(analysis);
  for (const { refactoring, offset } of offered(analysis)) {
    const { title } = refactoring;
    const after = made(analysis, refactoring);
    expect(after.text, title).not.toBe(text);
    expect(
      after.parsed.problems.map(({ kind }) => kind).filter((kind) => !KEPT.has(kind)),
      title,
    ).toEqual([]);
    expect(comments(after), title).toBe(comments(analysis));
    for (const [rule, messages] of errors(after))
      expect(messages.length, `${title}: ${messages}`).toBeLessThanOrEqual(before.get(rule)?.length ?? 0);
    if (!/^Sort/.test(title)) continue;
    expect(canonical(after.parsed.root), title).toEqual(canonical(analysis.parsed.root));
    expect(titlesAt(after, offset)).not.toContain(title);
  }
}

/** What may have been there before, too. */
const KEPT = new Set(['comment', 'trailing-comma', 'duplicate-key']);

function made({ text }: Analysis, { title, changes }: Refactoring): Analysis {
  const edits = editsOf(text, changes);
  if (!edits) throw new Error(`cannot be made: ${title}`);
  return new Analysis(applyEdits(text, edits), 'task-definition.json');
}

interface Offer {
  readonly refactoring: Refactoring;
  readonly offset: number;
}

/** Asked for at every place that has some of its own. */
function offered(analysis: Analysis): Offer[] {
  const found = new Map<string, Offer>();
  const { definition } = analysis;
  for (const place of [definition?.node, ...(definition?.containers.flatMap(placesIn) ?? [])]) {
    const offset = place?.start ?? 0;
    for (const refactoring of refactoringsAt(analysis, { start: offset, end: offset }, true))
      found.set(JSON.stringify(refactoring), { refactoring, offset });
  }
  return [...found.values()];
}

const titlesAt = (analysis: Analysis, offset: number): string[] =>
  refactoringsAt(analysis, { start: offset, end: offset }, true).map(({ title }) => title);

function placesIn(container: Container): (Range | undefined)[] {
  const keys = ['image', 'logConfiguration'].map((key) => propertyOf(container.node, key)?.keyRange);
  return [container.node, ...keys, ...container.items('environment').slice(0, 2)];
}

const comments = ({ text, parsed }: Analysis): string =>
  parsed.problems
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => text.slice(start, end))
    .sort()
    .join('\n');

/** Messages of errors by rule: how they are worded, and where they stand, may change. */
function errors(analysis: Analysis): Map<string, string[]> {
  const options = { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true };
  const found = new Map<string, string[]>();
  for (const { severity, rule, message } of lint(analysis, options))
    if (severity === 'error') found.set(rule, [...(found.get(rule) ?? []), message]);
  return found;
}

/** The value with all keys and lists in one order: what sorting must not change. */
function canonical(node: Node | undefined): Json {
  if (node?.kind === 'array') return node.items.map((item) => JSON.stringify(canonical(item))).sort();
  if (node?.kind === 'object')
    return node.properties.map(({ key, value }) => `${key}: ${JSON.stringify(canonical(value))}`).sort();
  return node && 'value' in node ? node.value : null;
}
