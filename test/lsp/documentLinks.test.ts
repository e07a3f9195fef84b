import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type DocumentLink,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
} from 'vscode-languageserver/node';
import { PULL, startClient, type TestClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { TASK } from './samples';

const LINKS: ClientCapabilities = {
  textDocument: { diagnostic: {}, documentLink: { tooltipSupport: true } },
};
const { text, ranges } = places(`{
  "family": "shop",
  "containerDefinitions": [
    { "name": "web", "image": "«nginx:1.27»", "secrets": [{ "name": "A", "valueFrom": "«/shop/a»" }] }
  ]
}
`);
const IN_REGION = { settings: { region: 'eu-west-1' } };

const links = async (client: TestClient, uri = TASK): Promise<DocumentLink[]> =>
  (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } })) ?? [];
const resolve = (client: TestClient, link: DocumentLink): Promise<DocumentLink> =>
  client.connection.sendRequest(DocumentLinkResolveRequest.type, link);

describe('document links', () => {
  it('are offered to a client that has links', async () => {
    const { initialized } = await startClient({ capabilities: LINKS });
    expect(initialized.capabilities.documentLinkProvider).toEqual({ resolveProvider: true });
    const without = await startClient({ capabilities: PULL });
    expect(without.initialized.capabilities).not.toHaveProperty('documentLinkProvider');
  });

  it('get their targets when somebody clicks', async () => {
    const client = await startClient({ capabilities: LINKS, initializationOptions: IN_REGION });
    await client.open(TASK, text);
    const found = await links(client);
    expect(found).toEqual([
      { range: ranges[0], tooltip: 'Open the page of nginx: Docker Hub', data: { uri: TASK } },
      { range: ranges[1], tooltip: 'Open in the AWS console', data: { uri: TASK } },
    ]);
    const resolved = await Promise.all(found.map((link) => resolve(client, link)));
    expect(resolved.map(({ target }) => target)).toEqual([
      'https://hub.docker.com/_/nginx',
      'https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/%252Fshop%252Fa/description?region=eu-west-1',
    ]);
  });

  it('have no tooltip where the client shows none', async () => {
    const client = await startClient({ capabilities: { textDocument: { documentLink: {} } } });
    await client.open(TASK, text);
    expect(await links(client)).toEqual([{ range: ranges[0], data: { uri: TASK } }]);
  });

  it('stay without a target when the document is another one by then', async () => {
    const client = await startClient({ capabilities: LINKS });
    await client.open(TASK, text);
    const [link] = await links(client);
    if (!link) throw new Error('no link');
    await client.change(TASK, [{ text: `\n${text}` }]);
    expect(await resolve(client, link)).toEqual(link);
    await client.close(TASK);
    expect(await resolve(client, link)).toEqual(link);
    for (const data of [null, 7, { uri: 7 }]) {
      const other = { range: link.range, data };
      expect(await resolve(client, other)).toEqual(other);
    }
  });

  it('are none in other documents', async () => {
    const client = await startClient({ capabilities: LINKS });
    await client.open('file:///p/package.json', '{ "image": "nginx" }');
    expect(await links(client, 'file:///p/package.json')).toEqual([]);
    expect(await links(client, 'file:///p/unknown.json')).toEqual([]);
  });
});
