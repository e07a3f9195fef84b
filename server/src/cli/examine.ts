import {
  Analysis,
  type Finding,
  fixAll,
  type LintOptions,
  lint,
  mayBeTaskDefinition,
  metadataOf,
  type Settings,
  severityOf,
  syntaxFindings,
} from '../core';
import { decode, encode } from './decode';
import type { FoundFile } from './files';
import { reasonOf } from './reason';
import type { FileReport } from './report';

export interface Examination {
  /** The content of the file. */
  readonly bytes: Buffer;
  /** The file's path as people read it. */
  readonly shown: string;
  /** Asked only for files that are judged. */
  readonly settingsFor: (file: string) => Settings;
  /** Takes the document with its safe fixes, and throws when it cannot write it; undefined: no fixes wanted. */
  readonly write: ((repaired: Buffer) => void) | undefined;
  /** Receives a sentence that is no fault. */
  readonly note: (sentence: string) => void;
  /** Receives a sentence about something that could not be done. */
  readonly fault: (sentence: string) => void;
}

/** Judges one file, repairs it if asked to, and judges it again. Undefined for a file that is not to be listed. */
export function examine(file: FoundFile, examination: Examination): FileReport | undefined {
  const { bytes, shown, settingsFor, write, note, fault } = examination;
  const decoded = decode(bytes);
  // Most files of a folder are something else and need no parsing.
  if (!file.named && !mayBeTaskDefinition(decoded.text, file.path)) return undefined;
  const analysis = new Analysis(decoded.text, file.path);
  const isOurs = analysis.kind !== 'none';
  if (!isOurs && !file.named) return undefined;
  if (decoded.lossy) {
    fault(`${shown} is not valid ${decoded.encoding.toUpperCase()} text.`);
    return undefined;
  }
  const options: LintOptions = {
    settings: settingsFor(file.path),
    syntaxErrors: true,
    commentErrors: true,
    log: (line) => fault(`${shown}: ${line}`),
  };
  const report = ({ kind, text }: Analysis, findings: readonly Finding[], repaired: boolean): FileReport => ({
    path: shown,
    kind,
    text: findings.length > 0 ? text : '',
    findings,
    repaired,
  });
  const findings = judge(analysis, options);
  if (!isOurs && findings.length === 0) note(`${shown} is not a task definition.`);
  if (!isOurs || !write) return report(analysis, findings, false);

  const { text } = fixAll(decoded.text, (version) =>
    lint(new Analysis(version, file.path), { ...options, all: true }),
  );
  if (text === decoded.text) return report(analysis, findings, false);
  try {
    write(encode(text, decoded));
  } catch (error) {
    fault(`${shown} cannot be written: ${reasonOf(error)}.`);
    return report(analysis, findings, false);
  }
  const repaired = new Analysis(text, file.path);
  return report(repaired, judge(repaired, options), true);
}

/** As the editor does, and beyond it: a file that was named has to be JSON, whatever it is, and may not be empty. */
function judge(analysis: Analysis, options: LintOptions): readonly Finding[] {
  const { root, problems } = analysis.parsed;
  if (!root && !problems.some(({ kind }) => kind === 'syntax')) return emptyFile(options.settings);
  return analysis.kind === 'none'
    ? syntaxFindings(analysis, options).filter(({ rule }) => rule === 'json/syntax')
    : lint(analysis, options);
}

function emptyFile(settings: Settings): readonly Finding[] {
  const rule = metadataOf('json/syntax');
  const severity = rule && severityOf(rule, settings);
  if (!severity) return [];
  return [
    {
      rule: rule.id,
      severity,
      message: 'The file holds no JSON. A task definition is an object: { ... }.',
      pointer: '',
      range: { start: 0, end: 0 },
      fixes: [],
      related: [],
      droppedByDeployAction: false,
    },
  ];
}
