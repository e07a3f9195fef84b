import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { type ClientCapabilities, type CompletionItem, InsertTextFormat } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import schema from '../../schemas/task-definition.schema.json';
import { PIECES } from '../../server/src/core/features/pieces';
import { startClient } from '../support/lsp-client';
import { cursor, documentOf } from '../support/positions';
import { TASK } from './samples';

const capabilities = (snippetSupport: boolean, markdown = true): ClientCapabilities => ({
  textDocument: {
    completion: {
      completionItem: { snippetSupport, documentationFormat: markdown ? ['markdown'] : ['plaintext'] },
    },
  },
});
const SNIPPETS = capabilities(true);
const PLAIN = capabilities(false);

async function itemsAt(marked: string, client = PLAIN, uri = TASK, options: unknown = undefined) {
  const { text, position } = cursor(marked);
  const server = await startClient({ capabilities: client, initializationOptions: options });
  await server.open(uri, text);
  return server.complete(uri, position);
}

/** Labels in the order in which an editor shows them. */
async function labelsAt(marked: string, uri = TASK): Promise<string[]> {
  const order = (item: CompletionItem): string => item.sortText ?? item.label;
  const items = await itemsAt(marked, PLAIN, uri);
  return [...items].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ label }) => label);
}

/** The text after the item was chosen by an editor without snippets; the cursor is not shown. */
async function choose(marked: string, label: string, client = PLAIN): Promise<string> {
  const item = (await itemsAt(marked, client)).find((one) => one.label === label);
  const edit = item?.textEdit;
  if (!edit || !('range' in edit)) throw new Error(`${label} is not offered`);
  return TextDocument.applyEdits(documentOf(cursor(marked).text), [
    edit,
    ...(item.additionalTextEdits ?? []),
  ]);
}

