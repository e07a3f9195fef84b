import { describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, EVERYWHERE, PULL, startClient, type TestClient } from '../support/lsp-client';
import { documentOf, places } from '../support/positions';
import { BRIDGE, CIRCLE, FINE, REFUSED, TASK } from './samples';

const VERSIONED: ClientCapabilities = { ...PULL, workspace: { workspaceEdit: { documentChanges: true } } };
const FIX_ALL = 'source.fixAll.ecs-taskdef';
const explaining: ClientOptions = {
  capabilities: VERSIONED,
  initializationOptions: { ...REFUSED, commands: ['ecsTaskdef.explainProblem'] },
};

const start = (capabilities = VERSIONED): Promise<TestClient> =>
  startClient({ capabilities, initializationOptions: REFUSED });

/** The text after an edit of the one document, which has to be for the version given. */
function apply(text: string, edit: WorkspaceEdit | undefined, version = 1): string {
  const [change, ...others] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(others).toEqual([]);
  expect(edit).not.toHaveProperty('changes');
  expect(change?.textDocument).toEqual({ uri: TASK, version });
  return TextDocument.applyEdits(documentOf(text), (change?.edits ?? []) as never);
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

/** Two mistakes with one right answer each, and one with several. The first is marked. */
const THREE = CIRCLE.replace('"awsvpc"', '"bridge"').replaceAll(/[«»]/g, '').replace('"256"', '«256»');

describe('quick fixes', () => {
  it('repair the problem, and the document has it no more', async () => {
    const client = await start();
    const { text, ranges } = places(BRIDGE);
    await client.open(TASK, text, 'json', 5);
    const [diagnostic] = await client.pull(TASK);
    const actions = await client.codeActions(TASK, ranges[0], { only: ['quickfix'] });
    expect(actions).toEqual([
      {
        title: 'Change networkMode to "awsvpc"',
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: [diagnostic],
        edit: {
          documentChanges: [
            { textDocument: { uri: TASK, version: 5 }, edits: [{ range: ranges[0], newText: '"awsvpc"' }] },
          ],
        },
      },
    ]);
    const fixed = apply(text, actions[0]?.edit, 5);
    expect(fixed).toBe(FINE);
    await client.change(TASK, [{ text: fixed }]);
    expect(await client.pull(TASK)).toEqual([]);
    expect(await client.codeActions(TASK)).toEqual([]);
  });

  it('that leave a choice are not preferred', async () => {
    const client = await start();
    const { text } = places(CIRCLE);
    await client.open(TASK, text);
    const actions = await client.codeActions(TASK);
    expect(titles(actions)).toEqual([
      'Remove the dependency of "web" on "db"',
      'Remove the dependency of "db" on "web"',
    ]);
    for (const action of actions) {
      expect(action).not.toHaveProperty('isPreferred');
      await client.open(TASK, apply(text, action.edit));
      expect(await client.pull(TASK)).toEqual([]);
    }
  });

  it('are those of the problems that the range touches', async () => {
    const client = await start();
    const { text, ranges } = places(THREE);
    await client.open(TASK, text);
    const found = await client.pull(TASK);
    expect(found).toHaveLength(3);
    const [range] = ranges;
    if (!range) throw new Error('no mark');
    expect(titles(await client.codeActions(TASK, range))).toEqual(['Change cpu to "256"']);
    for (const cursor of [range.start, range.end])
      expect(titles(await client.codeActions(TASK, { start: cursor, end: cursor }))).toHaveLength(1);
    const before = { line: range.start.line, character: range.start.character - 1 };
    expect(await client.codeActions(TASK, { start: before, end: before })).toEqual([]);
    expect(await client.codeActions(TASK, EVERYWHERE)).toHaveLength(4);
  });

  it('are plain changes for a client that knows no versions', async () => {
    const client = await start(PULL);
    const { text, ranges } = places(BRIDGE);
    await client.open(TASK, text);
    const [action] = await client.codeActions(TASK);
    expect(action?.edit).toEqual({ changes: { [TASK]: [{ range: ranges[0], newText: '"awsvpc"' }] } });
  });

  it('keep Windows line ends', async () => {
    const client = await start();
    const text = FINE.replace('  "networkMode": "awsvpc",\n', '').replaceAll('\n', '\r\n');
    await client.open(TASK, text);
    const [action] = await client.codeActions(TASK);
    const fixed = apply(text, action?.edit);
    expect(JSON.parse(fixed)).toEqual(JSON.parse(FINE));
    expect(fixed).not.toMatch(/[^\r]\n/);
  });

  it.each([
    ['nothing', undefined, true],
    ['quick fixes', ['quickfix'], true],
    ['everything, by the empty kind', [''], true],
    ['refactorings', ['refactor'], false],
    ['source actions', ['source'], false],
    ['kinds that merely begin alike', ['quick'], false],
  ])('come to a client that asks for %s only: %s', async (_, only, given) => {
    const client = await start();
    await client.open(TASK, places(BRIDGE).text);
    const actions = await client.codeActions(TASK, EVERYWHERE, only ? { only } : {});
    expect(actions.filter(({ kind }) => kind === 'quickfix')).toHaveLength(given ? 1 : 0);
  });

  it('follow the settings', async () => {
    const client = await startClient({
      capabilities: VERSIONED,
      initializationOptions: { settings: { preset: 'refused', rules: { 'fargate-network-mode': 'off' } } },
    });
    await client.open(TASK, places(BRIDGE).text);
    expect(await client.codeActions(TASK)).toEqual([]);
  });

  it('are none in documents that are not open or of another kind', async () => {
    const client = await start();
    expect(await client.codeActions('file:///nowhere.json')).toEqual([]);
    await client.open('file:///p/package.json', '{ "networkMode": 7 }');
    expect(await client.codeActions('file:///p/package.json')).toEqual([]);
  });
});

describe('"Explain this problem"', () => {
  it('comes last for each problem, in a client that has the command', async () => {
    const client = await startClient(explaining);
    await client.open(TASK, places(BRIDGE).text);
    const [diagnostic] = await client.pull(TASK);
    const actions = await client.codeActions(TASK);
    expect(actions).toHaveLength(2);
    expect(actions[1]).toEqual({
      title: 'Explain this problem (fargate-network-mode)',
      kind: 'quickfix',
      diagnostics: [diagnostic],
      command: {
        title: 'Explain this problem',
        command: 'ecsTaskdef.explainProblem',
        arguments: ['fargate-network-mode'],
      },
    });
  });

  it('is there for a problem without a fix, too', async () => {
    const client = await startClient(explaining);
    const text = FINE.replace('"image": "nginx:1.27"', '"image": "no spaces, please"');
    await client.open(TASK, text);
    const codes = (await client.pull(TASK)).map(({ code }) => code);
    expect(codes).toEqual(['schema/pattern']);
    expect(titles(await client.codeActions(TASK))).toContain('Explain this problem (schema/pattern)');
  });

  it('is a message in a client without pages', async () => {
    const client = await startClient({
      capabilities: { ...VERSIONED, workspace: { ...VERSIONED.workspace, executeCommand: {} } },
      initializationOptions: REFUSED,
    });
    await client.open(TASK, places(BRIDGE).text);
    const { command } = (await client.codeActions(TASK))[1] ?? {};
    expect(command?.command).toBe('ecsTaskdef.showMessage');
    expect(command?.arguments).toEqual([
      expect.stringMatching(/^Fargate needs network mode awsvpc\. .+ AWS answers: ".+" https:\/\/docs\.aws/s),
    ]);
  });

  it('is not offered to a client that can run no command', async () => {
    const client = await startClient({
      capabilities: VERSIONED,
      initializationOptions: { ...REFUSED, commands: ['some.other'] },
    });
    await client.open(TASK, places(BRIDGE).text);
    expect((await client.codeActions(TASK)).filter(({ command }) => command)).toEqual([]);
  });
});

describe('source.fixAll.ecs-taskdef', () => {
  it.each([[FIX_ALL], ['source.fixAll'], ['source'], ['']])(
    'comes to a client that asks for "%s"',
    async (only) => {
      const client = await start();
      const { text } = places(THREE);
      await client.open(TASK, text, 'json', 3);
      const actions = await client.codeActions(TASK, EVERYWHERE, { only: [only] });
      const [fixAll, ...others] = actions.filter(({ kind }) => kind === FIX_ALL);
      expect(others).toEqual([]);
      expect(fixAll?.title).toBe('Fix all problems that have one right answer');
      const fixed = apply(text, fixAll?.edit, 3);
      expect(fixed).toBe(text.replace('256', '"256"').replace('"bridge"', '"awsvpc"'));
      await client.change(TASK, [{ text: fixed }]);
      expect((await client.pull(TASK)).map(({ code }) => code)).toEqual(['depends-on-cycle']);
    },
  );

  it('does not come unasked, nor to a client that asks for its neighbours', async () => {
    const client = await start();
    await client.open(TASK, places(THREE).text);
    for (const only of [undefined, ['quickfix'], ['source.fixAll.eslint'], ['source.organizeImports']]) {
      const actions = await client.codeActions(TASK, EVERYWHERE, only ? { only } : {});
      expect(actions.filter(({ kind }) => kind === FIX_ALL)).toEqual([]);
    }
  });

  it('is not there when nothing has one right answer', async () => {
    const client = await start();
    await client.open(TASK, places(CIRCLE).text);
    expect(await client.codeActions(TASK, EVERYWHERE, { only: [FIX_ALL] })).toEqual([]);
    await client.change(TASK, [{ text: FINE }]);
    expect(await client.codeActions(TASK, EVERYWHERE, { only: [FIX_ALL] })).toEqual([]);
  });

  it('looks at the whole document, whatever the range', async () => {
    const client = await start();
    await client.open(TASK, places(BRIDGE).text);
    const start0 = { line: 0, character: 0 };
    const actions = await client.codeActions(TASK, { start: start0, end: start0 }, { only: [FIX_ALL] });
    expect(actions).toHaveLength(1);
  });

  it('changes nothing that was right: the edit begins and ends at what differs', async () => {
    const client = await start(PULL);
    const { text, ranges } = places(BRIDGE);
    await client.open(TASK, text);
    const [action] = await client.codeActions(TASK, EVERYWHERE, { only: [FIX_ALL] });
    const [edit] = action?.edit?.changes?.[TASK] ?? [];
    const inside = { start: ranges[0]?.start.character ?? 0, end: ranges[0]?.end.character ?? 0 };
    expect(edit?.range.start.line).toBe(3);
    expect(edit?.range.start.character).toBeGreaterThanOrEqual(inside.start);
    expect(edit?.range.end.character).toBeLessThanOrEqual(inside.end);
  });
});

describe('"Turn off"', () => {
  const creating: ClientCapabilities = {
    ...PULL,
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  };
  const CONFIG = 'file:///project/.ecs-taskdef.json';
  const turnOffs = async (client: TestClient) =>
    (await client.codeActions(TASK)).filter(({ title }) => title.startsWith('Turn off'));
  const newText = (action: CodeAction | undefined) =>
    (action?.edit?.documentChanges as TextDocumentEdit[] | undefined)?.at(-1)?.edits[0];

  it('writes a config file at the root of the workspace folder', async () => {
    const client = await startClient(
      { capabilities: creating, initializationOptions: REFUSED },
      'file:///project',
    );
    await client.open(TASK, places(BRIDGE).text);
    const [action, ...others] = await turnOffs(client);
    expect(others).toEqual([]);
    expect(action).toEqual({
      title: 'Turn off fargate-network-mode',
      kind: 'quickfix',
      diagnostics: await client.pull(TASK),
      edit: {
        documentChanges: [
          { kind: 'create', uri: CONFIG, options: { ignoreIfExists: true } },
          {
            textDocument: { uri: CONFIG, version: null },
            edits: [
              {
                range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
                newText: '{\n  "rules": {\n    "fargate-network-mode": "off"\n  }\n}\n',
              },
            ],
          },
        ],
      },
    });
  });

  it('is offered for the container too, and changes the file that counts', async () => {
    const config = '{\n  "preset": "strict"\n}\n';
    const client = await startClient({
      capabilities: creating,
      initializationOptions: { commands: ['ecsTaskdef.saveConfigFile'] },
      disk: { 'file:///project/deploy/.ecs-taskdef.json': config },
    });
    await client.open(TASK, FINE.replace('"image": "nginx:1.27"', '"image": "no spaces, please"'));
    const actions = (await turnOffs(client)).filter(({ title }) => title.includes('schema/pattern'));
    expect(titles(actions)).toEqual([
      'Turn off schema/pattern',
      'Turn off schema/pattern for the container "web"',
    ]);
    expect(newText(actions[0])).toMatchObject({
      newText: ',\n  "rules": {\n    "schema/pattern": "off"\n  }',
      range: { start: { line: 1, character: 20 } },
    });
    expect(actions[1]?.command).toEqual({
      title: 'Save',
      command: 'ecsTaskdef.saveConfigFile',
      arguments: ['file:///project/deploy/.ecs-taskdef.json'],
    });
  });

  it('changes the config file as it stands in the editor', async () => {
    const client = await startClient({
      capabilities: creating,
      initializationOptions: REFUSED,
      disk: { [CONFIG]: '{}' },
    });
    await client.open(CONFIG, '{\n\n}');
    await client.open(TASK, places(BRIDGE).text);
    expect(newText((await turnOffs(client))[0])).toMatchObject({ range: { end: { line: 2 } } });
  });

  it('is not offered where the file cannot be made, has no place, or is broken', async () => {
    const cannot = await start();
    await cannot.open(TASK, places(BRIDGE).text);
    expect(await turnOffs(cannot)).toEqual([]);

    const client = await startClient({
      capabilities: creating,
      initializationOptions: REFUSED,
      disk: { [CONFIG]: '{ "rules": ' },
    });
    await client.open(TASK, places(BRIDGE).text);
    expect(await turnOffs(client)).toEqual([]);
    await client.open('untitled:task-definition.json', places(BRIDGE).text);
    expect(titles(await client.codeActions('untitled:task-definition.json'))).toEqual([
      'Change networkMode to "awsvpc"',
    ]);
  });
});
