import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { type Analysis, rename as renameAt, renameableAt } from '../core';
import { type CodeActionClient, workspaceEdit } from './codeActions';
import { toLspRange } from './convert';

/** What a new name would take the place of; an error that says why not, where there is a name that cannot be changed. */
export function prepareRename(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
): { range: Range; placeholder: string } | ResponseError | null {
  const found = renameableAt(analysis, document.offsetAt(position));
  if (!found) return null;
  if ('refusal' in found) return refused(found.refusal);
  return { range: toLspRange(document, found.range), placeholder: found.name };
}

export function rename(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  newName: string,
  client: CodeActionClient,
): WorkspaceEdit | ResponseError | null {
  const renaming = renameAt(analysis, document.offsetAt(position), newName);
  if (!renaming) return null;
  if ('refusal' in renaming) return refused(renaming.refusal);
  return workspaceEdit(document, renaming.edits, client);
}

function refused(why: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, why);
}
