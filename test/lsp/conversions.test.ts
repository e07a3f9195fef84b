import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EVERYWHERE, PULL, startClient, type TestClient } from '../support/lsp-client';
import { documentOf, places } from '../support/positions';
import { BRIDGE, FINE, REFUSED, TASK } from './samples';

const VERSIONED: ClientCapabilities = { ...PULL, workspace: { workspaceEdit: { documentChanges: true } } };
const RESOLVING: ClientCapabilities = {
  ...VERSIONED,
  textDocument: {
    ...VERSIONED.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } },
  },
};
const TO_FARGATE = 'refactor.rewrite.ecs-taskdef.fargate';
const CONVERSIONS = 'refactor.rewrite.ecs-taskdef';
const TO_EC2 = 'refactor.rewrite.ecs-taskdef.ec2';

/** For EC2. The places where a conversion is offered are marked. */
const EC2 = `«{»
  "family": "web",
  «"requiresCompatibilities": ["EC2"]»,
  «"networkMode": "awsvpc"»,
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [{ "name": "web", "image": "nginx:1.27", "privileged": true }]
«}»
`;
const MESSAGE =
  'Converted to Fargate. Removed privileged in "web". The capability SYS_PTRACE is all that Fargate adds.';

const start = (capabilities = VERSIONED): Promise<TestClient> =>
  startClient({ capabilities, initializationOptions: REFUSED });

function apply(text: string, { edit }: CodeAction, version = 1): string {
  const [change, ...others] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(others).toEqual([]);
  expect(change?.textDocument).toEqual({ uri: TASK, version });
  return TextDocument.applyEdits(documentOf(text), (change?.edits ?? []) as never);
}

const conversions = (actions: readonly CodeAction[]): CodeAction[] =>
  actions.filter(({ kind }) => kind?.startsWith(CONVERSIONS));
const titles = (actions: readonly CodeAction[]): string[] => conversions(actions).map(({ title }) => title);

