import { assert } from 'chai';
import * as vscode from 'vscode';
import { before, describe, it } from './mocha';
import { fargate, open, problemsWhen, rangeOf, replace, ruleOf } from './support';

const APPSPEC = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: app
          ContainerPort: 80
`;

describe('names', () => {
  let appspec: vscode.TextDocument;
  let document: vscode.TextDocument;

  before(async () => {
    appspec = await open('navigation/appspec.yaml', APPSPEC);
    document = await open(
      'navigation/task-definition.json',
      fargate({
        networkMode: 'bridge',
        containerDefinitions: [
          { name: 'web', image: 'nginx:1.27', portMappings: [{ containerPort: 80 }] },
          { name: 'proxy', image: 'envoy:1.31', dependsOn: [{ containerName: 'web', condition: 'START' }] },
        ],
      }),
    );
    await problemsWhen(document, (found) => found.map(ruleOf).includes('fargate-network-mode')); // the server knows it
  });

  it('that do not fit are reported in the other file, until they do', async () => {
    const problems = await problemsWhen(appspec, (found) => found.length > 0);
    assert.deepEqual(problems.map(ruleOf), ['reference/unknown-container']);
    assert.isTrue(problems[0]?.range.isEqual(rangeOf(appspec, 'app')));
    await replace(document, '"name": "web"', '"name": "app"');
    await problemsWhen(appspec, (found) => found.length === 0);
    await replace(document, '"containerName": "web"', '"containerName": "app"');
  });

  const inName = (): vscode.Position => rangeOf(document, '"name": "app"').end.translate(0, -2);

  it('lead to where they are given', async () => {
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf(document, '"containerName": "app"').end.translate(0, -2),
    );
    assert.lengthOf(links, 1);
    assert.isTrue(links[0]?.targetSelectionRange?.contains(inName()));
  });

  it('are found, and renamed, in both files', async () => {
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      inName(),
    );
    const uris = places.map(({ uri }) => uri.toString());
    assert.sameMembers([...new Set(uris)], [appspec.uri.toString(), document.uri.toString()]);

    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      inName(),
      'front',
    );
    const changed = edit
      .entries()
      .map(([uri, edits]) => [uri.toString(), edits.map(({ newText }) => newText)]);
    assert.sameDeepMembers(changed, [
      [document.uri.toString(), ['front', 'front']],
      [appspec.uri.toString(), ['front']],
    ]);
  });
});
