import type { Finding, Severity } from '../finding';
import type { Location } from '../location';
import type { TaskDefinition } from '../model/taskDefinition';
import type { Settings } from '../settings';
import { type AnyRule, fill, type Preset, type ReportOptions } from './rule';

const ORDER: readonly Severity[] = ['hint', 'info', 'warning', 'error'];
/** AWS takes ten. Rules compare containers with one another, which a document of thousands must not pay for. */
const MOST_CONTAINERS = 100;
const PRESET_ORDER: readonly Preset[] = ['refused', 'recommended', 'strict'];

/**
 * Runs the rules over a document. A rule that throws costs one log line and nothing else; a finding
 * whose range lies outside the text, or whose message is unknown, is dropped with a log line.
 *
 * @param length of the text in UTF-16 code units
 */
export function runRules(
  rules: readonly AnyRule[],
  definition: TaskDefinition,
  settings: Settings,
  length: number,
  log: (line: string) => void,
): Finding[] {
  const findings: Finding[] = [];
  if (definition.hasGaps) return findings;
  const containers = definition.containers.slice(0, MOST_CONTAINERS);
  for (const { rule, severity } of switchedOn(rules, settings)) {
    if (rule.needs !== undefined && !definition.hasKey(rule.needs)) continue;
    const report = (id: string, location: Location, options?: Partial<ReportOptions<string>>): void => {
      const message = rule.messages[id];
      const { start, end } = location.range;
      if (message === undefined || !(start >= 0 && start <= end && end <= length)) {
        log(
          `Rule ${rule.id} reported ${message === undefined ? `an unknown message ${id}` : `outside the text: ${start}-${end} of ${length}`}.`,
        );
        return;
      }
      findings.push({
        rule: rule.id,
        severity: options?.severity ? lower(severity, options.severity) : severity,
        message: fill(message, options?.data ?? {}),
        pointer: location.pointer,
        range: location.range,
        fixes: options?.fixes ?? [],
        related: options?.related ?? [],
        droppedByDeployAction: options?.droppedByDeployAction ?? false,
      });
    };
    const context = { definition, report };
    try {
      if (rule.appliesTo === 'task') {
        if (definition.task) rule.check(definition, context);
      } else if (rule.appliesTo === 'container') {
        for (const container of containers) rule.check(container, context);
      } else {
        for (const volume of definition.volumes) rule.check(volume, context);
      }
    } catch (error) {
      log(
        `Rule ${rule.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  return findings;
}

interface SwitchedOn {
  readonly rule: AnyRule;
  readonly severity: Severity;
}

let last: { rules: readonly AnyRule[]; settings: Settings; on: readonly SwitchedOn[] } | undefined;

/** The rules that run with these settings. The answer is kept: it is asked for again with every change of a text. */
function switchedOn(rules: readonly AnyRule[], settings: Settings): readonly SwitchedOn[] {
  if (last?.rules !== rules || last.settings !== settings) {
    const on = rules.flatMap((rule) => {
      const severity = severityOf(rule, settings);
      return severity ? [{ rule, severity }] : [];
    });
    last = { rules, settings, on };
  }
  return last.on;
}

type Ranked = Pick<AnyRule, 'id' | 'severity' | 'preset'>;

/** Whether a rule runs for the whole of a document. */
export function isOn(rule: Ranked, { rules, preset }: Settings): boolean {
  const chosen = rules[rule.id];
  return chosen ? chosen !== 'off' : PRESET_ORDER.indexOf(rule.preset) <= PRESET_ORDER.indexOf(preset);
}

/**
 * The severity a rule reports with, or undefined when it does not run. A rule that is on in some places only runs
 * everywhere; `applyOverrides` drops the rest.
 */
export function severityOf(rule: Ranked, settings: Settings): Severity | undefined {
  const chosen = settings.rules[rule.id];
  if (isOn(rule, settings)) return chosen && chosen !== 'off' ? chosen : rule.severity;
  const somewhere = settings.overrides.some(({ rules }) => (rules[rule.id] ?? 'off') !== 'off');
  return somewhere ? rule.severity : undefined;
}

function lower(severity: Severity, wanted: Severity): Severity {
  return ORDER.indexOf(wanted) < ORDER.indexOf(severity) ? wanted : severity;
}
