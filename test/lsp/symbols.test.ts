import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { PULL, startClient, type TestClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { TASK } from './samples';

const TREE: ClientCapabilities = {
  textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};
const FLAT: ClientCapabilities = { textDocument: { diagnostic: {}, documentSymbol: {} } };

/** Marked: each symbol, and in it what the cursor is put on. */
const MARKED = `«{
  "family": «"shop"»,
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "512",
  "memory": "1024",
  "containerDefinitions": [
    «{
      "name": «"web"»,
      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/nginx:1.27",
      "cpu": 256,
      "memoryReservation": 128,
      "portMappings": [«{ "containerPort": «80», "name": "http" }», «{ "containerPortRange": «"90-99"», "protocol": "udp" }»]
    }»,
    «{ "name": «"\${SIDECAR}"», "image": "\${IMAGE}" }»,
    «{» "image": "app@sha256:${'0a'.repeat(32)}" }
  ],
  "volumes": [
    «{ "name": «"data"», "efsVolumeConfiguration": { "fileSystemId": "fs-1" } }»,
    «{ "name": «"tmp"», "host": {} }»,
    «{ "name": «"logs"», "host": { "sourcePath": "/var/log" } }»
  ]
}»
`;
const { text, ranges } = places(MARKED);

const symbols = async (client: TestClient, uri = TASK): Promise<(DocumentSymbol | SymbolInformation)[]> =>
  (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];
const find = async (client: TestClient, query: string): Promise<SymbolInformation[]> =>
  ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ??
    []) as SymbolInformation[];

describe('document symbols', () => {
  it('speak, in a tree', async () => {
    const client = await startClient({ capabilities: TREE });
    await client.open(TASK, text);
    const [task, ...others] = (await symbols(client)) as DocumentSymbol[];
    expect(others).toEqual([]);
    const outline = (symbol: DocumentSymbol): unknown =>
      symbol.children?.length ? [symbol.name, ...symbol.children.map(outline)] : symbol.name;
    expect(task && outline(task)).toEqual([
      'shop · FARGATE · 0.5 vCPU · 1 GB',
      ['web · nginx:1.27 · 256 CPU · 128 MiB', '80/tcp · http', '90-99/udp'],
      '${SIDECAR} · ${IMAGE}',
      'container 3 · app@sha256:0a0a0a0a0a0a',
      'data · EFS fs-1',
      'tmp',
      'logs · host /var/log',
    ]);
    expect(task).toMatchObject({ kind: 4, range: ranges[0], selectionRange: ranges[1] });
    const [web, sidecar, third, data] = task?.children ?? [];
    expect(web).toMatchObject({ kind: 2, range: ranges[2], selectionRange: ranges[3] });
    expect(web?.children?.[0]).toMatchObject({ kind: 11, range: ranges[4], selectionRange: ranges[5] });
    expect(web?.children?.[1]).toMatchObject({ range: ranges[6], selectionRange: ranges[7] });
    expect(sidecar).toMatchObject({ range: ranges[8], selectionRange: ranges[9] });
    expect(third?.selectionRange).toEqual(ranges[10]);
    expect(data).toMatchObject({ kind: 19, range: ranges[11], selectionRange: ranges[12] });
  });

  it('are a list for a client without trees', async () => {
    const client = await startClient({ capabilities: FLAT });
    await client.open(TASK, text);
    const list = (await symbols(client)) as SymbolInformation[];
    expect(list.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['shop · FARGATE · 0.5 vCPU · 1 GB', undefined],
      ['web · nginx:1.27 · 256 CPU · 128 MiB', 'shop'],
      ['80/tcp · http', 'web'],
      ['90-99/udp', 'web'],
      ['${SIDECAR} · ${IMAGE}', 'shop'],
      ['container 3 · app@sha256:0a0a0a0a0a0a', 'shop'],
      ['data · EFS fs-1', 'shop'],
      ['tmp', 'shop'],
      ['logs · host /var/log', 'shop'],
    ]);
    expect(list[1]?.location).toEqual({ uri: TASK, range: ranges[3] });
  });

  it('are there in a bare list, in half a text, and without names', async () => {
    const client = await startClient({ capabilities: TREE });
    await client.open(TASK, '[{ "name": "web", "image": "nginx" }]');
    expect((await symbols(client)).map(({ name }) => name)).toEqual(['web · nginx']);
    await client.change(TASK, [
      { text: '{ "containerDefinitions": [{ "name": " ", "image": "nginx:1", "cpu' },
    ]);
    const [task] = (await symbols(client)) as DocumentSymbol[];
    expect([task?.name, task?.children?.[0]?.name]).toEqual(['task definition', 'container 1 · nginx:1']);
  });

  it('are left to an editor that has an outline for JSON', async () => {
    const { initialized } = await startClient({
      capabilities: TREE,
      initializationOptions: { jsonFeatures: false },
    });
    expect(initialized.capabilities).not.toHaveProperty('documentSymbolProvider');
  });
});

describe('workspace symbols', () => {
  const SEARCHING: ClientCapabilities = { ...PULL, workspace: { symbol: {} } };
  const OTHER = '{ "family": "blog", "containerDefinitions": [{ "name": "web", "image": "wordpress:6" }] }';

  it('are offered to a client that asks for them', async () => {
    const { initialized } = await startClient({ capabilities: SEARCHING });
    expect(initialized.capabilities.workspaceSymbolProvider).toBe(true);
    const without = await startClient({ capabilities: PULL });
    expect(without.initialized.capabilities).not.toHaveProperty('workspaceSymbolProvider');
  });

  it('are families and containers of open documents and of files', async () => {
    const client = await startClient(
      {
        capabilities: SEARCHING,
        disk: {
          [TASK]: text.replaceAll('web', 'old'),
          'file:///project/blog/taskdef.json': OTHER,
          'file:///project/blog/package.json': '{ "name": "web" }',
        },
      },
      'file:///project',
    );
    await client.open(TASK, text);
    const found = (await find(client, 'WEB')).map(({ name, containerName, location, kind }) => ({
      name,
      containerName,
      uri: location.uri,
      kind,
    }));
    expect(found).toEqual([
      { name: 'web', containerName: 'shop', uri: TASK, kind: 2 },
      { name: 'web', containerName: 'blog', uri: 'file:///project/blog/taskdef.json', kind: 2 },
    ]);
    expect((await find(client, 'blog')).map(({ name, location }) => [name, location.range])).toEqual([
      ['blog', { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } }],
    ]);
    expect((await find(client, '')).map(({ name }) => name)).toEqual([
      'shop',
      'web',
      '${SIDECAR}',
      'container 3',
      'blog',
      'web',
    ]);
    expect(await find(client, 'nothing')).toEqual([]);
  });

  it('are those of open documents where there is no folder', async () => {
    const client = await startClient({ capabilities: SEARCHING });
    await client.open(TASK, text);
    expect((await find(client, 'shop')).map(({ name }) => name)).toEqual(['shop']);
  });
});
