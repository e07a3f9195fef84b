import * as vscode from 'vscode';

/** Applies every fix that has exactly one right answer to the active document. */
export async function fixAllProblems(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    everything,
    'source.fixAll.ecs-taskdef',
  );
  const edit = actions.find((action) => action.kind?.value === 'source.fixAll.ecs-taskdef')?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
  else
    void vscode.window.showInformationMessage(
      'No problem here has exactly one right answer; see the quick fixes.',
    );
}
