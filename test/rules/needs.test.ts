import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { runRules } from '../../server/src/core/rules/engine';
import { RULES } from '../../server/src/core/rules/index.generated';
import type { AnyRule } from '../../server/src/core/rules/rule';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { examplesOfAllPages } from '../support/examples';

const settings = { ...DEFAULT_SETTINGS, preset: 'strict' } as const;
const log = (line: string): never => {
  throw new Error(line);
};
const documents = examplesOfAllPages().flatMap((text) => {
  const { definition } = new Analysis(text, 'task-definition.json');
  return definition ? [{ definition, length: text.length }] : [];
});

describe('the key that a rule needs', () => {
  it('is tried on many documents', () => expect(documents.length).toBeGreaterThan(300));

  const rules = RULES.flatMap((rule) => (rule.needs === undefined ? [] : [[rule.id, rule] as const]));
  it.each(rules)('hides nothing: %s', (_, rule) => {
    const found = (one: AnyRule) =>
      documents.map(({ definition, length }) => runRules([one], definition, settings, length, log));
    const { needs, ...always } = rule;
    expect(found(rule)).toEqual(found(always as AnyRule));
  });
});