describe('conversions', () => {
  it('are an edit, and a command that says what has changed', async () => {
    const client = await start();
    const { text } = places(EC2);
    await client.open(TASK, text, 'json', 3);
    const [action, ...others] = await client.codeActions(TASK, EVERYWHERE, { only: [CONVERSIONS] });
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      title: 'Convert to Fargate',
      kind: TO_FARGATE,
      command: { command: 'ecsTaskdef.showMessage', arguments: [MESSAGE] },
    });
    if (!action) throw new Error('not offered');
    expect(apply(text, action, 3)).toBe(FINE);
    await client.run(action);
    expect(client.messages).toEqual([{ type: 3, message: MESSAGE }]);
    expect(client.log).toEqual([]);
  });

  it('are completed when chosen, for a client that asks again then', async () => {
    const client = await start(RESOLVING);
    const { text } = places(EC2);
    await client.open(TASK, text);
    const [action] = await client.codeActions(TASK, EVERYWHERE, { only: [CONVERSIONS] });
    expect(action).toEqual({
      title: 'Convert to Fargate',
      kind: TO_FARGATE,
      data: { uri: TASK, to: 'fargate' },
    });
    if (!action) throw new Error('not offered');
    await client.change(TASK, [{ text: text.replace('"web"', '"shop"') }]);
    const resolved = await client.resolve(action);
    expect(apply(text.replace('"web"', '"shop"'), resolved, 2)).toBe(FINE.replace('"web"', '"shop"'));
    expect(resolved.command?.arguments).toEqual([MESSAGE]);
  });

  it('stay as they are when they cannot be completed any more', async () => {
    const client = await start(RESOLVING);
    await client.open(TASK, places(EC2).text);
    const [action] = await client.codeActions(TASK, EVERYWHERE, { only: [CONVERSIONS] });
    if (!action) throw new Error('not offered');
    await client.change(TASK, [{ text: '{ "family": "we' }]);
    expect(await client.resolve(action)).toEqual(action);
    await client.close(TASK);
    expect(await client.resolve(action)).toEqual(action);
    for (const data of [undefined, null, 7, { uri: 7, to: 'fargate' }, { uri: TASK, to: 'mars' }]) {
      const other = { title: 'Other', ...(data !== undefined && { data }) };
      expect(await client.resolve(other)).toEqual(other);
    }
  });

  it('are completed at once for a client that asks again for the edit alone', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const client = await start({ ...VERSIONED, textDocument: { ...VERSIONED.textDocument, codeAction } });
    await client.open(TASK, places(EC2).text);
    const [action] = await client.codeActions(TASK, EVERYWHERE, { only: [CONVERSIONS] });
    expect(action).toHaveProperty('edit');
    expect(action).toHaveProperty('command');
  });

  it('are offered unasked where they would start', async () => {
    const client = await start();
    const { text, ranges } = places(EC2);
    await client.open(TASK, text);
    expect(ranges).toHaveLength(4);
    for (const range of ranges) {
      expect(titles(await client.codeActions(TASK, range))).toEqual(['Convert to Fargate']);
      for (const cursor of [range.start, range.end])
        expect(titles(await client.codeActions(TASK, { start: cursor, end: cursor }))).toHaveLength(1);
    }
    const family = { line: 1, character: 5 };
    expect(titles(await client.codeActions(TASK, { start: family, end: family }))).toEqual([]);
    expect(titles(await client.codeActions(TASK, EVERYWHERE))).toEqual([]);
  });

  it.each([
    [['refactor'], ['Convert to Fargate', 'Convert to EC2']],
    [['refactor.rewrite'], ['Convert to Fargate', 'Convert to EC2']],
    [[''], ['Convert to Fargate', 'Convert to EC2']],
    [[TO_EC2], ['Convert to EC2']],
    [[TO_FARGATE, 'quickfix'], ['Convert to Fargate']],
    [['refactor.extract'], []],
    [['quickfix'], []],
    [['source.fixAll'], []],
  ])('come anywhere to a client that asks for %j: %j', async (only, expected) => {
    const client = await start();
    // For Fargate, and not complete.
    await client.open(TASK, places(BRIDGE).text);
    const family = { line: 1, character: 5 };
    expect(titles(await client.codeActions(TASK, { start: family, end: family }, { only }))).toEqual(
      expected,
    );
  });

  it.each([
    ['what is complete', FINE, ['Convert to EC2']],
    ['a bare list of containers', '[{ "name": "web", "image": "nginx:1.27" }]', []],
    ['broken text', FINE.slice(0, -3), []],
    ['a launch type left open', FINE.replace('"FARGATE"', '"${LAUNCH_TYPE}"'), []],
  ])('for %s', async (_, text, expected) => {
    const client = await start();
    await client.open(TASK, text);
    const actions = await client.codeActions(TASK, EVERYWHERE, { only: [CONVERSIONS] });
    expect(actions.map(({ title }) => title)).toEqual(expected);
  });

  it('are none for other documents', async () => {
    const client = await start();
    await client.open('file:///p/package.json', '{ "name": "x", "version": "1.0.0" }');
    const actions = await client.codeActions('file:///p/package.json', EVERYWHERE, { only: [CONVERSIONS] });
    expect(actions).toEqual([]);
  });

  it('are plain changes for a client that knows no versions', async () => {
    const client = await start(PULL);
    const { text } = places(EC2);
    await client.open(TASK, text);
    const [action] = await client.codeActions(TASK, EVERYWHERE, { only: [CONVERSIONS] });
    expect(TextDocument.applyEdits(documentOf(text), action?.edit?.changes?.[TASK] ?? [])).toBe(FINE);
  });
});

describe('the message', () => {
  it('is short, and the whole of it in the log, where there is much to say', async () => {
    const client = await start();
    const containers = Array.from({ length: 9 }, (_, i) => ({
      name: `container-with-a-long-name-${i}`,
      image: 'nginx:1.27',
      memory: 100,
      stopTimeout: 200 + i,
      portMappings: [{ containerPort: 80 + i, hostPort: 8000 + i }],
    }));
    await client.open(TASK, JSON.stringify({ family: 'web', containerDefinitions: containers }, null, 2));
    const [action] = await client.codeActions(TASK, EVERYWHERE, { only: [TO_FARGATE] });
    if (!action) throw new Error('not offered');
    await client.run(action);
    await client.until(() => client.log.length > 0);
    const [message] = client.messages.map((shown) => shown.message);
    const [whole] = client.log;
    expect(message?.length).toBeLessThanOrEqual(950);
    expect(message).toMatch(/ Removed hostPort in "[^"]+": [^"]+\. \(\d+ more in the log\.\)$/);
    expect(whole).toContain(message?.replace(/ \(.*$/, ''));
    expect(whole).toMatch(/Changed stopTimeout to 120 in "container-with-a-long-name-8" \(was 208\)\.$/);
  });

  it('is none for a command of nobody, or without a text', async () => {
    const client = await start();
    for (const [command, given] of [
      ['ecsTaskdef.other', ['x']],
      ['ecsTaskdef.showMessage', undefined],
      ['ecsTaskdef.showMessage', [7, { a: 1 }]],
    ] as const) {
      await client.run({
        title: '',
        command: { title: '', command, ...(given && { arguments: [...given] }) },
      });
    }
    expect(client.messages).toEqual([]);
  });
});
