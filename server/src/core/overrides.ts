import type { Analysis } from './analysis';
import type { Finding, Severity } from './finding';
import { isOn } from './rules/engine';
import { metadataOf } from './rules/metadata';
import type { Override, Settings } from './settings';
import { fromPointer } from './syntax/pointer';
import { pathOf } from './syntax/tree';

/** The findings with the severities that the overrides give them where they match; `off` drops a finding. */
export function applyOverrides(
  findings: readonly Finding[],
  settings: Settings,
  analysis: Analysis,
): Finding[] {
  const { overrides } = settings;
  return findings.flatMap((finding) => {
    const path = pathInDefinition(finding.pointer, analysis);
    const level = overrides.findLast(
      (override) => override.rules[finding.rule] && matches(override, path, analysis),
    )?.rules[finding.rule];
    if (level) return level === 'off' ? [] : [{ ...finding, severity: level satisfies Severity }];
    const rule = metadataOf(finding.rule);
    return rule && isOn(rule, settings) ? [finding] : [];
  });
}

/** Steps from the task definition on, also inside of describe output and for a bare list of containers. */
function pathInDefinition(pointer: string, { node }: Analysis): string[] {
  const steps = fromPointer(pointer);
  if (node?.kind === 'array') return steps.length > 0 ? ['containerDefinitions', ...steps] : steps;
  return steps.slice(node ? pathOf(node).length : 0);
}

function matches({ path, container }: Override, steps: readonly string[], analysis: Analysis): boolean {
  if (path !== undefined) {
    const pattern = fromPointer(path);
    if (pattern.length > steps.length) return false;
    if (!pattern.every((step, i) => step === '*' || step === steps[i])) return false;
  }
  return container === undefined || containerAt(steps, analysis) === container;
}

/** The name of the container that a place is in; undefined outside of containers. */
export function containerOf(finding: Finding, analysis: Analysis): string | undefined {
  return containerAt(pathInDefinition(finding.pointer, analysis), analysis);
}

function containerAt(steps: readonly string[], { definition }: Analysis): string | undefined {
  if (steps[0] !== 'containerDefinitions' || steps[1] === undefined) return undefined;
  const index = Number(steps[1]);
  return definition?.containers.find(({ node }) => node.step === index)?.string('name')?.value;
}
