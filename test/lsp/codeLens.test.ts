import { describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { PULL, startClient } from '../support/lsp-client';
import { readMarks } from '../support/marks';
import { places } from '../support/positions';
import { BRIDGE, FINE, TASK } from './samples';

const LENSES: ClientCapabilities = { ...PULL, textDocument: { ...PULL.textDocument, codeLens: {} } };
const COMMANDS = ['workbench.actions.view.problems', 'ecsTaskdef.convertToFargate'];
const { text: bridge } = readMarks(BRIDGE);

const EC2 = places(`
«{»
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "cpu": "512",
  "memory": "1024",
  "containerDefinitions": [
    «{» "name": "web", "image": "nginx:1.27", "cpu": 128, "memory": 256 }
  ]
}
`);

describe('code lenses', () => {
  it('stand above the task and its containers, with what a click does', async () => {
    const client = await startClient({
      capabilities: LENSES,
      initializationOptions: { commands: COMMANDS, settings: { preset: 'refused' } },
    });
    await client.open(TASK, EC2.text);
    const [task, container] = EC2.ranges;
    expect(await client.codeLenses(TASK)).toEqual([
      { range: task, command: { title: 'No problems', command: 'workbench.actions.view.problems' } },
      {
        range: task,
        command: { title: 'Convert to Fargate', command: 'ecsTaskdef.convertToFargate', arguments: [TASK] },
      },
      { range: container, command: { title: '25 % of the cpu · 25 % of the memory', command: '' } },
    ]);
  });

  it('are plain text for clients without the commands', async () => {
    const client = await startClient({ capabilities: LENSES });
    await client.open(TASK, EC2.text);
    const commands = (await client.codeLenses(TASK)).map(({ command }) => command?.command);
    expect(commands).toEqual(['', '', '']);
  });

  it('offer the diagram to clients that can show it, on the task', async () => {
    const client = await startClient({
      capabilities: LENSES,
      initializationOptions: { commands: ['ecsTaskdef.showDiagram'], settings: { preset: 'refused' } },
    });
    await client.open(TASK, EC2.text);
    const lenses = await client.codeLenses(TASK);
    expect(lenses.filter(({ command }) => command?.title === 'Show diagram')).toEqual([
      {
        range: EC2.ranges[0],
        command: { title: 'Show diagram', command: 'ecsTaskdef.showDiagram', arguments: [TASK] },
      },
    ]);
  });

  it('say the price and the problems, which follow edits', async () => {
    const client = await startClient({
      capabilities: LENSES,
      initializationOptions: { settings: { preset: 'refused' } },
    });
    const titles = async () => (await client.codeLenses(TASK)).map(({ command }) => command?.title);
    await client.open(TASK, FINE);
    const price = 'Fargate · 0.25 vCPU · 0.5 GB · $9.01/month in us-east-1 (ARM $7.21, Spot up to 70 % less)';
    expect(await titles()).toEqual([price, 'No problems']);
    await client.change(TASK, [{ text: bridge }]);
    expect(await titles()).toEqual([price, '1 error']);
    expect(await client.pull(TASK)).toHaveLength(1);
    await client.change(TASK, [{ text: bridge.replace('"256"', '') }]);
    expect(await titles()).toEqual([expect.stringMatching(/^\d errors$/)]);
  });

  it('follow the settings, and the client asks again where it can', async () => {
    const configuration: Record<string, unknown> = {
      '': { preset: 'refused', region: 'sa-east-1', codeLens: { problems: false } },
    };
    const client = await startClient({
      capabilities: { ...LENSES, workspace: { configuration: true, codeLens: { refreshSupport: true } } },
      configuration,
    });
    const titles = async () => (await client.codeLenses(TASK)).map(({ command }) => command?.title);
    await client.open(TASK, FINE);
    expect(await titles()).toEqual([expect.stringContaining('/month in sa-east-1 ')]);
    configuration[''] = { preset: 'refused', codeLens: { price: false } };
    await client.changeConfiguration();
    await client.until(() => client.refreshed.length > 0);
    expect(client.refreshed).toEqual(['lenses']);
    expect(await titles()).toEqual(['No problems']);
  });

  it('do not make a client ask again that cannot', async () => {
    const client = await startClient({ capabilities: LENSES });
    await client.open(TASK, FINE);
    await client.changeConfiguration();
    await client.codeLenses(TASK);
    await client.shutdown();
    expect(client.refreshed).toEqual([]);
    expect(client.log).toEqual([]);
  });

  it('survive a client that refuses to ask again', async () => {
    const client = await startClient({
      capabilities: { ...LENSES, workspace: { codeLens: { refreshSupport: true } } },
    });
    client.connection.onRequest('workspace/codeLens/refresh', () => Promise.reject(new Error('not now')));
    await client.changeConfiguration();
    await client.until(() => client.log.length > 0);
    expect(client.log).toEqual([expect.stringContaining('not now')]);
    await client.open(TASK, FINE);
    expect(await client.codeLenses(TASK)).toHaveLength(2);
  });

  it('are none in other documents, nor in those that are not open', async () => {
    const client = await startClient({ capabilities: LENSES });
    await client.open('file:///p/package.json', '{ "name": "x", "cpu": "512" }');
    expect(await client.codeLenses('file:///p/package.json')).toEqual([]);
    expect(await client.codeLenses(TASK)).toEqual([]);
  });

  it('are announced to clients that show them', async () => {
    const able = await startClient({ capabilities: LENSES });
    expect(able.initialized.capabilities.codeLensProvider).toEqual({ resolveProvider: false });
    const unable = await startClient({ capabilities: PULL });
    expect(unable.initialized.capabilities).not.toHaveProperty('codeLensProvider');
  });
});
