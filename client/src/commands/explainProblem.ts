import * as vscode from 'vscode';
import { pageUri } from '../rulePages';

/** Opens the page of a rule beside the editor; without an argument, that of the problem at the cursor. */
export async function explainProblem(rule?: unknown): Promise<void> {
  const id = typeof rule === 'string' ? rule : ruleAtCursor();
  if (id === undefined) {
    void vscode.window.showInformationMessage('There is no problem of this extension at the cursor.');
    return;
  }
  await vscode.commands.executeCommand('markdown.showPreviewToSide', pageUri(id));
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const found = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === 'ecs-taskdef' && range.contains(editor.selection.active));
  return typeof found?.code === 'object' ? String(found.code.value) : undefined;
}
