import { describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { PULL, PUSH, startClient, type TestClient } from '../support/lsp-client';
import { readMarks } from '../support/marks';
import { BRIDGE, REFUSED, TASK } from './samples';

const { text: bridge } = readMarks(BRIDGE);
const RULE = 'fargate-network-mode';
const ASKS: ClientCapabilities = { ...PULL, workspace: { configuration: true } };
const WATCHES: ClientCapabilities = {
  ...PULL,
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
};
const level = (to: string) => ({ rules: { [RULE]: to } });
const NEAREST = 'file:///project/deploy/.ecs-taskdef.json';
const ABOVE = 'file:///project/.ecs-taskdef.json';

/** LSP's severity of the one problem of the document; undefined when it is silenced. */
async function severity(client: TestClient, uri = TASK): Promise<number | undefined> {
  return (await client.pull(uri)).find(({ code }) => code === RULE)?.severity;
}

describe('settings', () => {
  it('are asked for by document', async () => {
    const other = TASK.replace('deploy', 'other');
    const client = await startClient({
      capabilities: ASKS,
      configuration: { [TASK]: level('warning'), [other]: level('off') },
    });
    await client.open(TASK, bridge);
    await client.open(other, bridge);
    expect(await severity(client)).toBe(2);
    expect(await severity(client, other)).toBeUndefined();
    await client.change(TASK, [{ text: `${bridge} ` }]);
    expect(await severity(client)).toBe(2);
    expect(client.configurationRequests, 'once a document').toEqual([TASK, other]);
  });

  it('are asked for again when they change', async () => {
    const configuration: Record<string, unknown> = { '': level('warning') };
    const client = await startClient({ capabilities: ASKS, configuration });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(2);
    configuration[''] = level('hint');
    expect(await severity(client)).toBe(2);
    await client.changeConfiguration();
    expect(await severity(client)).toBe(4);
  });

  it('come with the initialization options where the client cannot be asked', async () => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { settings: level('info') },
      configuration: { '': level('warning') },
    });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(3);
    expect(client.configurationRequests).toEqual([]);
  });

  it('come with the initialization options where the client answers nothing when asked', async () => {
    const client = await startClient({
      capabilities: ASKS,
      initializationOptions: { settings: level('info') },
      configuration: { '': null },
    });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(3);
    expect(client.configurationRequests).toEqual([TASK]);
  });

  it('may be given as all settings or as our section', async () => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { settings: { ecsTaskdef: level('info'), editor: {} } },
    });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(3);
    await client.changeConfiguration({ ecsTaskdef: level('warning') });
    expect(await severity(client)).toBe(2);
    await client.changeConfiguration(level('hint'));
    expect(await severity(client)).toBe(4);
    await client.changeConfiguration(null);
    expect(await severity(client), 'nothing said, nothing changed').toBe(4);
  });

  it('that change are followed by new diagnostics for clients that are pushed to', async () => {
    const client = await startClient({
      capabilities: PUSH,
      initializationOptions: { settings: { ...REFUSED.settings, ...level('info') } },
    });
    await client.open(TASK, bridge);
    expect((await client.publication(TASK, 1)).diagnostics).toMatchObject([{ code: RULE, severity: 3 }]);
    await client.changeConfiguration({ ...REFUSED.settings, ...level('off') });
    expect((await client.publication(TASK, 2)).diagnostics).toEqual([]);
  });

  it('of the wrong type count as not given, and the log says so once', async () => {
    const client = await startClient({
      capabilities: ASKS,
      configuration: { '': { preset: 7, unknownKeys: 'loud', rules: { [RULE]: 'warning', other: 1 } } },
    });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(2);
    await client.changeConfiguration();
    expect(await severity(client)).toBe(2);
    expect(client.log).toEqual([
      'Settings: "preset" must be one of refused, recommended, strict.',
      'Settings: "unknownKeys" must be one of error, warning.',
      'Settings: "rules.other" must be one of error, warning, info, hint, off.',
    ]);
  });

  it.each([
    ['a list', [level('off')]],
    ['a string', 'strict'],
    ['a number', 3],
    ['null', null],
  ])('that are %s count as none', async (_, given) => {
    const client = await startClient({ capabilities: ASKS, configuration: { '': given } });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(1);
  });

  it('are the defaults where the client fails to answer', async () => {
    const client = await startClient({ capabilities: ASKS });
    client.connection.onRequest('workspace/configuration', () => Promise.reject(new Error('no')));
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(1);
  });
});

