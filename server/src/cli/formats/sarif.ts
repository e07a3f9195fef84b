import { version } from '../../../../package.json';
import type { Finding, Fix, Severity } from '../../core/finding';
import { urlOf } from '../../core/rules/metadata';
import { editsOf } from '../../core/syntax/json/edits';
import { type FileReport, type LineRange, linesOf, type Report } from '../report';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif({ files }: Report): string {
  const rules = [...new Set(files.flatMap((file) => file.findings.map(({ rule }) => rule)))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ecs-taskdef',
            version,
            informationUri: 'https://github.com/ecs-taskdef/ecs-taskdef',
            rules: rules.map((id) => ({ id, helpUri: urlOf(id) })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => results(file, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function results(file: FileReport, rules: readonly string[]): object[] {
  const lines = linesOf(file);
  const artifactLocation = { uri: file.path.split('/').map(encodeURIComponent).join('/') };
  return file.findings.map(({ rule, severity, message, range, fixes, related, pointer }: Finding) => ({
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation, region: regionOf(lines(range)) },
        logicalLocations: [{ fullyQualifiedName: pointer }],
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ message: text, ...place }) => ({
        message: { text },
        physicalLocation: { artifactLocation, region: regionOf(lines(place)) },
      })),
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.flatMap((fix) => fixOf(fix, file.text, lines, artifactLocation)),
    }),
  }));
}

function fixOf(
  fix: Fix,
  text: string,
  lines: ReturnType<typeof linesOf>,
  artifactLocation: { readonly uri: string },
): object[] {
  const edits = editsOf(text, fix.changes) ?? [];
  if (edits.length === 0) return [];
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(lines(range)),
    insertedContent: { text: newText },
  }));
  return [{ description: { text: fix.title }, artifactChanges: [{ artifactLocation, replacements }] }];
}

/** One-based; the end column is the one behind the last character. */
function regionOf({ start, end }: LineRange) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
