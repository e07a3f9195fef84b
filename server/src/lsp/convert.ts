import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
} from 'vscode-languageserver-types';
import type { Finding, Range, Severity, TextEdit } from '../core';

/** The `source` of every diagnostic. */
export const SOURCE = 'ecs-taskdef';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toLspRange(document: TextDocument, range: Range): LspRange {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  url: string | undefined,
  relatedInformation: boolean,
): Diagnostic {
  const related: DiagnosticRelatedInformation[] = finding.related.map(({ message, ...range }) => ({
    message,
    location: { uri: document.uri, range: toLspRange(document, range) },
  }));
  return {
    range: toLspRange(document, finding.range),
    severity: SEVERITY[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: finding.message,
    data: { rule: finding.rule, pointer: finding.pointer },
    ...(url && { codeDescription: { href: url } }),
    ...(relatedInformation && related.length > 0 && { relatedInformation: related }),
  };
}

export function toLspEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ range, newText }) => ({ range: toLspRange(document, range), newText }));
}
