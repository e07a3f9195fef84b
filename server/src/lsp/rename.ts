import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  AnnotatedTextEdit,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { type Analysis, rename as renameAt, renameableAt } from '../core';
import type { Client } from './client';
import { workspaceEdit } from './codeActions';
import { toLspEdits, toLspRange } from './convert';
import type { OtherFiles, OtherPlace } from './otherFiles';

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

/** The new name in the document; in other files it has to be confirmed, where the client has a way to. */
export async function rename(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  newName: string,
  client: Client,
  otherFiles: OtherFiles,
): Promise<WorkspaceEdit | ResponseError | null> {
  const renaming = renameAt(analysis, document.offsetAt(position), newName);
  if (!renaming) return null;
  if ('refusal' in renaming) return refused(renaming.refusal);
  const { kind, oldName, everywhere, edits } = renaming;
  const found =
    everywhere && kind !== 'placeholder' ? await otherFiles.placesOf(document.uri, kind, oldName) : [];
  // Who is not asked gets only what is sure.
  const places = client.annotatesChanges ? found : found.filter(({ isSure }) => isSure);
  if (places.length === 0) return workspaceEdit(document, edits, client.codeActions);
  const lspEdits = toLspEdits(document, edits);
  const others = byFile(places, newName);
  if (!client.codeActions.versionedEdits)
    return { changes: { [document.uri]: lspEdits, ...Object.fromEntries(others) } };
  const annotate = (edit: TextEdit): TextEdit | AnnotatedTextEdit =>
    client.annotatesChanges ? { ...edit, annotationId: ANNOTATION } : edit;
  return {
    documentChanges: [
      { textDocument: { uri: document.uri, version: document.version }, edits: lspEdits },
      ...others.map(([uri, changes]) => ({
        textDocument: { uri, version: otherFiles.versionOf(uri) },
        edits: changes.map(annotate),
      })),
    ],
    ...(client.annotatesChanges && {
      changeAnnotations: {
        [ANNOTATION]: {
          label: 'Files that name it',
          description: `They know the ${kind} as "${oldName}"`,
          needsConfirmation: true,
        },
      },
    }),
  };
}

const ANNOTATION = 'otherFiles';

function byFile(places: readonly OtherPlace[], newText: string): [uri: string, edits: TextEdit[]][] {
  const files = new Map<string, TextEdit[]>();
  for (const { uri, range } of places) {
    const edits = files.get(uri) ?? [];
    edits.push({ range, newText });
    files.set(uri, edits);
  }
  return [...files];
}

function refused(why: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, why);
}
