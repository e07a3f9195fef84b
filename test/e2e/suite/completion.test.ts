import { assert } from 'chai';
import * as vscode from 'vscode';
import { before, describe, it } from './mocha';
import { fargate, open, rangeOf, rulesWhen } from './support';

interface Offered {
  readonly label: string;
  readonly kind: vscode.CompletionItemKind | undefined;
}

/** What the list holds at a position, whoever offers it, without the snippets of the editor. */
async function complete(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly Offered[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return items
    .filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
    .map(({ kind, label }) => ({
      kind,
      label: (typeof label === 'string' ? label : label.label).replaceAll('"', ''),
    }));
}

/** Each once, and none of them a mere word of the document. */
function labelsOf(items: readonly Offered[]): readonly string[] {
  const labels = items.map(({ label }) => label);
  assert.deepEqual(labels, [...new Set(labels)]);
  assert.isFalse(
    items.some(({ kind }) => kind === vscode.CompletionItemKind.Text),
    'words of the document',
  );
  return labels;
}

for (const language of ['json', 'jsonc'])
  describe(`completion in ${language}`, () => {
    let document: vscode.TextDocument;

    before(async () => {
      const text = fargate({ networkMode: 'bridge' })
        .replace('"name": "web"', '\n      $&')
        .replace('"protocol": "tcp"', '$&,\n          "host"');
      document = await open(`completion-task-definition.${language}`, text);
      await rulesWhen(document, ['fargate-network-mode']); // the server knows the document
    });

    it('in a container offers the keys that it lacks, each once', async () => {
      const emptyLine = rangeOf(document, '"name": "web"').start.translate(-1, 0).with({ character: 6 });
      const labels = labelsOf(await complete(document, emptyLine));
      assert.includeMembers([...labels], ['environment', 'healthCheck', 'secrets', 'user']);
      for (const present of ['name', 'image', 'essential', 'portMappings', 'logConfiguration'])
        assert.notInclude(labels, present);
    });

    it('over a key half typed offers keys, each once', async () => {
      const behind = rangeOf(document, '"host"').end.translate(0, -1);
      const labels = labelsOf(await complete(document, behind));
      assert.deepEqual(labels, ['hostPort', 'name', 'appProtocol']);
    });

    it('in a value offers what AWS accepts of this task, once', async () => {
      const inside = rangeOf(document, '"bridge"').start.translate(0, 1);
      assert.deepEqual(labelsOf(await complete(document, inside)), ['awsvpc']);
    });
  });
