import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PULL, startClient, type TestClient } from '../support/lsp-client';
import { documentOf, places } from '../support/positions';
import { REFUSED, TASK } from './samples';

const CREATING: ClientCapabilities = {
  ...PULL,
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};
const RESOLVING: ClientCapabilities = {
  ...CREATING,
  textDocument: {
    ...CREATING.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } },
  },
};

/** Marked: the name of a variable, the key of the variables, the image. */
const MARKED = `{
  "family": "shop",
  "containerDefinitions": [
    {
      "name": "web",
      "image": «"nginx:1.27"»,
      "memory": 128,
      «"environment"»: [
        { "name": «"B"», "value": "2" },
        { "name": "A", "value": "1" }
      ]
    }
  ],
  "executionRoleArn": "arn:aws:iam::123456789012:role/ecs"
}
`;
const { text: TEXT, ranges } = places(MARKED);
const [IMAGE, KEY, VARIABLE] = ranges;
if (!IMAGE || !KEY || !VARIABLE) throw new Error('three marks');
const EXTRACT = 'Move 2 variables to the environment file web.env (fill in <BUCKET>)';
const SORT = 'Sort environment by name';
const SORTED = TEXT.replace(/( +\{ "name": "B".*\}),\n(.*\})\n/, '$2,\n$1\n');

const start = async (capabilities: ClientCapabilities = CREATING): Promise<TestClient> => {
  const client = await startClient({ capabilities, initializationOptions: REFUSED });
  await client.open(TASK, TEXT);
  return client;
};
const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);
const named = (actions: readonly CodeAction[], title: string): CodeAction => {
  const action = actions.find((candidate) => candidate.title === title);
  if (!action) throw new Error(`not among ${titles(actions)}`);
  return action;
};
const edited = (change: unknown): string =>
  TextDocument.applyEdits(documentOf(TEXT), (change as TextDocumentEdit).edits as never);

describe('refactorings', () => {
  it('are few where nobody asks', async () => {
    const client = await start();
    expect(titles(await client.codeActions(TASK, KEY))).toEqual([EXTRACT, SORT]);
    expect(titles(await client.codeActions(TASK, VARIABLE))).toEqual([
      'Move B to secrets, as the parameter /shop/B of Parameter Store (fill in <REGION>)',
      'Move B to secrets, as the secret shop/B of Secrets Manager (fill in <REGION> and <SUFFIX>)',
    ]);
  });

  it.each([
    [['refactor.extract'], [EXTRACT]],
    [['quickfix', 'refactor.extract'], [EXTRACT]],
    [
      ['refactor.rewrite'],
      expect.arrayContaining([SORT, 'Add a Datadog agent (fill in <REGION> and <SUFFIX>)']),
    ],
    [['refactor'], expect.arrayContaining([EXTRACT, SORT])],
    [['quickfix'], []],
    [['source'], []],
    [['refactor.inline'], []],
  ])('come by kind, and more of them, to a client that asks for %j', async (only, expected) => {
    const client = await start();
    const actions = await client.codeActions(TASK, KEY, { only });
    expect(titles(actions.filter(({ kind }) => !kind?.startsWith('source')))).toEqual(expected);
  });

  it('are edits', async () => {
    const client = await start();
    const action = named(await client.codeActions(TASK, KEY), SORT);
    expect(action).toEqual({
      title: SORT,
      kind: 'refactor.rewrite',
      edit: { documentChanges: [{ textDocument: { uri: TASK, version: 1 }, edits: expect.any(Array) }] },
    });
    expect(edited(action.edit?.documentChanges?.[0])).toBe(SORTED);
  });

  it('make a file beside the document, before anything else', async () => {
    const client = await start();
    const { edit, kind } = named(await client.codeActions(TASK, KEY), EXTRACT);
    const uri = 'file:///project/deploy/web.env';
    const top = { line: 0, character: 0 };
    expect(kind).toBe('refactor.extract');
    expect(edit?.documentChanges?.slice(0, 2)).toEqual([
      { kind: 'create', uri },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start: top, end: top }, newText: 'B=2\nA=1\n' }],
      },
    ]);
    expect(JSON.parse(edited(edit?.documentChanges?.[2])).containerDefinitions[0]).toEqual({
      name: 'web',
      image: 'nginx:1.27',
      memory: 128,
      environmentFiles: [{ value: 'arn:aws:s3:::<BUCKET>/shop/web.env', type: 's3' }],
    });
  });

  it('make no file for a client that cannot, or beside a document without a place', async () => {
    const client = await start(PULL);
    expect(titles(await client.codeActions(TASK, KEY))).toEqual([SORT]);
    const untitled = await start();
    await untitled.open('untitled:Untitled-1', TEXT);
    expect(titles(await untitled.codeActions('untitled:Untitled-1', KEY))).toEqual([SORT]);
  });

  it('are not said twice where a repair says the same', async () => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { settings: { preset: 'strict' } },
    });
    await client.open(TASK, TEXT);
    const all = titles(
      await client.codeActions(
        TASK,
        { start: { line: 3, character: 4 }, end: { line: 3, character: 4 } },
        { only: ['quickfix', 'refactor'] },
      ),
    );
    expect(all).toContain('Add a health check to container "web": HTTP on port 80 with curl');
    expect(new Set(all).size).toBe(all.length);
  });

  it('are none for other documents', async () => {
    const client = await start();
    await client.open('file:///p/package.json', '{ "name": "x" }');
    expect(await client.codeActions('file:///p/package.json', KEY, { only: ['refactor'] })).toEqual([]);
  });
});

describe('refactorings that are completed when chosen', () => {
  it('know the document as it is then', async () => {
    const client = await start(RESOLVING);
    const action = named(await client.codeActions(TASK, KEY), SORT);
    expect(action).toEqual({
      title: SORT,
      kind: 'refactor.rewrite',
      data: { uri: TASK, range: KEY, refactoring: SORT },
    });
    const changed = TEXT.replace('"2"', '"3"');
    await client.change(TASK, [{ text: changed }]);
    const [change] = (await client.resolve(action)).edit?.documentChanges ?? [];
    expect((change as TextDocumentEdit).textDocument.version).toBe(2);
    expect(TextDocument.applyEdits(documentOf(changed), (change as TextDocumentEdit).edits as never)).toBe(
      SORTED.replace('"2"', '"3"'),
    );
  });

  it('are the same as those of a client that does not ask again', async () => {
    const [lazy, eager] = await Promise.all([start(RESOLVING), start(CREATING)]);
    for (const range of [IMAGE, KEY, VARIABLE]) {
      for (const only of [undefined, ['refactor']]) {
        const expected = await eager.codeActions(TASK, range, only && { only });
        for (const action of await lazy.codeActions(TASK, range, only && { only })) {
          if (action.kind?.startsWith('refactor.rewrite.')) continue;
          const { data: _, ...resolved } = await lazy.resolve(action);
          expect(resolved).toEqual(named(expected, action.title));
        }
      }
    }
  });

  it('stay as they are when they do not fit any more', async () => {
    const client = await start(RESOLVING);
    const action = named(await client.codeActions(TASK, KEY), SORT);
    await client.change(TASK, [{ text: SORTED }]);
    expect(await client.resolve(action)).toEqual(action);
    await client.close(TASK);
    expect(await client.resolve(action)).toEqual(action);
    for (const data of [
      { uri: TASK, refactoring: SORT },
      { uri: TASK, refactoring: SORT, range: { start: 1 } },
      { uri: 7 },
    ]) {
      const other = { title: 'Other', data };
      expect(await client.resolve(other)).toEqual(other);
    }
  });
});
