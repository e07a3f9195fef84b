import type { Analysis } from './analysis';
import type { Finding } from './finding';
import type { TaskDefinition } from './model/taskDefinition';
import { applyOverrides } from './overrides';
import { runRules } from './rules/engine';
import { RULES } from './rules/index.generated';
import { shortIdsOf } from './rules/metadata';
import { schemaFindings } from './schema/findings';
import type { Settings } from './settings';
import { syntaxFindings } from './syntax/json/findings';

export interface LintOptions {
  readonly settings: Settings;
  /** False where the editor reports `json/syntax` and `json/duplicate-key` itself. */
  readonly syntaxErrors: boolean;
  /** False where the editor reports comments and trailing commas itself (VS Code's `json` documents). */
  readonly commentErrors: boolean;
  /** Also what is beyond the most that people are shown: for those who repair. */
  readonly all?: boolean;
  /** Receives one line for a rule that failed. */
  readonly log?: (line: string) => void;
}

/** More than anyone reads; the message of the last finding says that there are more. */
const MAX_FINDINGS = 1000;

/** Everything there is to say about a document, ordered by position. Empty for a document of kind `none`. */
export function lint(analysis: Analysis, options: LintOptions): Finding[] {
  const { definition, kind, text } = analysis;
  if (kind === 'none') return [];
  const { settings, log = () => {} } = options;
  const findings = [
    ...syntaxFindings(analysis, options),
    ...schemaFindings(analysis, settings),
    ...(definition ? ruleFindings(definition, settings, text.length, log) : []),
  ];
  const wanted = settings.overrides.length > 0 ? applyOverrides(findings, settings, analysis) : findings;
  const sorted = wanted.map((finding) => withIds(forDeployAction(finding, settings))).sort(byPosition);
  return options.all ? sorted : cap(sorted);
}

/**
 * What the rules find. A document without `requiresCompatibilities` registers for whatever it fits, so that what
 * only the assumed launch type refuses is a warning.
 */
function ruleFindings(
  definition: TaskDefinition,
  settings: Settings,
  length: number,
  log: (line: string) => void,
): Finding[] {
  const { assumeLaunchType } = settings;
  const found = runRules(RULES, definition, settings, length, log);
  const assuming = assumeLaunchType === 'none' ? undefined : definition.assuming(assumeLaunchType);
  if (!assuming) return found;
  const key = ({ rule, pointer, message }: Finding) => JSON.stringify([rule, pointer, message]);
  const known = new Set(found.map(key));
  const further = runRules(RULES, assuming, settings, length, log).filter(
    (finding) => !known.has(key(finding)),
  );
  return [
    ...found,
    ...further.map((finding) => ({
      ...finding,
      severity: finding.severity === 'error' ? ('warning' as const) : finding.severity,
      message: `${finding.message} (Assuming the launch type ${assumeLaunchType}, see ecsTaskdef.assumeLaunchType.)`,
    })),
  ];
}

function byPosition(a: Finding, b: Finding): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** Values that the GitHub deploy action removes are refused by the CLI all the same: the message says both. */
function forDeployAction(finding: Finding, { deployedWith }: Settings): Finding {
  if (!finding.droppedByDeployAction) return finding;
  return {
    ...finding,
    severity: deployedWith === 'github-action' ? 'hint' : finding.severity,
    message: `${finding.message} (The GitHub deploy action removes such values by itself.)`,
  };
}

/** Advice carries the ids under which auditors ask for it. */
function withIds(finding: Finding): Finding {
  const ids = shortIdsOf(finding.rule);
  return ids === '' ? finding : { ...finding, message: `${finding.message} (${ids})` };
}

function cap(findings: Finding[]): Finding[] {
  const last = findings[MAX_FINDINGS - 1];
  if (findings.length <= MAX_FINDINGS || !last) return findings;
  return [
    ...findings.slice(0, MAX_FINDINGS - 1),
    { ...last, message: `${last.message} (${findings.length - MAX_FINDINGS} more problems are not shown.)` },
  ];
}
