import { describe, expect, it } from 'vitest';
import { PULL, PUSH, startClient, type TestClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { BRIDGE, FINE, REFUSED, TASK } from './samples';

const DATA = 'file:///project/data.json';
/** Not recognised by itself: neither the name nor two telling members. */
const UNUSUAL = '{ "networkMode": "bridge" }';

const summary = (client: TestClient, uri: unknown): Promise<unknown> =>
  client.connection.sendRequest('ecsTaskdef/summary', { textDocument: { uri } });
const treatAs = (client: TestClient, uris: unknown): Promise<void> =>
  client.connection.sendNotification('ecsTaskdef/treatAsTaskDefinition', { uris });

describe('documents declared to be task definitions', () => {
  it('are judged as soon as the client says so, and no longer than that', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(DATA, UNUSUAL);
    expect(await client.pull(DATA)).toEqual([]);
    await treatAs(client, [DATA]);
    expect((await client.pull(DATA)).map(({ code }) => code)).toEqual(['schema/required', 'schema/required']);
    expect(await client.hover(DATA, { line: 0, character: 4 })).not.toBeNull();
    await treatAs(client, []);
    expect(await client.pull(DATA)).toEqual([]);
  });

  it('may be named in the initialization options', async () => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { ...REFUSED, treatAsTaskDefinition: [DATA] },
    });
    await client.open(DATA, UNUSUAL);
    expect(await client.pull(DATA)).not.toEqual([]);
  });

  it('get new diagnostics pushed', async () => {
    const client = await startClient({ capabilities: PUSH, initializationOptions: REFUSED });
    await client.open(DATA, UNUSUAL);
    expect((await client.publication(DATA, 1)).diagnostics).toEqual([]);
    await treatAs(client, [DATA]);
    expect((await client.publication(DATA, 2)).diagnostics).not.toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['a string', DATA],
    ['numbers', [1, 2]],
  ])('are none when the client sends %s', async (_, uris) => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { ...REFUSED, treatAsTaskDefinition: [DATA] },
    });
    await client.open(DATA, UNUSUAL);
    await treatAs(client, uris);
    expect(await client.pull(DATA)).toEqual([]);
  });
});

describe('ecsTaskdef/summary', () => {
  it('says what a status bar shows', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(TASK, places(BRIDGE).text.replace('"FARGATE"', '"FARGATE", "EC2"'));
    expect(await summary(client, TASK)).toEqual({
      kind: 'task-definition',
      family: 'web',
      launchTypes: ['FARGATE', 'EC2'],
      cpu: 256,
      memory: 512,
      containers: 1,
      errors: 1,
      warnings: 0,
    });
    await client.change(TASK, [{ text: FINE.replace('"family": "web"', '"family": "a", "family": "b"') }]);
    expect(await summary(client, TASK)).toMatchObject({ family: 'b', errors: 0, warnings: 1 });
  });

  it('reads sizes in every spelling, and leaves out what a template leaves open', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(TASK, FINE.replace('"256"', '".25 vCPU"').replace('"512"', '"1 GB"'));
    expect(await summary(client, TASK)).toMatchObject({ cpu: 256, memory: 1024 });
    await client.change(TASK, [
      { text: FINE.replace('"256"', '"${CPU}"').replace('"web",', '"{{ family }}",') },
    ]);
    const found = await summary(client, TASK);
    expect(found).not.toHaveProperty('cpu');
    expect(found).not.toHaveProperty('family');
  });

  it('knows a bare list of containers', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(
      TASK,
      '[{ "name": "a", "image": "b", "memory": 9 }, { "name": "c", "image": "d", "memory": 9 }]',
    );
    expect(await summary(client, TASK)).toEqual({
      kind: 'container-definitions',
      launchTypes: [],
      containers: 2,
      errors: 0,
      warnings: 0,
    });
  });

  it.each([
    ['a document that is not open', 'file:///nowhere.json'],
    ['no document', undefined],
    ['nonsense', 7],
  ])('is null for %s', async (_, uri) => {
    const client = await startClient({ capabilities: PULL });
    expect(await summary(client, uri)).toBeNull();
  });
});
