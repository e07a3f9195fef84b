import { describe, expect, it } from 'vitest';
import { PULL, PUSH, startClient, type TestClient } from '../support/lsp-client';
import { readMarks } from '../support/marks';
import { BRIDGE, FINE, REFUSED, TASK } from './samples';

const { text: bridge } = readMarks(BRIDGE);

describe('initialize', () => {
  it('says what the server can do', async () => {
    const { initialized } = await startClient({ capabilities: PULL });
    expect(initialized).toEqual({
      serverInfo: { name: 'ecs-taskdef' },
      capabilities: {
        textDocumentSync: 2,
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: true,
        completionProvider: {
          triggerCharacters: ['"', ':', ' '],
          resolveProvider: true,
          completionItem: { labelDetailsSupport: true },
        },
        codeActionProvider: {
          codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.rewrite', 'source.fixAll.ecs-taskdef'],
          resolveProvider: true,
        },
        executeCommandProvider: { commands: ['ecsTaskdef.showMessage'] },
        diagnosticProvider: {
          identifier: 'ecs-taskdef',
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
      },
    });
  });

  it('offers no diagnostics to pull where the client cannot', async () => {
    const { initialized } = await startClient({ capabilities: PUSH });
    expect(initialized.capabilities).not.toHaveProperty('diagnosticProvider');
  });

  it('registers for changes only with a client that can', async () => {
    const able = await startClient({
      capabilities: {
        workspace: {
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
    });
    await able.until(() => able.registrations.length === 2);
    expect(able.registrations.map(({ method, registerOptions }) => ({ method, registerOptions }))).toEqual([
      { method: 'workspace/didChangeConfiguration', registerOptions: { section: 'ecsTaskdef' } },
      {
        method: 'workspace/didChangeWatchedFiles',
        registerOptions: { watchers: [{ globPattern: '**/.ecs-taskdef.json' }] },
      },
    ]);

    const unable = await startClient({ capabilities: PULL });
    await unable.shutdown();
    expect(unable.registrations).toEqual([]);
  });

  it.each([
    ['null', null],
    ['a string', 'strict'],
    ['a list', [{ syntaxErrors: false }]],
    [
      'members of the wrong types',
      { syntaxErrors: 'no', settings: 7, files: 1, commands: 'x', treatAsTaskDefinition: [1] },
    ],
  ])('takes initialization options that are %s for none', async (_, initializationOptions) => {
    const client = await startClient({ capabilities: PULL, initializationOptions });
    await client.open(TASK, `${bridge}}`);
    expect((await client.pull(TASK)).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['fargate-network-mode', 'json/syntax']),
    );
  });
});

describe('pull or push', () => {
  it('never pushes to a client that pulls', async () => {
    const client = await startClient({
      capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: {} } },
      initializationOptions: REFUSED,
    });
    await client.open(TASK, bridge);
    await client.change(TASK, [{ text: FINE }]);
    await client.change(TASK, [{ text: bridge }]);
    expect(await client.pull(TASK)).toHaveLength(1);
    await client.changeConfiguration();
    await client.fileChanged('file:///project/.ecs-taskdef.json');
    await client.connection.sendNotification('ecsTaskdef/treatAsTaskDefinition', { uris: [] });
    await client.close(TASK);
    expect(await client.pull(TASK)).toEqual([]);
    await client.shutdown();
    expect(client.published).toEqual([]);
  });

  it('pushes to a client that cannot pull, with the version, and clears what closes', async () => {
    const client = await startClient({ capabilities: PUSH, initializationOptions: REFUSED });
    await client.open(TASK, bridge, 'json', 7);
    const first = await client.publication(TASK, 1);
    expect(first).toMatchObject({ uri: TASK, version: 7, diagnostics: [{ code: 'fargate-network-mode' }] });
    await client.change(TASK, [{ text: FINE }]);
    expect(await client.publication(TASK, 2)).toEqual({ uri: TASK, version: 8, diagnostics: [] });
    await client.change(TASK, [{ text: bridge }]);
    expect((await client.publication(TASK, 3)).diagnostics).toHaveLength(1);
    await client.close(TASK);
    expect(await client.publication(TASK, 4)).toEqual({ uri: TASK, diagnostics: [] });
    await client.shutdown();
    expect(client.published).toHaveLength(4);
  });

  it('pushes to a client that says nothing about itself', async () => {
    const client = await startClient({ capabilities: {}, initializationOptions: REFUSED });
    await client.open(TASK, bridge);
    expect((await client.publication(TASK)).diagnostics).toHaveLength(1);
  });

  describe('does not push', () => {
    /** A client that answers for its settings only when released: until then no diagnostics can be ready. */
    async function hesitant(): Promise<{ client: TestClient; release: () => void }> {
      const client = await startClient({ capabilities: { ...PUSH, workspace: { configuration: true } } });
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      client.connection.onRequest('workspace/configuration', () => held.then(() => [REFUSED.settings]));
      return { client, release };
    }

    it('a version that has been overtaken', async () => {
      const { client, release } = await hesitant();
      await client.open(TASK, bridge, 'json', 1);
      await client.change(TASK, [{ text: `${bridge} ` }]);
      await client.change(TASK, [{ text: FINE }]);
      release();
      await client.publication(TASK);
      await client.shutdown();
      expect(client.published).toEqual([{ uri: TASK, version: 3, diagnostics: [] }]);
    });

    it('what was wrong with a document that was closed and opened again', async () => {
      const { client, release } = await hesitant();
      await client.open(TASK, bridge, 'json', 1);
      await client.close(TASK);
      await client.open(TASK, FINE, 'json', 1);
      release();
      await client.until(() => client.published.some(({ version }) => version === 1));
      await client.shutdown();
      expect(client.published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    });
  });

  it('asks a client that pulls to pull again when settings change, if it can', async () => {
    const able = await startClient({
      capabilities: { ...PULL, workspace: { diagnostics: { refreshSupport: true } } },
    });
    await able.changeConfiguration();
    await able.until(() => able.refreshes === 1);
    const unable = await startClient({ capabilities: PULL });
    await unable.changeConfiguration();
    await unable.pull(TASK);
    expect(unable.refreshes).toBe(0);
  });

  it('survives a client that refuses to pull again', async () => {
    const client = await startClient({
      capabilities: { ...PULL, workspace: { diagnostics: { refreshSupport: true } } },
    });
    client.connection.onRequest('workspace/diagnostic/refresh', () => Promise.reject(new Error('not now')));
    await client.changeConfiguration();
    await client.until(() => client.log.length > 0);
    expect(client.log).toEqual([expect.stringContaining('not now')]);
    await client.open(TASK, bridge);
    expect(await client.pull(TASK)).not.toEqual([]);
  });
});
