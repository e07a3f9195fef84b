import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { type Analysis, editsOf, type NewFile, type Refactoring, refactoringsAt } from '../core';
import { type CodeActionClient, workspaceEdit } from './codeActions';
import { foldersUpwards } from './settings';

/**
 * Refactorings at a place; unasked only those that are about this very place.
 *
 * @param wants whether the client wants a kind; undefined where it named none
 */
export function refactorings(
  document: TextDocument,
  analysis: Analysis,
  range: Range,
  wants: ((kind: string) => boolean) | undefined,
  client: CodeActionClient,
): CodeAction[] {
  if (wants && !wants('refactor.rewrite') && !wants('refactor.extract')) return [];
  return refactoringsIn(document, analysis, range, wants !== undefined).flatMap((refactoring) => {
    const { title, kind, file } = refactoring;
    if ((wants && !wants(kind)) || (file && !canMake(document, client))) return [];
    return client.resolves
      ? { title, kind, data: { uri: document.uri, range, refactoring: title } }
      : { title, kind, edit: editOf(refactoring, document, analysis, client) };
  });
}

/** The edit of an action that was offered without it; other actions, as they are. */
export function resolveRefactoring(
  action: CodeAction,
  documentOf: (uri: string) => TextDocument | undefined,
  analysisOf: (document: TextDocument) => Analysis,
  client: CodeActionClient,
): CodeAction {
  const { uri, range, refactoring: wanted } = (action.data ?? {}) as Partial<Record<string, unknown>>;
  const document = typeof uri === 'string' ? documentOf(uri) : undefined;
  if (!document || typeof wanted !== 'string' || !isRange(range)) return action;
  const analysis = analysisOf(document);
  const found = refactoringsIn(document, analysis, range, true).find(({ title }) => title === wanted);
  return found ? { ...action, edit: editOf(found, document, analysis, client) } : action;
}

function isRange(value: unknown): value is Range {
  const { start, end } = (value ?? {}) as Partial<Range>;
  return [start?.line, start?.character, end?.line, end?.character].every(
    (number) => typeof number === 'number',
  );
}

function refactoringsIn(
  document: TextDocument,
  analysis: Analysis,
  { start, end }: Range,
  isAsked: boolean,
): Refactoring[] {
  const selection = { start: document.offsetAt(start), end: document.offsetAt(end) };
  return refactoringsAt(analysis, selection, isAsked);
}

/** A document that is not saved yet has no place beside it. */
function canMake({ uri }: TextDocument, client: CodeActionClient): boolean {
  return client.createsFiles && foldersUpwards(uri).length > 0;
}

function editOf(
  { changes, file }: Refactoring,
  document: TextDocument,
  analysis: Analysis,
  client: CodeActionClient,
): WorkspaceEdit {
  const edit = workspaceEdit(document, editsOf(analysis.text, changes, analysis.parsed.root) ?? [], client);
  if (!file) return edit;
  return { documentChanges: [...creation(file, document), ...(edit.documentChanges ?? [])] };
}

/** Comes first: where there is such a file already, nothing at all is changed. */
function creation({ name, text }: NewFile, document: TextDocument) {
  const uri = `${foldersUpwards(document.uri)[0]}/${encodeURIComponent(name)}`;
  const start = { line: 0, character: 0 };
  const content: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: text }],
  };
  return [{ kind: 'create' as const, uri }, content];
}