describe('keys', () => {
  it('are offered required ones first, then in the order of AWS', async () => {
    const labels = await labelsAt('{ | }');
    expect(labels.slice(0, 4)).toEqual(['family', 'containerDefinitions', 'taskRoleArn', 'executionRoleArn']);
    const required = (await itemsAt('{ | }')).filter(({ detail }) => detail === 'required');
    expect(required.map(({ label }) => label)).toEqual(['family', 'containerDefinitions']);
    expect((await labelsAt('{ "containerDefinitions": [{ | }] }')).slice(0, 3)).toEqual([
      'name',
      'image',
      'repositoryCredentials',
    ]);
  });

  it('are all of those that AWS still takes', async () => {
    const all = Object.keys(schema.properties).filter((key) => key !== 'inferenceAccelerators');
    expect((await labelsAt('{ | }')).sort()).toEqual(all.sort());
    const container = Object.keys(schema.definitions.ContainerDefinition.properties);
    expect((await labelsAt('{ "containerDefinitions": [{ | }] }')).sort()).toEqual(container.sort());
  });

  it('are those of a task definition, whatever schema the document names', async () => {
    const labels = await labelsAt('{ "$schema": "https://example.com/other.json", "family": "a", | }');
    expect(labels.slice(0, 2)).toEqual(['containerDefinitions', 'taskRoleArn']);
  });

  it('are offered only while they are missing', async () => {
    const labels = await labelsAt('{ "family": "web", "cpu": "256", | }');
    expect(labels).toContain('memory');
    expect(labels).not.toContain('family');
    expect(labels).not.toContain('cpu');
    const inContainer = await labelsAt('{ "cpu": "256", "containerDefinitions": [{ "name": "web", | }] }');
    expect(inContainer).toContain('cpu');
    expect(inContainer).not.toContain('name');
  });

  it.each([
    ['in an empty object', '{ | }', 'family', '{ "family": "" }'],
    ['behind another', '{ "cpu": "256", | }', 'family', '{ "cpu": "256", "family": "" }'],
    ['before another', '{ | "cpu": "256" }', 'family', '{ "family": "", "cpu": "256" }'],
    [
      'on a line of its own',
      '{\n  "cpu": "256",\n  |\n  "memory": "512"\n}',
      'family',
      '{\n  "cpu": "256",\n  "family": "",\n  "memory": "512"\n}',
    ],
    ['where the comma before is missing', '{ "cpu": "256" | }', 'family', '{ "cpu": "256", "family": "" }'],
    [
      'where the comma before is missing on the line above',
      '{\n  "cpu": "256"\n  |\n}',
      'family',
      '{\n  "cpu": "256",\n  "family": ""\n}',
    ],
    [
      'where the comma before is missing and a comment follows',
      '{\n  "cpu": "256" // small, really\n  |\n}',
      'family',
      '{\n  "cpu": "256", // small, really\n  "family": ""\n}',
    ],
    ['over a key half typed', '{ "cpu": "256", "fa|" }', 'family', '{ "cpu": "256", "family": "" }'],
    [
      'over a key without its closing quote',
      '{ "cpu": "256",\n  "fa|\n}',
      'family',
      '{ "cpu": "256",\n  "family": ""\n}',
    ],
    ['over a bare word', '{ fa| }', 'family', '{ "family": "" }'],
    ['over a key that has a value', '{ "fam|": "web" }', 'family', '{ "family": "web" }'],
    ['in a document that ends there', '{ "cpu": "256", |', 'family', '{ "cpu": "256", "family": ""'],
    ['for a list', '{ | }', 'volumes', '{ "volumes": [] }'],
    ['for an object', '{ | }', 'runtimePlatform', '{ "runtimePlatform": {} }'],
    [
      'for a number',
      '{ "containerDefinitions": [{ | }] }',
      'memory',
      '{ "containerDefinitions": [{ "memory":  }] }',
    ],
    [
      'in an object deep inside',
      '{ "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, | }] }] }',
      'name',
      '{ "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, "name": "" }] }] }',
    ],
    [
      'in describe output',
      '{ "taskDefinition": { "cpu": "256", "family": "a", "containerDefinitions": [], | } }',
      'taskRoleArn',
      '{ "taskDefinition": { "cpu": "256", "family": "a", "containerDefinitions": [], "taskRoleArn": "" } }',
    ],
    [
      'in a bare list of containers',
      '[{ "name": "web", "image": "a", | }]',
      'cpu',
      '[{ "name": "web", "image": "a", "cpu":  }]',
    ],
  ])('%s are inserted with the right quotes and commas', async (_, marked, label, result) => {
    expect(await choose(marked, label)).toBe(result);
  });

  it('carry tab stops for an editor that has them', async () => {
    expect(await choose('{ | }', 'family', SNIPPETS)).toBe('{ "family": "$1" }');
    expect(await choose('{ "containerDefinitions": [{ | }] }', 'memory', SNIPPETS)).toBe(
      '{ "containerDefinitions": [{ "memory": $1 }] }',
    );
    for (const item of await itemsAt('{ | }', PLAIN))
      expect(item.insertTextFormat).toBe(InsertTextFormat.PlainText);
  });

  it('are explained by their notes, in Markdown where that is shown', async () => {
    const find = (items: CompletionItem[]) =>
      items.find(({ label }) => label === 'networkMode')?.documentation;
    expect(find(await itemsAt('{ | }'))).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('**Launch types:**'),
    });
    const plain = find(await itemsAt('{ | }', capabilities(true, false)));
    expect(plain).toEqual(schema.properties.networkMode.description);
  });

  it('open the list of values in VS Code only', async () => {
    const networkMode = (items: CompletionItem[]) => items.find(({ label }) => label === 'networkMode');
    const commands = ['editor.action.triggerSuggest'];
    expect(networkMode(await itemsAt('{ | }', SNIPPETS, TASK, { commands }))?.command).toEqual({
      title: 'Suggest',
      command: 'editor.action.triggerSuggest',
    });
    expect(networkMode(await itemsAt('{ | }', SNIPPETS))).not.toHaveProperty('command');
  });
});

describe('values', () => {
  it.each([
    ['behind the colon', '{ "networkMode": | }', '{ "networkMode": "host" }'],
    ['between quotes', '{ "networkMode": "|" }', '{ "networkMode": "host" }'],
    ['over a value half typed', '{ "networkMode": "ho|" }', '{ "networkMode": "host" }'],
    [
      'before another key',
      '{ "networkMode": |\n  "cpu": "256" }',
      '{ "networkMode": "host",\n  "cpu": "256" }',
    ],
    ['in a document that ends there', '{ "networkMode": "ho|', '{ "networkMode": "host"'],
  ])('%s are inserted with the right quotes and commas', async (_, marked, result) => {
    expect(await choose(marked, '"host"')).toBe(result);
  });

  it('are exactly those of the list, each with its meaning', async () => {
    const items = await itemsAt('{ "networkMode": | }');
    expect(items.map(({ label }) => label)).toEqual(['"awsvpc"', '"bridge"', '"host"', '"none"']);
    expect(items.map(({ documentation }) => documentation)).toEqual(
      schema.properties.networkMode.enumDescriptions,
    );
  });

  it('in a list are those of its items', async () => {
    const marked = '{ "requiresCompatibilities": ["EC2", |] }';
    expect(await labelsAt(marked)).toContain('"FARGATE"');
    expect(await choose(marked, '"FARGATE"')).toBe('{ "requiresCompatibilities": ["EC2", "FARGATE"] }');
    expect(await choose('{ "requiresCompatibilities": ["EC2" |] }', '"FARGATE"')).toBe(
      '{ "requiresCompatibilities": ["EC2", "FARGATE"] }',
    );
  });

  it('of a switch are true and false', async () => {
    expect(await labelsAt('{ "containerDefinitions": [{ "essential": | }] }')).toEqual(['false', 'true']);
  });

  it('are not guessed from other words of the document', async () => {
    expect(
      await labelsAt('{ "family": "other", "containerDefinitions": [{ "name": "web", "image": "|" }] }'),
    ).toEqual([]);
  });
});

