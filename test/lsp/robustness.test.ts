import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import { EVERYWHERE, PULL, startClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { BRIDGE, FINE, REFUSED, TASK } from './samples';

const nowhere = { textDocument: { uri: 'file:///nowhere/task-definition.json' } };
const position = { line: 3, character: 5 };

describe('requests', () => {
  it.each([
    ['textDocument/hover', { ...nowhere, position }, null],
    ['textDocument/completion', { ...nowhere, position }, null],
    ['textDocument/codeAction', { ...nowhere, range: EVERYWHERE, context: { diagnostics: [] } }, null],
    ['textDocument/diagnostic', nowhere, { kind: 'full', items: [] }],
    ['textDocument/inlayHint', { ...nowhere, range: EVERYWHERE }, null],
    ['textDocument/codeLens', nowhere, null],
    ['ecsTaskdef/summary', nowhere, null],
    ['ecsTaskdef/diagram', nowhere, null],
  ])('about a document that is not open get an empty answer: %s', async (method, params, answer) => {
    const client = await startClient({ capabilities: PULL });
    expect(await client.connection.sendRequest(method, params)).toEqual(answer);
    expect(client.log).toEqual([]);
  });

  it.each([
    'textDocument/hover',
    'textDocument/completion',
    'textDocument/codeAction',
    'textDocument/inlayHint',
    'textDocument/codeLens',
    'ecsTaskdef/summary',
    'ecsTaskdef/diagram',
  ])('that were cancelled are not worked on: %s', async (method) => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(TASK, places(BRIDGE).text);
    const source = new CancellationTokenSource();
    const params = {
      textDocument: { uri: TASK },
      position,
      range: EVERYWHERE,
      context: { diagnostics: [] },
    };
    const answer = client.connection
      .sendRequest(method, params, source.token)
      .catch(({ code }: { code: number }) => code);
    source.cancel();
    expect([null, LSPErrorCodes.RequestCancelled]).toContain(await answer);
    expect(await client.connection.sendRequest(method, params), 'asked again').not.toBeNull();
  });

  it('that the server does not know are refused, and the next one is answered', async () => {
    const client = await startClient({ capabilities: PULL });
    await expect(client.connection.sendRequest('textDocument/typeDefinition', nowhere)).rejects.toMatchObject(
      {
        code: ErrorCodes.MethodNotFound,
      },
    );
    expect(await client.pull(TASK)).toEqual([]);
  });

  it('with nonsense for parameters do not stop the server', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(TASK, places(BRIDGE).text);
    for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 }, position: 'x' }])
      await client.connection.sendRequest('textDocument/hover', params).catch(() => undefined);
    const far = { line: 1e9, character: -5 };
    expect(await client.hover(TASK, far)).toBeNull();
    expect(await client.pull(TASK)).toHaveLength(1);
  });

  it('after shutdown are answered, not left hanging', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(TASK, places(BRIDGE).text);
    await client.shutdown();
    const answer = await client.pull(TASK).then(
      () => 'answered',
      () => 'refused',
    );
    expect(['answered', 'refused']).toContain(answer);
  });

  it('are answered while others wait for the client', async () => {
    const client = await startClient({
      capabilities: { ...PULL, workspace: { configuration: true } },
      configuration: {},
    });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    client.connection.onRequest('workspace/configuration', () => held.then(() => [null]));
    await client.open(TASK, FINE.replace('"awsvpc"', '"host"'));
    const diagnostics = client.pull(TASK);
    expect(await client.hover(TASK, position), 'hover never waits for settings').not.toBeNull();
    release();
    expect((await diagnostics).map(({ code }) => code)).toContain('fargate-network-mode');
  });
});

describe('any text', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \r\n\t'],
    ['a byte order mark', '\uFEFF{ "family": "a", "containerDefinitions": [] }'],
    ['a lone quote', '"'],
    ['a thousand brackets', '['.repeat(1000)],
    ['six thousand objects in each other', '{"a":'.repeat(6000)],
    ['lone surrogates', '{ "family": "\ud800", "containerDefinitions": ["\udc00"] }'],
    ['control characters', '{ "family": "\u0000\u0007", "containerDefinitions": [] }'],
  ])('is survived by every feature: %s', async (_, text) => {
    const client = await startClient({ capabilities: PULL });
    await client.open(TASK, text);
    await client.pull(TASK);
    for (const at of [
      { line: 0, character: 0 },
      { line: 0, character: 9 },
    ]) {
      await client.hover(TASK, at);
      await client.complete(TASK, at);
    }
    await client.codeActions(TASK, EVERYWHERE, { only: [''] });
    await client.inlayHints(TASK);
    await client.codeLenses(TASK);
    expect(client.log, 'the server logs what failed').toEqual([]);
  });
});
