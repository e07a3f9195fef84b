import { assert } from 'chai';
import * as vscode from 'vscode';
import { describe, it } from './mocha';
import { fargate, open, rulesWhen } from './support';

describe('quick fixes', () => {
  it('repair the document', async () => {
    const document = await open('fix-task-definition.json', fargate({ networkMode: 'bridge' }));
    const [problem] = await rulesWhen(document, ['fargate-network-mode']);
    assert.isDefined(problem);
    const actions = await quickFixes(document, problem?.range);
    const [preferred, ...others] = actions.filter(({ isPreferred }) => isPreferred);
    assert.lengthOf(others, 0);
    assert.equal(preferred?.title, 'Change networkMode to "awsvpc"');
    assert.isDefined(preferred?.edit);
    if (preferred?.edit) await vscode.workspace.applyEdit(preferred.edit);
    await rulesWhen(document, []);
    assert.equal(document.getText(), fargate());
  });

  it('are applied to the whole document by one command', async () => {
    const document = await open('fix-all-task-definition.json', fargate({ networkMode: 'bridge' }));
    await rulesWhen(document, ['fargate-network-mode']);
    await vscode.commands.executeCommand('ecsTaskdef.fixAllProblems');
    await rulesWhen(document, []);
    assert.equal(document.getText(), fargate());
  });
});

/**
 * What the light bulb offers. VS Code drops a request, and its light bulb asks again, when another extension
 * registers a provider of code actions in the meantime; so does this.
 */
async function quickFixes(document: vscode.TextDocument, range?: vscode.Range): Promise<vscode.CodeAction[]> {
  for (let attempt = 1; ; attempt++) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    if (actions.length > 0 || attempt === 5) return actions;
  }
}
