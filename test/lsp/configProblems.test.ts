import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver/node';
import { PULL, PUSH, startClient, type TestClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { FINE, TASK } from './samples';

const CONFIG = 'file:///project/.ecs-taskdef.json';
const WATCHES: ClientCapabilities = {
  ...PULL,
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
};
const { text: wrong, ranges } = places(
  `{\n  // ours\n  "preset": «"loud"»,\n  "rules": { «"no-such-rule"»: "off" }\n}\n`,
);
const right = wrong.replace('loud', 'refused').replace('no-such-rule', 'image-not-pinned');

const warning = (range: Diagnostic['range'] | undefined, message: string) => ({
  range,
  severity: 2,
  source: 'ecs-taskdef',
  message,
});
const BOTH = [
  warning(ranges[0], '"preset" must be one of refused, recommended, strict.'),
  warning(ranges[1], 'There is no rule called "no-such-rule".'),
];

/** What the client shows in a file that it has not opened; undefined when it was never told. */
function shown({ published }: TestClient, uri = CONFIG): Diagnostic[] | undefined {
  return published.findLast((params) => params.uri === uri)?.diagnostics;
}

describe('mistakes in the config file', () => {
  it('are shown in it when it counts for a document that is open, and are gone when they are mended', async () => {
    const disk: Record<string, string> = { [CONFIG]: wrong };
    const client = await startClient({ capabilities: WATCHES, disk });
    expect(shown(client)).toBeUndefined();
    await client.open(TASK, FINE);
    await client.pull(TASK);
    expect(shown(client)).toEqual(BOTH);

    disk[CONFIG] = wrong.replace('loud', 'strict');
    await client.fileChanged(CONFIG);
    await client.pull(TASK);
    expect(shown(client)).toEqual([
      warning(
        { start: { line: 3, character: 13 }, end: { line: 3, character: 27 } },
        'There is no rule called "no-such-rule".',
      ),
    ]);

    disk[CONFIG] = right;
    await client.fileChanged(CONFIG);
    await client.pull(TASK);
    expect(shown(client)).toEqual([]);
  });

  it('are gone with the file, and where nobody asks for a document any more', async () => {
    const disk: Record<string, string> = { [CONFIG]: wrong };
    const client = await startClient({ capabilities: WATCHES, disk });
    await client.open(TASK, FINE);
    await client.pull(TASK);
    await client.close(TASK);
    delete disk[CONFIG];
    await client.fileChanged(CONFIG);
    await client.until(() => shown(client)?.length === 0);
    expect(client.published.filter(({ uri }) => uri === CONFIG)).toHaveLength(2);
  });

  it('are said for an open config file as it is typed, to a client that pulls', async () => {
    const client = await startClient({ capabilities: WATCHES, disk: { [CONFIG]: wrong } });
    await client.open(TASK, FINE);
    await client.pull(TASK);
    await client.open(CONFIG, wrong);
    expect(await client.pull(CONFIG)).toEqual(BOTH);
    expect(shown(client), 'no doubles').toEqual([]);
    await client.change(CONFIG, [{ text: right }]);
    expect(await client.pull(CONFIG)).toEqual([]);
    await client.pull(TASK);
    expect(shown(client), 'the disk has them still').toEqual([]);
    await client.close(CONFIG);
    await client.until(() => shown(client)?.length === 2);
    expect(shown(client), 'the change was not saved').toEqual(BOTH);
  });

  it('are said for an open config file to a client that waits', async () => {
    const client = await startClient({ capabilities: PUSH, disk: { [CONFIG]: wrong } });
    await client.open(CONFIG, wrong);
    expect(await client.publication(CONFIG, 1)).toEqual({ uri: CONFIG, version: 1, diagnostics: BOTH });
    await client.open(TASK, FINE);
    await client.publication(TASK, 1);
    await client.change(CONFIG, [{ text: right }]);
    expect(await client.publication(CONFIG, 2)).toEqual({ uri: CONFIG, version: 2, diagnostics: [] });
    await client.close(CONFIG);
    expect(await client.publication(CONFIG, 3)).toEqual({ uri: CONFIG, diagnostics: [] });
    expect(await client.publication(CONFIG, 4)).toEqual({ uri: CONFIG, diagnostics: BOTH });
  });

  it('are not said to a client that checks the file with its schema', async () => {
    const client = await startClient({
      capabilities: WATCHES,
      initializationOptions: { configProblems: false },
      disk: { [CONFIG]: wrong },
    });
    await client.open(TASK, FINE);
    await client.pull(TASK);
    await client.open(CONFIG, wrong);
    expect(await client.pull(CONFIG)).toEqual([]);
    await client.close(CONFIG);
    await client.pull(TASK);
    expect(shown(client)).toBeUndefined();
  });

  it('are asked of a client that reads files for the server', async () => {
    const uri = 'vscode-vfs://github/owner/project/taskdef.json';
    const config = 'vscode-vfs://github/owner/.ecs-taskdef.json';
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { files: true },
      files: { [config]: wrong },
    });
    await client.open(uri, FINE);
    await client.pull(uri);
    expect(shown(client, config)).toEqual(BOTH);
  });

  it('are none in a file that is sound, or of another name', async () => {
    const other = 'file:///project/deploy/ecs-taskdef.json';
    const client = await startClient({ capabilities: PULL, disk: { [CONFIG]: right, [other]: wrong } });
    await client.open(TASK, FINE);
    await client.pull(TASK);
    await client.open(other, wrong);
    expect(await client.pull(other)).toEqual([]);
    expect(client.published).toEqual([]);
  });
});
