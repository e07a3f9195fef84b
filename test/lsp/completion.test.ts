import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  CompletionResolveRequest,
  InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NOTES } from '../../server/src/core/knowledge/notes.generated';
import { type ClientOptions, startClient, type TestClient } from '../support/lsp-client';
import { cursor, documentOf } from '../support/positions';
import { TASK } from './samples';

type Item = NonNullable<NonNullable<ClientCapabilities['textDocument']>['completion']>['completionItem'];

const capabilities = (completionItem: Item = {}): ClientOptions => ({
  capabilities: { textDocument: { completion: { completionItem } } },
});
const SNIPPETS = capabilities({ snippetSupport: true });

interface Asked {
  readonly items: readonly CompletionItem[];
  readonly server: TestClient;
  readonly text: string;
}

async function ask(marked: string, options: ClientOptions = capabilities(), uri = TASK): Promise<Asked> {
  const { text, position } = cursor(marked);
  const server = await startClient(options);
  await server.open(uri, text);
  return { items: await server.complete(uri, position), server, text };
}

function find({ items }: Asked, label: string): CompletionItem {
  const item = items.find((one) => one.label === label);
  if (!item) throw new Error(`${label} is not offered`);
  return item;
}

/** The text after the item was chosen by an editor that shows snippets as they are written. */
function apply({ text }: Asked, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  const edits = [...additionalTextEdits, textEdit as TextEdit];
  return TextDocument.applyEdits(documentOf(text), edits);
}

/** Where an edit begins and ends. */
function offsets({ text }: Asked, { range }: TextEdit): [number, number] {
  const document = documentOf(text);
  return [document.offsetAt(range.start), document.offsetAt(range.end)];
}

const FARGATE = '"requiresCompatibilities": ["FARGATE"],';

