import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import {
  type Analysis,
  containerOf,
  editsOf,
  type Finding,
  fixAll,
  metadataOf,
  type Range,
  silence,
  type TextEdit,
} from '../core';
import { toLspEdits } from './convert';
import { EXPLAIN_COMMAND, FIX_ALL_KIND, SAVE_CONFIG_COMMAND, SHOW_MESSAGE_COMMAND } from './host';

export interface CodeActionClient {
  /** `workspace.workspaceEdit.documentChanges` */
  readonly versionedEdits: boolean;
  /** ... and `resourceOperations` with `create` */
  readonly createsFiles: boolean;
  /** Where rules are explained: on a page that the client opens, in a message, or nowhere. */
  readonly explains: 'page' | 'message' | undefined;
  readonly savesConfig: boolean;
  /** It asks again for the edit and the command of an action that is chosen. */
  readonly resolves: boolean;
}

/**
 * Quick fixes of the findings that touch the range; for each finding its repairs, then its explanation, then the ways
 * to turn the rule off.
 *
 * @param config the config file that counts for the document
 */
export function quickFixes(
  document: TextDocument,
  analysis: Analysis,
  findings: readonly Finding[],
  range: Range,
  diagnosticOf: (finding: Finding) => Diagnostic,
  client: CodeActionClient,
  config: ConfigText | undefined,
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
      if (client.explains) {
        actions.push({
          title: `Explain this problem (${finding.rule})`,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          command:
            client.explains === 'page'
              ? { title: EXPLAIN, command: EXPLAIN_COMMAND, arguments: [finding.rule] }
              : { title: EXPLAIN, command: SHOW_MESSAGE_COMMAND, arguments: [explanationOf(finding.rule)] },
        });
      }
      const containers = [undefined, containerOf(finding, analysis)];
      for (const container of config ? new Set(containers) : []) {
        const action = config && turnOff(finding.rule, container, config, client);
        if (action) actions.push({ ...action, diagnostics });
      }
      return actions;
    });
}

const EXPLAIN = 'Explain this problem';

/** What the page of a rule says first, for clients that have no pages. */
function explanationOf(rule: string): string {
  const { title = rule, why = '', answer, sources = [] } = metadataOf(rule) ?? {};
  return [`${title}.`, why, answer && `AWS answers: "${answer}"`, sources[0]].filter(Boolean).join(' ');
}

/** `text` is empty where the file is to be made. */
export interface ConfigText {
  readonly uri: string;
  readonly text: string;
}

/** Writes `off` into the config file; in VS Code the file is then saved, so that it counts at once. */
function turnOff(
  rule: string,
  container: string | undefined,
  { uri, text }: ConfigText,
  client: CodeActionClient,
): CodeAction | undefined {
  const isNew = text === '';
  const edits = isNew && !client.createsFiles ? undefined : silence(text, rule, container);
  if (!edits) return undefined;
  const lspEdits = toLspEdits(TextDocument.create(uri, 'json', 0, text), edits);
  const change = { textDocument: { uri, version: null }, edits: lspEdits };
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
  return {
    title: container === undefined ? `Turn off ${rule}` : `Turn off ${rule} for the container "${container}"`,
    kind: CodeActionKind.QuickFix,
    edit: client.versionedEdits
      ? { documentChanges: isNew ? [create, change] : [change] }
      : { changes: { [uri]: lspEdits } },
    ...(client.savesConfig && {
      command: { title: 'Save', command: SAVE_CONFIG_COMMAND, arguments: [uri] },
    }),
  };
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

export function workspaceEdit(
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
