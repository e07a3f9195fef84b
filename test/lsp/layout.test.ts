import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PULL, startClient, type TestClient } from '../support/lsp-client';
import { cursor, documentOf, places } from '../support/positions';
import { TASK } from './samples';

const JSON_CLIENT: ClientCapabilities = {
  textDocument: { diagnostic: {}, foldingRange: {}, selectionRange: {}, formatting: {}, rangeFormatting: {} },
};
const PROVIDERS = [
  'foldingRangeProvider',
  'selectionRangeProvider',
  'documentFormattingProvider',
  'documentRangeFormattingProvider',
] as const;
const textDocument = { uri: TASK };

async function opened(text: string): Promise<TestClient> {
  const client = await startClient({ capabilities: JSON_CLIENT });
  await client.open(TASK, text);
  return client;
}

describe('features for JSON itself', () => {
  it('are for clients that have a use for them', async () => {
    const { initialized } = await startClient({ capabilities: JSON_CLIENT });
    for (const provider of PROVIDERS) expect(initialized.capabilities[provider]).toBe(true);
    const without = await startClient({ capabilities: PULL });
    for (const provider of PROVIDERS) expect(without.initialized.capabilities).not.toHaveProperty(provider);
  });

  it('are left to an editor that has them, and to no other', async () => {
    const own = await startClient({
      capabilities: JSON_CLIENT,
      initializationOptions: { jsonFeatures: false },
    });
    for (const provider of PROVIDERS) expect(own.initialized.capabilities).not.toHaveProperty(provider);
    const odd = await startClient({
      capabilities: JSON_CLIENT,
      initializationOptions: { jsonFeatures: 'no' },
    });
    expect(odd.initialized.capabilities.foldingRangeProvider).toBe(true);
  });
});

describe('folding', () => {
  const fold = async (text: string) =>
    (await opened(text)).connection.sendRequest(FoldingRangeRequest.type, { textDocument });

  it('folds objects, lists and comments up to their last line', async () => {
    const text = `{
  /* about
     it */
  "family": "a", "containerDefinitions": [{
    "name": "web",
    "image": "nginx", // one line
    "command": [
      "x"
    ],
    "links": [
    ]
  }],
  "tags": [], "volumes": [
    {}
`;
    expect(await fold(text)).toEqual([
      { startLine: 0, endLine: 13 },
      { startLine: 1, endLine: 2, kind: 'comment' },
      { startLine: 3, endLine: 10 },
      { startLine: 6, endLine: 7 },
      { startLine: 12, endLine: 13 },
    ]);
  });

  it('folds templates', async () => {
    expect(await fold('[\n  {\n    "name": {{ .Name }},\n    "image": "x"\n  }\n]')).toEqual([
      { startLine: 0, endLine: 4 },
      { startLine: 1, endLine: 3 },
    ]);
  });
});

describe('selections', () => {
  async function grown(marked: string): Promise<string[]> {
    const { text, position } = cursor(marked);
    const client = await opened(text);
    const found = await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions: [position],
    });
    const texts: string[] = [];
    for (let range: SelectionRange | undefined = found?.[0]; range; range = range.parent)
      texts.push(documentOf(text).getText(range.range));
    return texts;
  }

  it('grow from a value to its member and all around', async () => {
    expect(await grown('[{ "name": "w|eb", "cpu": 1 }]')).toEqual([
      'web',
      '"web"',
      '"name": "web"',
      ' "name": "web", "cpu": 1 ',
      '{ "name": "web", "cpu": 1 }',
      '[{ "name": "web", "cpu": 1 }]',
    ]);
    expect(await grown('[{ "name": "web", "cpu": 1|0 }]')).toEqual([
      '10',
      '"cpu": 10',
      ' "name": "web", "cpu": 10 ',
      '{ "name": "web", "cpu": 10 }',
      '[{ "name": "web", "cpu": 10 }]',
    ]);
  });

  it('grow from a key', async () => {
    expect(await grown('[{ "na|me": "web" }]')).toEqual([
      'name',
      '"name"',
      '"name": "web"',
      ' "name": "web" ',
      '{ "name": "web" }',
      '[{ "name": "web" }]',
    ]);
  });

  it('are there in half a text, and nowhere', async () => {
    expect(await grown('[{ "name": "w|')).toEqual([
      'w',
      '"w',
      '"name": "w',
      ' "name": "w',
      '{ "name": "w',
      '[{ "name": "w',
    ]);
    expect(await grown('[{ "name": "w|eb" }')).toEqual([
      'web',
      '"web"',
      '"name": "web"',
      ' "name": "web" ',
      '{ "name": "web" }',
      '[{ "name": "web" }',
    ]);
    expect(await grown('|')).toEqual(['']);
  });
});

describe('formatting', () => {
  const options = { tabSize: 2, insertSpaces: true };
  async function formatted(text: string, more: object = {}): Promise<string> {
    const edits = await (await opened(text)).connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options: { ...options, ...more },
    });
    return TextDocument.applyEdits(documentOf(text), edits ?? []);
  }

  it('lays the document out, with its comments and line ends', async () => {
    expect(await formatted('{"family":"a", // why\r\n"containerDefinitions":[{"name":"web"}]}')).toBe(
      '{\r\n  "family": "a", // why\r\n  "containerDefinitions": [\r\n    {\r\n      "name": "web"\r\n    }\r\n  ]\r\n}',
    );
    expect(await formatted('[{"name":"web"}]', { insertSpaces: false, insertFinalNewline: true })).toBe(
      '[\n\t{\n\t\t"name": "web"\n\t}\n]\n',
    );
  });

  it('lays out what is nested deeply', async () => {
    const text = `[{"name":${'['.repeat(120)}${']'.repeat(120)}}]`;
    for (const insertSpaces of [true, false]) {
      const made = await formatted(text, { insertSpaces });
      expect(made.replace(/\s/g, '')).toBe(text);
      expect(made.split('\n')[100]).toMatch(insertSpaces ? /^ {200}\[$/ : /^\t{100}\[$/);
    }
  });

  it('changes nothing in a template, or in front of a byte order mark', async () => {
    const template = '[{"name":{{ .Name }},"image":"x"}]';
    expect(await formatted(template)).toBe(template);
    expect(await formatted('\uFEFF[ ]')).toBe('\uFEFF[]');
  });

  it('lays out a part', async () => {
    const { text, ranges } = places('{\n"family":"a",\n«"cpu":"256"»\n}');
    const [range] = ranges;
    if (!range) throw new Error('one part');
    const edits = await (await opened(text)).connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument,
      options,
      range,
    });
    expect(TextDocument.applyEdits(documentOf(text), edits ?? [])).toBe('{\n"family":"a",\n"cpu": "256"\n}');
  });
});
