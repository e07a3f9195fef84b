import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type Position,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver/node';
import { startClient, type TestClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { TASK } from './samples';

/** Of the marked places the first is where the cursor stands, the second the whole container, the third its name. */
const MARKED = `{
  "family": "shop",
  "containerDefinitions": [
    { "name": "web", "image": "nginx:\${TAG}", "dependsOn": [{ "containerName": "«db»" }] },
    «{ "name": "«db»", "image": "postgres:17" }»
  ]
}
`;
const { text, ranges } = places(MARKED);
const [use, whole, name] = ranges;
const position = use?.start as Position;

async function open(capabilities: ClientCapabilities = {}): Promise<TestClient> {
  const client = await startClient({ capabilities });
  await client.open(TASK, text);
  return client;
}

const textDocument = { uri: TASK };

describe('definition', () => {
  const ask = (client: TestClient, at = position) =>
    client.connection.sendRequest(DefinitionRequest.type, { textDocument, position: at });

  it('is a link with both ends for clients that know links', async () => {
    const client = await open({ textDocument: { definition: { linkSupport: true } } });
    expect(await ask(client)).toEqual([
      { originSelectionRange: use, targetUri: TASK, targetRange: whole, targetSelectionRange: name },
    ]);
  });

  it('is a place for all others', async () => {
    const client = await open();
    expect(await ask(client)).toEqual({ uri: TASK, range: name });
    expect(await ask(client, { line: 1, character: 4 })).toBeNull();
  });

  it('is not known for a document that is not open, or none of ours', async () => {
    const client = await startClient();
    expect(await ask(client)).toBeNull();
    await client.open(TASK, '{ "name": "db" }');
    expect(await ask(client, { line: 0, character: 11 })).toBeNull();
  });
});

describe('references', () => {
  const ask = (client: TestClient, includeDeclaration: boolean) =>
    client.connection.sendRequest(ReferencesRequest.type, {
      textDocument,
      position,
      context: { includeDeclaration },
    });

  it('are all uses, and the definition where the client wants it', async () => {
    const client = await open();
    expect(await ask(client, false)).toEqual([{ uri: TASK, range: use }]);
    expect(await ask(client, true)).toEqual([
      { uri: TASK, range: use },
      { uri: TASK, range: name },
    ]);
  });
});

describe('highlights', () => {
  it('are written where the name is given and read where it is used', async () => {
    const client = await open();
    const found = await client.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument,
      position,
    });
    expect(found).toEqual([
      { range: use, kind: DocumentHighlightKind.Read },
      { range: name, kind: DocumentHighlightKind.Write },
    ]);
  });
});

describe('renaming', () => {
  const edits = [
    { range: use, newText: 'postgres' },
    { range: name, newText: 'postgres' },
  ];
  const ask = (client: TestClient, newName: string) =>
    client.connection.sendRequest(RenameRequest.type, { textDocument, position, newName });

  it('is prepared for clients that ask first', async () => {
    const client = await open({ textDocument: { rename: { prepareSupport: true } } });
    expect(client.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
    const prepare = (at: Position) =>
      client.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position: at });
    expect(await prepare(position)).toEqual({ range: use, placeholder: 'db' });
    expect(await prepare({ line: 0, character: 0 })).toBeNull();
  });

  it('changes every place, in the version that the client has where it can say so', async () => {
    expect(await ask(await open(), 'postgres')).toEqual({ changes: { [TASK]: edits } });
    const client = await open({ workspace: { workspaceEdit: { documentChanges: true } } });
    expect(await ask(client, 'postgres')).toEqual({
      documentChanges: [{ textDocument: { uri: TASK, version: 1 }, edits }],
    });
  });

  it('says why it cannot be done', async () => {
    const client = await open();
    await expect(ask(client, 'web')).rejects.toThrow('Another container is called "web".');
    await expect(ask(client, 'a b')).rejects.toThrow(
      'AWS takes up to 255 letters, digits, hyphens and underscores, not "a b".',
    );
    expect(client.log).toEqual([]);
  });
});
