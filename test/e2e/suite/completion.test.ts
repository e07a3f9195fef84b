import { assert } from 'chai';
import * as vscode from 'vscode';
import { before, describe, it } from './mocha';
import { fargate, open, rangeOf, rulesWhen } from './support';

describe('completion', () => {
  let document: vscode.TextDocument;

  before(async () => {
    const text = fargate({ networkMode: 'bridge' }).replace('"name": "web"', '\n      $&');
    document = await open('completion-task-definition.json', text);
    await rulesWhen(document, ['fargate-network-mode']); // the server knows the document
  });

  const complete = async (position: vscode.Position) => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return items
      .filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
      .map((item) => ({
        kind: item.kind,
        label: (typeof item.label === 'string' ? item.label : item.label.label).replaceAll('"', ''),
      }));
  };

  it('in a container offers the keys that it lacks, each once', async () => {
    const emptyLine = rangeOf(document, '"name": "web"').start.translate(-1, 0).with({ character: 6 });
    const items = await complete(emptyLine);
    const labels = items.map(({ label }) => label);
    assert.includeMembers(labels, ['environment', 'healthCheck', 'secrets', 'user']);
    for (const present of ['name', 'image', 'essential', 'portMappings', 'logConfiguration'])
      assert.notInclude(labels, present);
    assert.deepEqual(labels, [...new Set(labels)]);
    assert.isFalse(
      items.some(({ kind }) => kind === vscode.CompletionItemKind.Text),
      'words of the document',
    );
  });

  it('in a value offers what AWS accepts of this task, once', async () => {
    const inside = rangeOf(document, '"bridge"').start.translate(0, 1);
    const labels = (await complete(inside)).map(({ label }) => label);
    assert.deepEqual(labels, ['awsvpc']);
  });
});
