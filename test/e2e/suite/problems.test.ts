import { assert } from 'chai';
import * as vscode from 'vscode';
import { describe, it } from './mocha';
import {
  fargate,
  isOurs,
  open,
  ourProblems,
  problemsWhen,
  rangeOf,
  replace,
  ruleOf,
  rulesWhen,
} from './support';

const WRONG_MODE = 'fargate-network-mode';

describe('problems', () => {
  it('stand once, at the value, as an error', async () => {
    const document = await open('task-definition.json', fargate({ networkMode: 'bridge' }));
    const problems = await problemsWhen(document, (all) => all.some(isOurs));
    assert.deepEqual(problems.map(ruleOf), [WRONG_MODE]);
    const [problem] = problems;
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(problem?.range), '"bridge"');
  });

  it('appear in a file known by its content alone', async () => {
    const document = await open('whatever.json', fargate({ networkMode: 'host' }));
    await rulesWhen(document, [WRONG_MODE]);
  });

  it('appear in a document without a file', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'json',
      content: fargate({ networkMode: 'bridge' }),
    });
    await vscode.window.showTextDocument(document);
    await rulesWhen(document, [WRONG_MODE]);
  });

  it('follow edits', async () => {
    const document = await open('prod-task-definition.json', fargate({ networkMode: 'bridge' }));
    await rulesWhen(document, [WRONG_MODE]);
    await replace(document, '"bridge"', '"awsvpc"');
    await rulesWhen(document, []);
    await replace(document, '"awsvpc"', '"host"');
    const [problem] = await rulesWhen(document, [WRONG_MODE]);
    assert.equal(document.getText(problem?.range), '"host"');
  });

  it('go when the document stops being a task definition', async () => {
    const document = await open('content.json', fargate({ networkMode: 'bridge' }));
    await rulesWhen(document, [WRONG_MODE]);
    await replace(document, '"family"', '"apiVersion"');
    await rulesWhen(document, []);
    await replace(document, '"apiVersion"', '"family"');
    await rulesWhen(document, [WRONG_MODE]);
  });

  it('of syntax are those of VS Code alone', async () => {
    const text = fargate({ networkMode: 'bridge' }).replace('"cpu": "256"', '"cpu": ');
    const document = await open('broken-task-definition.json', text);
    const problems = await problemsWhen(document, (all) => all.some(isOurs) && !all.every(isOurs));
    const atComma = problems.filter(({ range }) => range.intersection(rangeOf(document, '"cpu": ,')));
    assert.lengthOf(atComma, 1, problems.map(({ message }) => message).join('\n'));
    assert.isFalse(atComma.some(isOurs));
    assert.deepEqual(ourProblems(document).map(ruleOf), [WRONG_MODE]);
  });
});
