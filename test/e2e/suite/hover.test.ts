import { assert } from 'chai';
import * as vscode from 'vscode';
import { before, describe, it } from './mocha';
import { fargate, open, rangeOf, rulesWhen } from './support';

for (const language of ['json', 'jsonc'])
  describe(`hover in ${language}`, () => {
    let document: vscode.TextDocument;

    before(async () => {
      document = await open(`hover-task-definition.${language}`, fargate({ networkMode: 'bridge' }));
      await rulesWhen(document, ['fargate-network-mode']); // the server knows the document
    });

    for (const place of ['"networkMode"', '"bridge"', '"portMappings"'])
      it(`over ${place} shows one note, and it is ours`, async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          rangeOf(document, place).start.translate(0, 2),
        );
        // VS Code's JSON server answers with an empty text, which no one sees.
        const texts = hovers
          .map(({ contents }) =>
            contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n'),
          )
          .filter((text) => text !== '');
        assert.lengthOf(texts, 1, texts.join('\n---\n'));
        assert.include(texts[0], 'https://docs.aws.amazon.com/');
      });
  });
