import { describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { PULL, startClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { TASK } from './samples';

const HINTS: ClientCapabilities = { ...PULL, textDocument: { ...PULL.textDocument, inlayHint: {} } };

/** The hints stand where the marked places end. */
const { text, ranges } = places(`{
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": «"512"»,
  "memory": «"1024"»,
  "containerDefinitions": [
    {
      "name": «"web"»,
      "memoryReservation": «512»,
      "dependsOn": [{ "containerName": "db", "condition": "START" }]
    },
    { "name": «"db"», "stopTimeout": 60 }
  ]
}
`);
const LABELS = [
  '0.5 vCPU',
  '1 GiB · 512 MiB left for db',
  'essential: true · starts 2nd',
  '0.5 GiB',
  'essential: true · starts 1st',
];

describe('inlay hints', () => {
  it('stand behind what they are about', async () => {
    const client = await startClient({ capabilities: HINTS });
    await client.open(TASK, text);
    const hints = await client.inlayHints(TASK);
    expect(hints.map(({ label, position }) => [label, position])).toEqual(
      LABELS.map((label, i) => [label, ranges[i]?.end]),
    );
    expect(hints[0]).toEqual({
      position: ranges[0]?.end,
      label: '0.5 vCPU',
      tooltip: '1024 CPU units are one vCPU.',
      paddingLeft: true,
    });
  });

  it('are those of the lines that are asked for', async () => {
    const client = await startClient({ capabilities: HINTS });
    await client.open(TASK, text);
    const range = { start: { line: 4, character: 0 }, end: { line: 7, character: 0 } };
    expect((await client.inlayHints(TASK, range)).map(({ label }) => label)).toEqual(LABELS.slice(1, 2));
  });

  it('follow the settings, and the client asks again where it can', async () => {
    const configuration: Record<string, unknown> = {
      '': { inlayHints: { sizes: false, stopTimeouts: true } },
    };
    const client = await startClient({
      capabilities: { ...HINTS, workspace: { configuration: true, inlayHint: { refreshSupport: true } } },
      configuration,
    });
    const labels = async () => (await client.inlayHints(TASK)).map(({ label }) => label);
    await client.open(TASK, text);
    expect(await labels()).toEqual([
      '512 MiB left for db',
      'essential: true · stopTimeout: 30 s · starts 2nd',
      'essential: true · starts 1st',
    ]);
    configuration[''] = { inlayHints: { remaining: false, defaults: false, startOrder: false } };
    await client.changeConfiguration();
    await client.until(() => client.refreshed.length > 0);
    expect(client.refreshed).toEqual(['hints']);
    expect(await labels()).toEqual(['0.5 vCPU', '1 GiB', '0.5 GiB']);
  });

  it('follow edits', async () => {
    const client = await startClient({ capabilities: HINTS });
    await client.open(TASK, text);
    await client.change(TASK, [{ text: text.replace('"512"', '"256"').replace('"1024"', '"${MEMORY}"') }]);
    expect((await client.inlayHints(TASK)).map(({ label }) => label)).toEqual([
      '0.25 vCPU',
      ...LABELS.slice(2),
    ]);
  });

  it('are none in other documents, nor in those that are not open', async () => {
    const client = await startClient({ capabilities: HINTS });
    await client.open('file:///p/package.json', '{ "name": "x", "cpu": "512" }');
    expect(await client.inlayHints('file:///p/package.json')).toEqual([]);
    expect(await client.inlayHints(TASK)).toEqual([]);
  });

  it('are announced to clients that show them', async () => {
    const able = await startClient({ capabilities: HINTS });
    expect(able.initialized.capabilities.inlayHintProvider).toBe(true);
    const unable = await startClient({ capabilities: PULL });
    expect(unable.initialized.capabilities).not.toHaveProperty('inlayHintProvider');
  });
});
