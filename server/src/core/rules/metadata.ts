import { REFERENCE_RULES } from '../otherFiles/rules';
import { SCHEMA_RULES } from '../schema/rules';
import { RULES } from './index.generated';
import type { AnyRule, RuleDocs, Scanner } from './rule';

/** What there is to know about a rule without running it; those of the schema, the parser and other files included. */
export type RuleMetadata = Pick<AnyRule, 'id' | 'severity' | 'preset'> & RuleDocs;

/** Every rule, ordered by id. */
export const ALL_RULES: readonly RuleMetadata[] = [
  ...SCHEMA_RULES,
  ...REFERENCE_RULES,
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

/** The scanners whose ids are short enough to stand in a message, and how to introduce them there. */
const SHORT: Partial<Record<Scanner, string>> = {
  'AWS Security Hub': 'Security Hub ',
  'AWS Control Tower': '',
  Checkov: '',
  Trivy: '',
};

/** The ids of a piece of advice that people have to answer to: "Security Hub ECS.4, CKV_AWS_334"; may be empty. */
export function shortIdsOf(rule: string): string {
  const { severity, scanners = {} } = byId.get(rule) ?? {};
  if (severity === 'error') return '';
  return Object.entries(SHORT)
    .flatMap(([scanner, prefix]) => (scanners[scanner as Scanner] ?? []).map((id) => prefix + id))
    .join(', ');
}
