import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  ExitNotification,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { withBundles } from '../support/bundles';
import { EVERYWHERE, PUSH, TestClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { BRIDGE, REFUSED, TASK } from './samples';

const bundle = withBundles();
const started: ChildProcess[] = [];
const options = { capabilities: PUSH, initializationOptions: REFUSED };
const { text, ranges } = places(BRIDGE);

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [bundle('server.js'), '--stdio']);
  started.push(child);
  return child;
}

function connect(child: ChildProcessWithoutNullStreams): TestClient {
  return new TestClient(
    createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
    options,
  );
}

/** The exit code of a process; called before anything makes it exit. */
const exitOf = async (child: ChildProcess): Promise<number | null> => (await once(child, 'exit'))[0];

/** Asks for one of everything. */
async function tryOut(client: TestClient): Promise<void> {
  await client.open(TASK, text);
  const { diagnostics } = await client.publication(TASK);
  expect(diagnostics).toMatchObject([{ code: 'fargate-network-mode', range: ranges[0] }]);
  expect(await client.hover(TASK, { line: 3, character: 5 })).toMatchObject({
    contents: { kind: 'plaintext', value: expect.stringMatching(/^networkMode · string\n/) },
  });
  const values = await client.complete(TASK, { line: 3, character: 20 });
  expect(values.map(({ label }) => label)).toContain('"awsvpc"');
  expect(await client.codeActions(TASK, EVERYWHERE)).toMatchObject([
    { title: 'Change networkMode to "awsvpc"', edit: { changes: { [TASK]: [{ newText: '"awsvpc"' }] } } },
  ]);
}

describe('server.js --stdio', () => {
  it('serves, says nothing beside the protocol, and exits with 0 when told to', async () => {
    const child = start();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const client = connect(child);
    expect((await client.initialize()).serverInfo).toEqual({ name: 'ecs-taskdef' });
    await tryOut(client);
    const exit = exitOf(child);
    await client.shutdown();
    await client.connection.sendNotification(ExitNotification.type);
    expect(await exit).toBe(0);
    expect(stderr).toBe('');
    expect(client.log).toEqual([]);
  });

  it('exits with 1 when told to without a shutdown before', async () => {
    const child = start();
    const client = connect(child);
    await client.initialize();
    const exit = exitOf(child);
    await client.connection.sendNotification(ExitNotification.type);
    expect(await exit).toBe(1);
  });

  it('exits when its input ends', async () => {
    const child = start();
    await connect(child).initialize();
    const exit = exitOf(child);
    child.stdin.end();
    expect(await exit).toBe(1);
  });

  it('exits when the editor has died, even with its input still open', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    started.push(editor);
    const child = start();
    const client = connect(child);
    await client.connection.sendRequest('initialize', {
      processId: editor.pid,
      rootUri: null,
      capabilities: {},
    });
    const exit = exitOf(child);
    editor.kill('SIGKILL');
    expect(await exit).toBe(1);
  });

  it('reads messages that arrive byte by byte', async () => {
    const child = start();
    const slow = new PassThrough();
    slow.on('data', (chunk: Buffer) => {
      for (const byte of chunk) child.stdin.write(Buffer.of(byte));
    });
    const client = new TestClient(
      createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(slow)),
      options,
    );
    await client.initialize();
    const emoji = '"image": "a", "environment": [{ "name": "A", "value": "😀" }]';
    await client.open(TASK, text.replace('"image": "nginx:1.27"', emoji));
    expect((await client.publication(TASK)).diagnostics).toHaveLength(1);
  });

  it('reads the config file on disk, in folders with any name', async () => {
    const root = await mkdtemp(path.join(os.tmpdir(), 'ecs taskdef ü#%-'));
    try {
      const folder = path.join(root, 'a b', '100 %');
      await mkdir(folder, { recursive: true });
      await writeFile(
        path.join(root, '.ecs-taskdef.json'),
        '{ "rules": { "fargate-network-mode": "hint" } }',
      );
      await mkdir(path.join(folder, '.ecs-taskdef.json')); // a folder of that name is no config file
      const client = connect(start());
      await client.initialize();
      const uri = pathToFileURL(path.join(folder, 'task-definition.json')).href;
      await client.open(uri, text);
      expect((await client.publication(uri)).diagnostics).toMatchObject([
        { code: 'fargate-network-mode', severity: 4 },
      ]);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
});

describe('server.js --node-ipc', () => {
  it('serves, and exits when it is disconnected', async () => {
    const child = fork(bundle('server.js'), ['--node-ipc'], { silent: true });
    started.push(child);
    const client = new TestClient(
      createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)),
      options,
    );
    expect((await client.initialize()).serverInfo).toEqual({ name: 'ecs-taskdef' });
    await tryOut(client);
    const exit = exitOf(child);
    child.disconnect();
    await exit;
  });
});
