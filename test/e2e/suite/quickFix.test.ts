import { assert } from 'chai';
import * as vscode from 'vscode';
import { describe, it } from './mocha';
import { fargate, open, rulesWhen } from './support';

describe('quick fixes', () => {
  it('repair the document', async () => {
    const document = await open('fix-task-definition.json', fargate({ networkMode: 'bridge' }));
    const [problem] = await rulesWhen(document, ['fargate-network-mode']);
    assert.isDefined(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
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
