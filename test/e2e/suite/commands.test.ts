import { assert } from 'chai';
import * as vscode from 'vscode';
import { describe, it } from './mocha';
import {
  api,
  EXTENSION_ID,
  fargate,
  isOurs,
  open,
  problemsWhen,
  replace,
  ruleOf,
  rulesWhen,
} from './support';

describe('commands', () => {
  it('of the manifest all exist', async () => {
    await api();
    const { contributes } = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON ?? {};
    const announced: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    assert.includeMembers(announced, [
      'ecsTaskdef.newTaskDefinition',
      'ecsTaskdef.treatAsTaskDefinition',
      'ecsTaskdef.fixAllProblems',
    ]);
    assert.includeMembers(await vscode.commands.getCommands(true), announced);
  });

  it('"Treat as Task Definition" wins over name and content', async () => {
    const document = await open('fragment.json', '{\n  "networkMode": "bridged"\n}\n');
    await vscode.commands.executeCommand('ecsTaskdef.treatAsTaskDefinition');
    const problems = await problemsWhen(document, (all) => all.some(isOurs));
    const problem = problems.find((candidate) => ruleOf(candidate) === 'schema/enum');
    assert.equal(problem && document.getText(problem.range), '"bridged"');
  });

  it('"Convert to Fargate" and "Convert to EC2" make the whole document over', async () => {
    const document = await open('convert-task-definition.json', fargate({ networkMode: 'bridge' }));
    await rulesWhen(document, ['fargate-network-mode']);
    await vscode.commands.executeCommand('ecsTaskdef.convertToFargate');
    assert.equal(document.getText(), fargate());
    await vscode.commands.executeCommand('ecsTaskdef.convertToEc2');
    assert.equal(document.getText(), fargate({ requiresCompatibilities: ['EC2'] }));
    await vscode.commands.executeCommand('ecsTaskdef.convertToFargate');
    assert.equal(document.getText(), fargate());
  });

  it('that convert say what has changed', async () => {
    const document = await open('said-task-definition.json', fargate({ networkMode: 'bridge' }));
    await rulesWhen(document, ['fargate-network-mode']);
    const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      'refactor.rewrite.ecs-taskdef.fargate',
      1,
    );
    assert.isDefined(action?.edit);
    assert.equal(action?.command?.command, 'ecsTaskdef.showMessage');
    assert.deepEqual(action?.command?.arguments, [
      'Converted to Fargate. The network mode is awsvpc instead of bridge: a service then needs subnets and security groups, and target groups of type ip.',
    ]);
  });

  it('"Restart Language Server" keeps the problems up to date', async () => {
    const document = await open('restart-task-definition.json', fargate({ networkMode: 'bridge' }));
    await rulesWhen(document, ['fargate-network-mode']);
    await vscode.commands.executeCommand('ecsTaskdef.restartServer');
    assert.isTrue((await api()).serverRunning());
    await rulesWhen(document, ['fargate-network-mode']);
    await replace(document, '"bridge"', '"awsvpc"');
    await rulesWhen(document, []);
  });
});
