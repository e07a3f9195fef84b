import type { Finding, Severity } from '../../core';
import { countBySeverity, type FileReport, linesOf, plural, type Report, sayCounts } from '../report';

const COLORS: Record<Severity | 'file' | 'dim', number> = {
  error: 31,
  warning: 33,
  info: 36,
  hint: 36,
  file: 4,
  dim: 2,
};

/** For people: the findings file by file in aligned columns, and a line that sums up. */
export function stylish({ files, fix }: Report, color: boolean): string {
  const paint = (name: keyof typeof COLORS, text: string): string =>
    color ? `\x1b[${COLORS[name]}m${text}\x1b[0m` : text;
  const bad = files.filter(({ findings }) => findings.length > 0);
  return [...bad.map((file) => block(file, paint)), `${summary(files, bad, fix).join('\n')}\n`].join('\n');
}

function block(file: FileReport, paint: (name: Severity | 'file' | 'dim', text: string) => string): string {
  const lines = linesOf(file);
  const rows = file.findings.map(({ range, severity, message, rule }) => {
    const { line, character } = lines(range).start;
    return { place: `${line + 1}:${character + 1}`, severity, message: printable(message), rule };
  });
  const width = (column: 'place' | 'severity' | 'message'): number =>
    Math.max(...rows.map((row) => row[column].length));
  const [place, severity, message] = [width('place'), width('severity'), width('message')];
  const text = rows.map(
    (row) =>
      `  ${row.place.padStart(place)}  ${paint(row.severity, row.severity.padEnd(severity))}  ` +
      `${row.message.padEnd(message)}  ${paint('dim', row.rule)}\n`,
  );
  return `${paint('file', printable(file.path))}\n${text.join('')}`;
}

function summary(files: readonly FileReport[], bad: readonly FileReport[], fix: boolean): string[] {
  const repaired = files.filter((file) => file.repaired).length;
  const lines = repaired > 0 ? [`${plural(repaired, 'file')} repaired.`] : [];
  const checked = files.filter((file) => file.kind !== 'none' || file.findings.length > 0).length;
  if (checked === 0) return [...lines, 'No task definitions found.'];
  if (bad.length === 0) return [...lines, `No problems in ${plural(checked, 'file')}.`];
  const findings = bad.flatMap((file) => file.findings);
  const place = bad.length === checked ? plural(checked, 'file') : `${bad.length} of ${checked} files`;
  lines.push(`${plural(findings.length, 'problem')} (${sayCounts(countBySeverity(bad))}) in ${place}`);
  const fixable = findings.filter(isFixable).length;
  if (fixable > 0 && !fix) lines.push(`${fixable} can be fixed with --fix`);
  return lines;
}

const isFixable = ({ fixes }: Finding): boolean => fixes.some((fix) => fix.safe);

/** Messages and paths hold text of the checked files: no control character reaches the terminal. */
function printable(text: string): string {
  return text.replace(
    /\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
