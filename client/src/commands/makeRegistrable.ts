import * as vscode from 'vscode';

/** Turns the output of `aws ecs describe-task-definition` into a document that registers. */
export async function makeRegistrable(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const problem = vscode.languages
    .getDiagnostics(document.uri)
    .find(({ code }) => typeof code === 'object' && code.value === 'describe-output');
  const actions = problem
    ? await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem.range,
        vscode.CodeActionKind.QuickFix.value,
      )
    : [];
  const edit = actions.find(({ isPreferred, diagnostics }) =>
    diagnostics?.some(
      ({ code }) => isPreferred && typeof code === 'object' && code.value === 'describe-output',
    ),
  )?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showInformationMessage('This is not the output of describe-task-definition.');
}
