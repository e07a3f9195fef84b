import { describe, expect, it } from 'vitest';
import { PULL, PUSH, startClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { BRIDGE, CIRCLE, FINE, REFUSED, TASK } from './samples';

const RELATED = { textDocument: { diagnostic: { relatedInformation: true } } };

describe('a diagnostic', () => {
  it('says what, where, how bad, and which rule', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    const { text, ranges } = places(BRIDGE);
    await client.open(TASK, text);
    expect(await client.pull(TASK)).toEqual([
      {
        range: ranges[0],
        severity: 1,
        source: 'ecs-taskdef',
        code: 'fargate-network-mode',
        codeDescription: {
          href: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
        },
        message:
          'Fargate tasks run in network mode "awsvpc" only, not "bridge". Change networkMode to "awsvpc".',
        data: { rule: 'fargate-network-mode', pointer: '/networkMode' },
      },
    ]);
  });

  it('is not there where nothing is wrong', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(TASK, FINE);
    expect(await client.pull(TASK)).toEqual([]);
  });

  it.each([
    ['a client that pulls', RELATED],
    [
      'a client that says so for pushed ones',
      { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    ],
  ])('shows related places to %s', async (_, capabilities) => {
    const client = await startClient({ capabilities, initializationOptions: REFUSED });
    const { text, ranges } = places(CIRCLE);
    await client.open(TASK, text);
    const diagnostics =
      'diagnostic' in capabilities.textDocument
        ? await client.pull(TASK)
        : (await client.publication(TASK)).diagnostics;
    expect(diagnostics).toMatchObject([
      {
        code: 'depends-on-cycle',
        range: ranges[0],
        relatedInformation: [{ location: { uri: TASK, range: ranges[1] }, message: '"db" waits for "web".' }],
      },
    ]);
  });

  it('has no related places for a client that does not show them', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    await client.open(TASK, places(CIRCLE).text);
    const [diagnostic] = await client.pull(TASK);
    expect(diagnostic).toMatchObject({ code: 'depends-on-cycle' });
    expect(diagnostic).not.toHaveProperty('relatedInformation');
  });

  it('has the severity that the settings give it', async () => {
    const levels = { error: 1, warning: 2, info: 3, hint: 4 };
    for (const [level, severity] of Object.entries(levels)) {
      const client = await startClient({
        capabilities: PULL,
        initializationOptions: { settings: { rules: { 'fargate-network-mode': level } } },
      });
      await client.open(TASK, places(BRIDGE).text);
      const found = (await client.pull(TASK)).find(({ code }) => code === 'fargate-network-mode');
      expect(found?.severity).toBe(severity);
    }
  });
});

describe('the order', () => {
  it('is that of the document', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    const { text, ranges } = places(
      FINE.replace('"awsvpc"', '«"host"»').replace('"nginx:1.27"', '«1»').replace('"web",\n', '«7»,\n'),
    );
    await client.open(TASK, text);
    expect((await client.pull(TASK)).map(({ range }) => range)).toEqual(ranges);
  });
});

describe('syntax errors', () => {
  const broken = '{ "family": "web", "containerDefinitions": [{ "name": "web", "image": "a" }], «"tags"» }';

  it('are reported to an editor that has no JSON server of its own', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    const { text } = places(broken);
    await client.open(TASK, text);
    const found = (await client.pull(TASK)).filter(({ code }) => String(code).startsWith('json/'));
    expect(found).toMatchObject([{ code: 'json/syntax', severity: 1, source: 'ecs-taskdef' }]);
  });

  it('and duplicate keys are left to VS Code where it asks for that', async () => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { ...REFUSED, syntaxErrors: false },
    });
    const { text } = places(broken);
    await client.open(TASK, text);
    expect((await client.pull(TASK)).filter(({ code }) => String(code).startsWith('json/'))).toEqual([]);
    const twice = FINE.replace('"family": "web",', '"family": "old", "family": "web",');
    await client.change(TASK, [{ text: twice }]);
    expect(await client.pull(TASK)).toEqual([]);
  });

  it('in duplicate keys are reported elsewhere', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    const { text, ranges } = places(FINE.replace('"family": "web",', '"family": "old", «"family"»: "web",'));
    await client.open(TASK, text);
    expect(await client.pull(TASK)).toMatchObject([
      { code: 'json/duplicate-key', severity: 2, range: ranges[0] },
    ]);
  });

  it('such as comments are reported in jsonc documents only, where VS Code is silent about them', async () => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { ...REFUSED, syntaxErrors: false },
    });
    const { text, ranges } = places(FINE.replace('{\n', '{\n  «// web»\n').replace(' }]\n}', ' }]«,»\n}'));
    await client.open(TASK, text, 'json');
    expect(await client.pull(TASK)).toEqual([]);
    const jsonc = TASK.replace('.json', '.jsonc');
    await client.open(jsonc, text, 'jsonc');
    expect((await client.pull(jsonc)).map(({ code, range }) => ({ code, range }))).toEqual([
      { code: 'json/comment', range: ranges[0] },
      { code: 'json/trailing-comma', range: ranges[1] },
    ]);
  });
});

describe('documents', () => {
  it('of another kind get no diagnostics', async () => {
    const client = await startClient({ capabilities: PULL });
    for (const [uri, text] of [
      ['file:///project/package.json', '{ "name": "x", "cpu": 7 }'],
      ['file:///project/imagedefinitions.json', '[{ "name": "web", "imageUri": "x" }]'],
      ['file:///project/compose.json', '{ "services": { "web": { "image": 7 } } }'],
      ['file:///project/empty.json', ''],
    ] as const) {
      await client.open(uri, text);
      expect(await client.pull(uri)).toEqual([]);
    }
  });

  it('without a place on disk are judged by their content', async () => {
    const client = await startClient({ capabilities: PUSH, initializationOptions: REFUSED });
    const { text, ranges } = places(BRIDGE);
    await client.open('untitled:Untitled-1', text);
    const { diagnostics } = await client.publication('untitled:Untitled-1');
    expect(diagnostics).toMatchObject([{ code: 'fargate-network-mode', range: ranges[0] }]);
  });

  it('nobody has opened get an empty answer', async () => {
    const client = await startClient({ capabilities: PULL });
    expect(await client.pull('file:///nowhere/task-definition.json')).toEqual([]);
  });

  it('are kept apart', async () => {
    const client = await startClient({ capabilities: PULL, initializationOptions: REFUSED });
    const other = TASK.replace('task-definition', 'task-definition-2');
    await client.open(TASK, places(BRIDGE).text);
    await client.open(other, FINE);
    expect(await client.pull(other)).toEqual([]);
    expect(await client.pull(TASK)).toHaveLength(1);
    await client.close(other);
    expect(await client.pull(TASK)).toHaveLength(1);
  });
});
