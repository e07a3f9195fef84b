import * as vscode from 'vscode';
import type { TaskDefinitionDocuments } from '../documents';

/** Declares the active document to be a task definition, whatever its name and content. */
export async function treatAsTaskDefinition(documents: TaskDefinitionDocuments): Promise<void> {
  let document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  if (document.languageId !== 'json' && document.languageId !== 'jsonc') {
    document = await vscode.languages.setTextDocumentLanguage(document, 'json');
  }
  await documents.treatAs(document);
}
