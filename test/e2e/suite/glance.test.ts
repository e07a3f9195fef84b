import { assert } from 'chai';
import * as vscode from 'vscode';
import { before, describe, it } from './mocha';
import { fargate, open, rulesWhen } from './support';

const WRONG_MODE = 'fargate-network-mode';

/** The lines above the task and its containers; up to a hundred are resolved. */
function lenses(document: vscode.TextDocument): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 100);
}

async function hints(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  return found.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

describe('hints at a glance', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await open('glance-task-definition.json', fargate({ networkMode: 'bridge' }));
    await rulesWhen(document, [WRONG_MODE]); // the server knows the document
  });

  it('say above the task what it costs, and how many problems there are', async () => {
    const [price, problems, diagram, ...others] = (await lenses(document)).map(({ command }) => command);
    assert.equal(
      price?.title,
      'Fargate · 0.25 vCPU · 0.5 GB · $9.01/month in eu-west-1 (ARM $7.21, Spot up to 70 % less)',
    );
    assert.equal(price?.command, '');
    assert.equal(problems?.title, '1 error');
    assert.equal(problems?.command, 'workbench.actions.view.problems');
    assert.equal(diagram?.title, 'Show diagram');
    assert.deepEqual(diagram?.arguments, [document.uri.toString()]);
    assert.deepEqual(others, []);
  });

  it('read sizes out between the words', async () => {
    assert.deepEqual(await hints(document), ['0.25 vCPU', '0.5 GiB', 'dynamic host port']);
  });

  it('can be switched off', async () => {
    const settings = vscode.workspace.getConfiguration('ecsTaskdef', document.uri);
    await settings.update('inlayHints', { sizes: false }, vscode.ConfigurationTarget.Workspace);
    await settings.update('codeLens', { price: false }, vscode.ConfigurationTarget.Workspace);
    await settings.update('rules', { [WRONG_MODE]: 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      await rulesWhen(document, []);
      assert.deepEqual(await hints(document), ['dynamic host port']);
      assert.deepEqual(
        (await lenses(document)).map(({ command }) => command?.title),
        ['No problems', 'Show diagram'],
      );
    } finally {
      for (const name of ['inlayHints', 'codeLens', 'rules'])
        await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('convert the task for Fargate with a click', async () => {
    const ec2 = await open('glance-ec2-task-definition.json', fargate({ requiresCompatibilities: ['EC2'] }));
    await rulesWhen(ec2, []);
    const [, convert] = (await lenses(ec2)).map(({ command }) => command);
    assert.equal(convert?.title, 'Convert to Fargate');
    await vscode.window.showTextDocument(document); // the document of the lens need not be the active one
    await vscode.commands.executeCommand(convert?.command ?? '', ...(convert?.arguments ?? []));
    assert.include(ec2.getText(), '"FARGATE"');
    assert.notInclude(ec2.getText(), '"EC2"');
  });

  it('draw a diagram beside the document, one for each', async () => {
    const diagrams = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview);
    const shown = new Promise<void>((resolve) => {
      const listening = vscode.window.tabGroups.onDidChangeTabs(() => {
        if (diagrams().length === 0) return;
        listening.dispose();
        resolve();
      });
    });
    const lens = (await lenses(document)).find(({ command }) => command?.title === 'Show diagram');
    const click = () =>
      vscode.commands.executeCommand(lens?.command?.command ?? '', ...(lens?.command?.arguments ?? []));
    await click();
    await shown;
    await click();
    assert.deepEqual(
      diagrams().map(({ label }) => label),
      ['Diagram: glance-task-definition.json'],
    );
    await vscode.window.tabGroups.close(diagrams());
  });
});
