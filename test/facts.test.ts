import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import schema from '../schemas/task-definition.schema.json';
import type { Severity } from '../server/src/core/finding';
import coverage from '../server/src/core/rules/facts.json';
import { RULES } from '../server/src/core/rules/index.generated';
import type { Scanner } from '../server/src/core/rules/rule';
import { parseJson } from '../server/src/core/syntax/json/parse';
import { resolve } from '../server/src/core/syntax/pointer';
import { sharedFolder } from './support/shared';

/** What is known about AWS, as `../shared/facts` describes it. */
interface Constraint {
  readonly id: string;
  readonly severity: 'reject' | 'runtime' | 'ignored' | 'best-practice';
  readonly confidence: 'H' | 'D' | 'T' | 'U';
}

interface Coverage {
  readonly schema?: readonly string[];
  readonly none?: string;
}

const list: Readonly<Record<string, Coverage>> = coverage;
const root = parseJson(JSON.stringify(schema)).root;
const severities = new Map<string, Severity[]>();
for (const { facts, severity } of RULES)
  for (const fact of facts) severities.set(fact, [...(severities.get(fact) ?? []), severity]);

describe('facts', () => {
  it.each(Object.entries(list))('that no rule names alone: %s', (fact, { schema: places = [], none }) => {
    for (const place of places) expect(resolve(root, place), place).toBeDefined();
    expect(places.length > 0, 'places in the schema, or a reason why there are none').toBe(
      none === undefined,
    );
    if (none === undefined) return;
    expect(severities.get(fact), 'a rule looks after it').toBeUndefined();
    expect(none).toMatch(/^[A-Z].{15,}\.$/);
  });

  it('are named by every rule', () => {
    // Or the twelve factors it stands on.
    const without = RULES.filter(({ facts, docs }) => facts.length === 0 && !docs.factors);
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

const folder = sharedFolder('facts');
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const constraints: Constraint[] = folder ? read('constraints.json').constraints : [];
const checks: { id: string; ids: Record<string, string[]> }[] = folder
  ? read('best-practices.json').checks
  : [];

describe.skipIf(!folder)('the list of facts (skipped where ../shared/facts is absent)', () => {
  const known = new Map(constraints.map((fact) => [fact.id, fact]));

  it('is whole, and names nothing that is not known', () => {
    expect(constraints.length).toBeGreaterThan(170);
    expect(checks.length).toBeGreaterThan(30);
    const ids = [...constraints, ...checks].map(({ id }) => id);
    expect([...new Set([...Object.keys(list), ...severities.keys()])].sort()).toEqual(ids.sort());
  });

  it('has an error for everything that is surely refused, or the place that stands for it', () => {
    const quiet = constraints.filter(({ id, severity, confidence }) => {
      if (severity !== 'reject' || !'HD'.includes(confidence)) return false;
      return !list[id] && !severities.get(id)?.includes('error');
    });
    expect(quiet.map(({ id }) => id)).toEqual([]);
  });

  it('has no error that stands on what is unconfirmed or is not refused', () => {
    const loud = RULES.filter(
      ({ severity, facts }) =>
        severity === 'error' &&
        !facts.some(
          (id) => known.get(id)?.severity === 'reject' && 'HD'.includes(known.get(id)?.confidence ?? ''),
        ),
    );
    expect(loud.map(({ id }) => id)).toEqual([]);
  });
});

/** As the facts call a scanner, and as the rules do. */
const SCANNERS: Readonly<Record<string, Scanner>> = {
  SecurityHub: 'AWS Security Hub',
  AWSConfig: 'AWS Config',
  ControlTower: 'AWS Control Tower',
  checkov: 'Checkov',
  'Trivy/tfsec': 'Trivy',
  KICS: 'KICS',
  Datadog: 'Datadog',
  Prowler: 'Prowler',
  'cdk-nag': 'cdk-nag',
  'cfn-lint': 'cfn-lint',
  'Terrascan/Tenable': 'Terrascan',
};

describe.skipIf(!folder)('ids in other scanners (skipped where ../shared/facts is absent)', () => {
  it.each(checks.filter(({ id }) => severities.has(id)).map((check) => [check.id, check.ids] as const))(
    'stand in the rules: %s',
    (fact, ids) => {
      const rules = RULES.filter(({ facts }) => facts.includes(fact));
      for (const [name, wanted] of Object.entries(ids)) {
        const scanner = SCANNERS[name];
        if (!scanner) throw new Error(`${name} has no name here`);
        const given = new Set(rules.flatMap(({ docs }) => docs.scanners?.[scanner] ?? []));
        // "ECS.4 (High)": what stands in brackets is no part of the id.
        for (const id of wanted) expect(given).toContain(id.replace(/ \(.*\)$/, ''));
      }
    },
  );
});