describe('pieces', () => {
  it('are offered where the cursor may use them', async () => {
    const labels = await labelsAt('{ "containerDefinitions": [|] }');
    expect(labels).toEqual(
      expect.arrayContaining(PIECES.ContainerDefinition?.map(({ label }) => label) ?? []),
    );
    expect(await labelsAt('{ "volumes": [|] }')).toEqual(
      expect.arrayContaining(PIECES.Volume?.map(({ label }) => label) ?? []),
    );
    expect(await labelsAt('{ "volumes": [|] }')).not.toContain('container');
    expect(await labelsAt('[{ "name": "a", "image": "b" }, |]')).toContain('container');
    expect(await labelsAt('{ "containerDefinitions": [{ "logConfiguration": | }] }')).toContain('awslogs');
  });

  it('are found by their names', async () => {
    const items = await itemsAt('{ "containerDefinitions": [|] }');
    expect(items.find(({ label }) => label === 'container')?.filterText).toBe('container');
  });

  it('stand behind what is there with a comma between', async () => {
    const result = await choose('{ "volumes": [{ "name": "a" } |] }', 'scratch volume');
    expect(JSON.parse(result)).toEqual({ volumes: [{ name: 'a' }, { name: 'scratch' }] });
  });

  const places: Record<string, string> = {
    ContainerDefinition: '{ "containerDefinitions": [|] }',
    PortMapping: '{ "containerDefinitions": [{ "portMappings": [|] }] }',
    LogConfiguration: '{ "containerDefinitions": [{ "logConfiguration": | }] }',
    HealthCheck: '{ "containerDefinitions": [{ "healthCheck": | }] }',
    Secret: '{ "containerDefinitions": [{ "secrets": [|] }] }',
    KeyValuePair: '{ "containerDefinitions": [{ "environment": [|] }] }',
    MountPoint: '{ "containerDefinitions": [{ "mountPoints": [|] }] }',
    ContainerDependency: '{ "containerDefinitions": [{ "dependsOn": [|] }] }',
    Volume: '{ "volumes": [|] }',
  };

  it('are all tried here', () => {
    expect(Object.keys(places).sort()).toEqual(Object.keys(PIECES).sort());
  });

  const all = Object.entries(PIECES).flatMap(([struct, pieces]) =>
    pieces.map(({ label }) => [label, places[struct] ?? ''] as const),
  );

  it.each(all)('leave valid JSON without a tab stop behind: %s', async (label, marked) => {
    const result = await choose(marked, label);
    const errors: never[] = [];
    parse(result, errors);
    expect(errors).toEqual([]);
    expect(result).not.toMatch(/\$\{|\$\d/);
  });

  it.each(all)('use no number of a tab stop for two things: %s', async (label, marked) => {
    const stops = [
      ...(await choose(marked, label, SNIPPETS)).matchAll(/\$\{(\d+):([^}]*)\}|\$\{(\d+)\}|\$(\d+)/g),
    ];
    const byNumber = new Map<string, Set<string>>();
    for (const [, number, text, bare, barer] of stops) {
      const key = number ?? bare ?? barer ?? '';
      byNumber.set(key, (byNumber.get(key) ?? new Set()).add(text ?? ''));
    }
    expect([...byNumber].filter(([, texts]) => texts.size > 1)).toEqual([]);
    expect([...byNumber.keys()].map(Number).sort((a, b) => a - b)).toEqual(
      Array.from(byNumber, (_, i) => i + 1),
    );
  });
});

describe('nothing is offered', () => {
  it.each([
    ['in a document of another kind', '{ "name": "x", | }', 'file:///p/package.json'],
    ['in an empty document of another name', '|', 'file:///p/data.json'],
    ['in an empty object of another name', '{ | }', 'file:///p/data.json'],
    [
      'beside the wrapper of describe output',
      '{ "taskDefinition": { "family": "a", "containerDefinitions": [] }, | }',
      TASK,
    ],
    ['in a map of labels', '{ "containerDefinitions": [{ "dockerLabels": { | } }] }', TASK],
    ['in the middle of a number', '{ "containerDefinitions": [{ "memory": 5|12 }] }', TASK],
  ])('%s', async (_, marked, uri) => {
    expect(await labelsAt(marked, uri)).toEqual([]);
  });
});