describe('completion', () => {
  it('is offered behind the signs after which something may stand', async () => {
    const { server } = await ask('{ | }');
    expect(server.initialized.capabilities.completionProvider).toEqual({
      triggerCharacters: ['"', ':', ' '],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    });
  });

  it('keeps the order of the list, and its whole', async () => {
    const { items } = await ask('{ | }');
    const inOrder = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    expect(inOrder).toEqual(items);
    expect(items.slice(0, 3).map(({ label }) => label)).toEqual([
      ...['family', 'containerDefinitions', 'requiresCompatibilities'],
    ]);
  });

  it('writes what is plain for a client without snippets', async () => {
    const asked = await ask('{ "family": "a", | }');
    expect(apply(asked, find(asked, 'tags'))).toBe('{ "family": "a", "tags": [{ "key": "", "value": "" }] }');
    for (const { insertTextFormat } of asked.items) expect(insertTextFormat).toBe(InsertTextFormat.PlainText);
  });

  it('writes stops for a client with snippets, and escapes what looks like one', async () => {
    const marked = '{ "family": "a", | }';
    const asked = await ask(marked, SNIPPETS);
    expect(apply(asked, find(asked, 'tags'))).toBe(
      '{ "family": "a", "tags": [{ "key": "$1", "value": "$2" }] }',
    );
    const item = find(asked, 'executionRoleArn');
    expect(item.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(item.textEdit?.newText).toBe(
      '"executionRoleArn": "arn:aws:iam::${1:<ACCOUNT_ID>}:role/${2:ecsTaskExecutionRole}"',
    );
    const other = await ask(
      '{ "family": "${F}", "containerDefinitions": [{ "name": "5$}", "image": "b" }, { "dependsOn": | }] }',
      SNIPPETS,
    );
    expect(find(other, 'dependency on 5$}').textEdit?.newText).toBe(
      '[{ "containerName": "${1:5\\$\\}}", "condition": "${2:START}" }]',
    );
    expect(
      find(await ask('{ "family": "${F}", "pidMode": "", "taskRoleArn": "|" }', SNIPPETS), '${F}'),
    ).toMatchObject({
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { newText: '"${F}"' },
    });
  });

  it('numbers the stops of a piece from one', async () => {
    const asked = await ask('{ "containerDefinitions": [|] }', SNIPPETS);
    for (const { label, textEdit } of asked.items) {
      const numbers = [...(textEdit?.newText ?? '').matchAll(/\$\{?(\d+)/g)].map(([, number]) =>
        Number(number),
      );
      expect(numbers, label).toEqual(numbers.map((_, i) => i + 1));
    }
  });

  it('leaves the indentation to whoever expands a snippet, and writes all of it elsewhere', async () => {
    const marked = '{\n  "containerDefinitions": [\n    {\n      |\n    }\n  ]\n}';
    const modes = { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] };
    const snippet = find(
      await ask(marked, capabilities({ snippetSupport: true, insertTextModeSupport: modes })),
      'portMappings',
    );
    expect(snippet.textEdit?.newText).toBe(
      '"portMappings": [\n  {\n    "containerPort": ${1:80},\n    "protocol": "tcp"\n  }\n]',
    );
    expect(snippet.insertTextMode).toBe(InsertTextMode.adjustIndentation);
    const plain = find(await ask(marked, capabilities({ insertTextModeSupport: modes })), 'portMappings');
    expect(plain.textEdit?.newText).toBe(
      '"portMappings": [\n        {\n          "containerPort": 80,\n          "protocol": "tcp"\n        }\n      ]',
    );
    expect(plain.insertTextMode).toBe(InsertTextMode.asIs);
    expect(find(await ask(marked, SNIPPETS), 'portMappings')).not.toHaveProperty('insertTextMode');
  });

  it('adds a comma that is missing by an edit of its own', async () => {
    const asked = await ask('{ "cpu": "256" | }');
    const item = find(asked, 'networkMode');
    expect(item.additionalTextEdits).toEqual([
      { range: { start: { line: 0, character: 14 }, end: { line: 0, character: 14 } }, newText: ',' },
    ]);
    expect(apply(asked, item)).toBe('{ "cpu": "256", "networkMode": "" }');
  });

  it('compares with what has been typed, with its quote', async () => {
    expect(find(await ask('{ "fa|" }'), 'family').filterText).toBe('"family"');
    expect(find(await ask('{ fa| }'), 'family').filterText).toBe('family');
    expect(find(await ask('{ "networkMode": "|" }'), '"host"').filterText).toBe('"host"');
    expect(find(await ask('{ "networkMode": | }'), '"host"').filterText).toBe('host');
  });

  it('selects the value that is there, among all that fit, where the client can', async () => {
    const marked = `{ ${FARGATE} "cpu": "512", "memory": "20|48" }`;
    const { items } = await ask(marked, capabilities({ preselectSupport: true }));
    expect(items.map(({ label, filterText, preselect }) => [label, filterText, preselect])).toEqual([
      ['"1024"', '"2048"', undefined],
      ['"2048"', '"2048"', true],
      ['"3072"', '"2048"', undefined],
      ['"4096"', '"2048"', undefined],
    ]);
    expect(find(await ask(marked), '"2048"')).not.toHaveProperty('preselect');
  });

  it('leaves quotes that are there to VS Code, which would lose the stop of a snippet between them', async () => {
    const inCode = { ...SNIPPETS, initializationOptions: { commands: ['editor.action.triggerSuggest'] } };
    const parts = async (marked: string, label: string, options?: ClientOptions) => {
      const asked = await ask(marked, options);
      const { textEdit, filterText } = find(asked, label);
      return [asked.text.slice(...offsets(asked, textEdit as TextEdit)), textEdit?.newText, filterText];
    };
    const size = `{ ${FARGATE} "cpu": "512", "memory": "20|48" }`;
    expect(await parts(size, '"1024"', inCode)).toEqual(['2048', '1024', '2048']);
    expect(await parts(size, '"1024"')).toEqual(['"2048"', '"1024"', '"2048"']);
    const list = '{ "requiresCompatibilities": ["|"] }';
    expect(await parts(list, '"FARGATE"', inCode)).toEqual(['', 'FARGATE', 'FARGATE']);
    const role = '{ "family": "a", "pidMode": "", "executionRoleArn": "|" }';
    expect(await parts(role, 'ecsTaskExecutionRole', inCode)).toEqual([
      '',
      'arn:aws:iam::${1:<ACCOUNT_ID>}:role/${2:ecsTaskExecutionRole}',
      'arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole ecsTaskExecutionRole',
    ]);
    // Where a quote is missing, or more than the string is replaced, the quotes come along.
    expect(await parts('{ "networkMode": "ho|', '"host"', inCode)).toEqual(['"ho', '"host"', '"host"']);
    expect(await parts('{ "fam|" }', 'family', inCode)).toEqual([
      '"fam"',
      '"family": "${1:project}"',
      '"family"',
    ]);
  });

  it('says beside a label what the client can show there', async () => {
    const marked = `{ ${FARGATE} "cpu": "512", "memory": "|" }`;
    const detail = '1 GB · $18.02 a month';
    expect(find(await ask(marked), '"1024"')).toMatchObject({ detail });
    const item = find(await ask(marked, capabilities({ labelDetailsSupport: true })), '"1024"');
    expect(item).toMatchObject({ labelDetails: { description: detail } });
    expect(item).not.toHaveProperty('detail');
  });

  it('strikes out what is refused where the client can', async () => {
    const marked = `{ ${FARGATE} "containerDefinitions": [{ | }] }`;
    const tagSupport = { valueSet: [1 as const] }; // CompletionItemTag.Deprecated
    const links = find(await ask(marked, capabilities({ tagSupport })), 'links');
    expect(links).toMatchObject({ detail: 'not on Fargate', tags: [CompletionItemTag.Deprecated] });
    expect(find(await ask(marked), 'links')).not.toHaveProperty('tags');
  });

  it('tells keys, values, pieces and placeholders apart', async () => {
    const kindOf = async (marked: string, label: string) => find(await ask(marked), label).kind;
    expect(await kindOf('{ | }', 'family')).toBe(CompletionItemKind.Property);
    expect(await kindOf('{ "networkMode": | }', '"host"')).toBe(CompletionItemKind.Value);
    expect(await kindOf('{ "volumes": [|] }', 'scratch volume')).toBe(CompletionItemKind.Struct);
    expect(await kindOf('{ "family": "${F}", "pidMode": "", "cpu": "|" }', '${F}')).toBe(
      CompletionItemKind.Variable,
    );
  });

  it('lets people keep what stands behind a placeholder where the client can', async () => {
    const marked = '{ "family": "${F}", "taskRoleArn": "arn:${|:x" }';
    const replaced = find(await ask(marked), '${F}').textEdit as TextEdit;
    const start = { line: 0, character: 40 };
    const end = { line: 0, character: 42 };
    expect(replaced).toEqual({ range: { start, end }, newText: '${F}' });
    const asked = await ask(marked, capabilities({ insertReplaceSupport: true }));
    const edit = find(asked, '${F}').textEdit;
    if (!edit || !InsertReplaceEdit.is(edit)) throw new Error('no InsertReplaceEdit');
    expect(edit).toEqual({
      newText: '${F}',
      insert: { start, end },
      replace: { start, end: { line: 0, character: 44 } },
    });
    for (const { label, textEdit } of asked.items)
      expect(textEdit && 'insert' in textEdit, label).toBe(label === '${F}');
  });

  it('opens the list of values in VS Code only', async () => {
    const commands = ['editor.action.triggerSuggest'];
    const inCode = { ...SNIPPETS, initializationOptions: { commands } };
    expect(find(await ask('{ | }', inCode), 'networkMode').command).toEqual({
      title: 'Suggest',
      command: 'editor.action.triggerSuggest',
    });
    expect(find(await ask('{ | }', inCode), 'ephemeralStorage')).not.toHaveProperty('command');
    expect(find(await ask('{ | }', SNIPPETS), 'networkMode')).not.toHaveProperty('command');
  });

  it('follows the settings', async () => {
    const marked = '{ "containerDefinitions": [{ | }] }';
    const options = {
      ...capabilities(),
      initializationOptions: { settings: { assumeLaunchType: 'FARGATE' } },
    };
    expect(find(await ask(marked, options), 'links').detail).toBe('not on Fargate');
    const price = `{ "requiresCompatibilities": ["FARGATE"], "cpu": "512", "memory": "|" }`;
    const region = { ...capabilities(), initializationOptions: { settings: { region: 'eu-central-1' } } };
    expect(find(await ask(price, region), '"1024"').detail).toBe('1 GB · $20.72 a month');
  });

  it('knows the images of other documents that are open', async () => {
    const { text, position } = cursor('{ "family": "a", "containerDefinitions": [{ "image": "|" }] }');
    const server = await startClient(capabilities());
    const other = '{ "family": "b", "containerDefinitions": [{ "name": "b", "image": "redis:7" }] }';
    await server.open('file:///p/other-task-definition.json', other);
    await server.open(TASK, text);
    const items = await server.complete(TASK, position);
    expect(items[0]).toMatchObject({ label: '"redis:7"', detail: 'used in another task definition' });
  });

  it('knows the images of task definitions on disk, as they are now', async () => {
    const { text, position } = cursor('{ "family": "a", "containerDefinitions": [{ "image": "|" }] }');
    const other = (image: string) =>
      `{ "family": "b", "containerDefinitions": [{ "name": "b", "image": "${image}" }] }`;
    const disk: Record<string, string> = {
      [TASK]: '{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "old:1" }] }',
      'file:///project/api/taskdef.json': other('redis:7'),
      'file:///project/api/default.json': '{ "image": "no:1" }',
    };

    const server = await startClient({ ...capabilities(), disk }, 'file:///project');
    await server.open(TASK, text);
    const used = async () =>
      (await server.complete(TASK, position)).flatMap(({ label, detail }) => (detail ? [label] : []));
    expect(await used()).toEqual(['"redis:7"']);
    disk['file:///project/api/taskdef.json'] = other('redis:8');
    expect(await used()).toEqual(['"redis:7"']);
    await server.fileChanged('file:///project/api/taskdef.json');
    expect(await used()).toEqual(['"redis:8"']);
  });

  it('answers nothing outside of task definitions', async () => {
    expect((await ask('{ "name": "x", | }', capabilities(), 'file:///p/package.json')).items).toEqual([]);
  });
});

describe('the explanation', () => {
  const markdown = { documentationFormat: ['markdown' as const] };
  const lazy = { ...markdown, resolveSupport: { properties: ['documentation'] } };

  it('of a key is its note, in Markdown or plain', async () => {
    expect(find(await ask('{ | }', capabilities(markdown)), 'networkMode').documentation).toEqual({
      kind: 'markdown',
      value: NOTES.networkMode,
    });
    const plain = find(await ask('{ | }'), 'networkMode').documentation;
    expect(plain).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('Launch types:') });
    expect(plain).not.toMatchObject({ value: expect.stringMatching(/\*\*|`/) });
  });

  it('of a key is sent when somebody looks at it', async () => {
    const asked = await ask('{ | }', capabilities(lazy));
    const item = find(asked, 'networkMode');
    expect(item).not.toHaveProperty('documentation');
    expect(JSON.stringify(asked.items).length).toBeLessThan(8000);
    const resolved = await asked.server.connection.sendRequest(CompletionResolveRequest.type, item);
    expect(resolved).toEqual({ ...item, documentation: { kind: 'markdown', value: NOTES.networkMode } });
  });

  it('of a value comes with it', async () => {
    const asked = await ask('{ "networkMode": | }', capabilities(lazy));
    const item = find(asked, '"none"');
    expect(item.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('No network'),
    });
    expect(await asked.server.connection.sendRequest(CompletionResolveRequest.type, item)).toEqual(item);
  });

  it('is not made up for an item of somebody else', async () => {
    const { server } = await ask('{ | }', capabilities(lazy));
    for (const data of [undefined, null, 1, { member: 1 }, { member: 'constructor' }, { member: 'x' }]) {
      const item = { label: 'x', ...(data !== undefined && { data }) } as CompletionItem;
      expect(await server.connection.sendRequest(CompletionResolveRequest.type, item)).toEqual(item);
    }
  });
});
