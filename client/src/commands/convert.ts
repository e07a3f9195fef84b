import * as vscode from 'vscode';
import { CONVERT_KIND } from '../../../server/src/lsp/host';

/**
 * Makes a task definition over for another launch type; the server then says what has changed.
 *
 * @param uri of an open document. Default: the active one.
 */
export async function convertTo(target: 'fargate' | 'ec2', uri?: unknown): Promise<void> {
  const document =
    typeof uri === 'string'
      ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
      : vscode.window.activeTextEditor?.document;
  if (!document) return;
  const kind = `${CONVERT_KIND}.${target}`;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
    kind,
    1, // resolve it
  );
  const action = actions.find((offered) => offered.kind?.value === kind);
  if (!action?.edit) {
    const name = target === 'fargate' ? 'Fargate' : 'EC2';
    void vscode.window.showInformationMessage(
      `There is nothing to convert: this is for ${name} already, or is not a whole task definition that says its launch type.`,
    );
    return;
  }
  if (!(await vscode.workspace.applyEdit(action.edit)) || !action.command) return;
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
