import { SCHEMA_RULES } from '../schema/rules';
import { RULES } from './index.generated';
import type { AnyRule, RuleDocs } from './rule';

/** What there is to know about a rule without running it; the schema's and the parser's included. */
export type RuleMetadata = Pick<AnyRule, 'id' | 'severity' | 'preset'> & RuleDocs;

/** Every rule, ordered by id. */
export const ALL_RULES: readonly RuleMetadata[] = [
  ...SCHEMA_RULES,
  ...RULES.map(({ id, severity, preset, docs }) => ({ id, severity, preset, ...docs })),
].sort((a, b) => (a.id < b.id ? -1 : 1));

const byId = new Map(ALL_RULES.map((rule) => [rule.id, rule]));

export function metadataOf(rule: string): RuleMetadata | undefined {
  return byId.get(rule);
}

/** The rule's first source: the page that tells most. */
export function urlOf(rule: string): string | undefined {
  return byId.get(rule)?.sources[0];
}