describe('the config file', () => {
  it('is the nearest one upwards', async () => {
    const disk: Record<string, string> = { [ABOVE]: JSON.stringify(level('hint')) };
    const client = await startClient({ capabilities: WATCHES, disk });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(4);
    disk[NEAREST] = JSON.stringify(level('info'));
    expect(await severity(client), 'until the client says that files changed').toBe(4);
    await client.fileChanged(NEAREST);
    expect(await severity(client)).toBe(3);
    delete disk[NEAREST];
    delete disk[ABOVE];
    await client.fileChanged(NEAREST);
    expect(await severity(client)).toBe(1);
  });

  it('is found at the root of the file system, and nowhere beside the path', async () => {
    const client = await startClient({
      capabilities: PULL,
      disk: {
        'file:///.ecs-taskdef.json': JSON.stringify(level('warning')),
        'file:///project/other/.ecs-taskdef.json': JSON.stringify(level('off')),
      },
    });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(2);
  });

  it('wins over the settings of the editor, rule by rule', async () => {
    const client = await startClient({
      capabilities: ASKS,
      configuration: { '': { ...REFUSED.settings, rules: { [RULE]: 'off', 'schema/type': 'off' } } },
      disk: { [NEAREST]: JSON.stringify(level('info')) },
    });
    await client.open(TASK, bridge.replace('"512"', '512'));
    expect(await client.pull(TASK)).toMatchObject([{ code: RULE, severity: 3 }]);
  });

  it('and single rules win over presets', async () => {
    const client = await startClient({
      capabilities: PULL,
      disk: { [NEAREST]: `{ "preset": "refused", "rules": { "${RULE}": "warning" } }` },
    });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(2);
  });

  it('may hold comments and a byte order mark; what else is wrong with it is logged', async () => {
    const disk: Record<string, string> = {
      [NEAREST]: `\uFEFF// ours\n{ "rules": { "${RULE}": "hint", }, "preset": "loud" }`,
    };
    const client = await startClient({ capabilities: WATCHES, disk });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(4);
    expect(client.log).toEqual([`${NEAREST}: "preset" must be one of refused, recommended, strict.`]);
    disk[NEAREST] = 'preset: strict';
    await client.fileChanged(NEAREST);
    expect(await severity(client)).toBe(1);
    expect(client.log.slice(1)).toEqual([`${NEAREST}: The file is not valid JSON.`]);
  });

  it('is asked of a client that reads files for the server', async () => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { files: true },
      disk: { [NEAREST]: JSON.stringify(level('off')) },
      files: { [ABOVE]: JSON.stringify(level('warning')) },
    });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(2);
    expect(client.fileRequests).toEqual([NEAREST, ABOVE]);
  });

  it('of a virtual workspace is looked for in that workspace', async () => {
    const uri = 'vscode-vfs://github/owner/project/taskdef.json';
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { files: true },
      files: { 'vscode-vfs://github/owner/.ecs-taskdef.json': JSON.stringify(level('hint')) },
    });
    await client.open(uri, bridge);
    expect(await severity(client, uri)).toBe(4);
  });

  it('does not exist for a document that is not saved anywhere', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: { files: true } });
    for (const uri of ['untitled:Untitled-1', 'untitled:/project/deploy/task-definition.json']) {
      await client.open(uri, bridge);
      expect(await severity(client, uri)).toBe(1);
    }
    expect(client.fileRequests).toEqual([]);
  });

  it('is read again for a document opened in an editor that does not watch files', async () => {
    const disk: Record<string, string> = {};
    const client = await startClient({ capabilities: PULL, disk });
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(1);
    disk[NEAREST] = JSON.stringify(level('hint'));
    await client.close(TASK);
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(4);
  });

  it('does not stop the diagnostics when it cannot be read', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: { files: true } });
    client.connection.onRequest('ecsTaskdef/readFile', () => Promise.reject(new Error('denied')));
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(1);
  });

  it('that is no text does not either', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: { files: true } });
    client.connection.onRequest('ecsTaskdef/readFile', () => 7);
    await client.open(TASK, bridge);
    expect(await severity(client)).toBe(1);
  });
});
