import { version } from '../../../../package.json';
import { ALL_RULES, editsOf, type Fix, type Range, type Severity } from '../../core';
import { type FileReport, type LineRange, linesOf, type Report } from '../report';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif({ files }: Report): string {
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
            rules: ALL_RULES.map(({ id, severity, title, why, sources, scanners = {} }) => ({
              id,
              shortDescription: { text: title },
              fullDescription: { text: why },
              help: { text: `${why} ${sources.join(' ')}` },
              helpUri: sources[0],
              defaultConfiguration: { level: LEVELS[severity] },
              properties: { tags: Object.values(scanners).flat() },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(results),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const INDEX: ReadonlyMap<string, number> = new Map(ALL_RULES.map(({ id }, index) => [id, index]));

function results(file: FileReport): object[] {
  const lines = linesOf(file);
  const artifactLocation = { uri: file.path.split('/').map(encodeURIComponent).join('/') };
  const placeOf = (range: Range) => ({ artifactLocation, region: regionOf(lines(range)) });
  return file.findings.map(({ rule, severity, message, range, fixes, related, pointer }) => ({
    ruleId: rule,
    ruleIndex: INDEX.get(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: placeOf(range),
        logicalLocations: [{ fullyQualifiedName: pointer, kind: 'value' }],
      },
    ],
    relatedLocations: related.map((place, id) => ({
      id,
      message: { text: place.message },
      physicalLocation: placeOf(place),
    })),
    fixes: fixes.flatMap((fix) => fixOf(fix, file.text, lines, artifactLocation)),
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
