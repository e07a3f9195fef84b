import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Analysis } from '../core/analysis';
import type { Finding } from '../core/finding';
import { fixAll } from '../core/fixes';
import { editsOf, type TextEdit } from '../core/syntax/json/edits';
import type { Range } from '../core/syntax/tree';
import { toLspEdits } from './convert';
import { EXPLAIN_COMMAND, FIX_ALL_KIND } from './host';

export interface CodeActionClient {
  /** `workspace.workspaceEdit.documentChanges` */
  readonly versionedEdits: boolean;
  readonly canExplain: boolean;
}

/** Quick fixes of the findings that touch the range. */
export function quickFixes(
  document: TextDocument,
  analysis: Analysis,
  findings: readonly Finding[],
  range: Range,
  diagnosticOf: (finding: Finding) => Diagnostic,
  client: CodeActionClient,
): CodeAction[] {
  return findings
    .filter((finding) => finding.range.start <= range.end && finding.range.end >= range.start)
    .flatMap((finding) => {
      const diagnostics = [diagnosticOf(finding)];
      const actions = finding.fixes.flatMap((fix): CodeAction[] => {
        const edits = editsOf(analysis.text, fix.changes);
        if (!edits || edits.length === 0) return [];
        return [
          {
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics,
            edit: workspaceEdit(document, edits, client),
            ...(fix.safe && { isPreferred: true }),
          },
        ];
      });
      if (client.canExplain) {
        actions.push({
          title: `Explain this problem (${finding.rule})`,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          command: { title: 'Explain this problem', command: EXPLAIN_COMMAND, arguments: [finding.rule] },
        });
      }
      return actions;
    });
}

/** One action that applies every safe fix until nothing changes; none when there is nothing to do. */
export function fixAllAction(
  document: TextDocument,
  lint: (text: string) => readonly Finding[],
  client: CodeActionClient,
): CodeAction | undefined {
  const before = document.getText();
  const { text: after } = fixAll(before, lint);
  if (after === before) return undefined;
  return {
    title: 'Fix all problems that have one right answer',
    kind: FIX_ALL_KIND,
    edit: workspaceEdit(document, [difference(before, after)], client),
  };
}

function workspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  client: CodeActionClient,
): WorkspaceEdit {
  const lspEdits = toLspEdits(document, edits);
  return client.versionedEdits
    ? {
        documentChanges: [
          { textDocument: { uri: document.uri, version: document.version }, edits: lspEdits },
        ],
      }
    : { changes: { [document.uri]: lspEdits } };
}

/** One edit from the first to the last character that differs. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { range: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
