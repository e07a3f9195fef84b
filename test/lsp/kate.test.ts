import { describe, expect, it } from 'vitest';
import {
  CodeActionRequest,
  type CompletionItem,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startClient } from '../support/lsp-client';
import { cursor, documentOf } from '../support/positions';
import { FINE, TASK } from './samples';

/** Kate 22.12 announces no completion and no formatting, and asks for both. */
const KATE = { capabilities: {}, initializationOptions: { editor: 'kate' } };

async function ask(marked: string): Promise<{ text: string; items: CompletionItem[] }> {
  const { text, position } = cursor(marked);
  const server = await startClient(KATE);
  await server.open(TASK, text);
  return { text, items: await server.complete(TASK, position) };
}

/** The text after Kate has put the item of that label in place of the word, which has the marks « and ». */
async function choose(marked: string, label: string): Promise<string> {
  const { text, items } = await ask(marked.replace(/[«»]/g, ''));
  const item = items.find((one) => one.label === label);
  if (!item?.insertText) throw new Error(`${label} is not offered with a text to insert`);
  const plain = marked.replace('|', '');
  const [start, end] = [plain.indexOf('«'), plain.indexOf('»') - 1];
  const document = documentOf(text);
  const word: TextEdit = {
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: item.insertText,
  };
  return TextDocument.applyEdits(document, [...(item.additionalTextEdits ?? []), word]);
}

describe('completion in Kate, which replaces the word at the cursor', () => {
  it('names no range, which Kate would read half', async () => {
    const { items } = await ask('{ "family": "a", "net|" }');
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item).not.toHaveProperty('textEdit');
      expect(item.insertText).toMatch(/./);
    }
  });

  it.each([
    [
      'a key within quotes, without the empty value whose quote Kate would drop',
      '{ "family": "a", "«net|»" }',
      'networkMode',
      '{ "family": "a", "networkMode" }',
    ],
    [
      'a key within quotes, and its value',
      '{ "family": "a", "«exe|»" }',
      'executionRoleArn',
      '{ "family": "a", "executionRoleArn": "arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole" }',
    ],
    [
      'a key before another one, whose value cannot be written in front of the closing quote',
      '{ "«net|»" "family": "a" }',
      'networkMode',
      '{ "networkMode" "family": "a" }',
    ],
    [
      'a key without quotes',
      '{ "family": "a", «net|» }',
      'networkMode',
      '{ "family": "a", "networkMode": "" }',
    ],
    [
      'a key where nothing is',
      '{ "family": "a", «|» }',
      'networkMode',
      '{ "family": "a", "networkMode": "" }',
    ],
    [
      'a key behind a missing comma',
      '{ "family": "a" "«net|»" }',
      'networkMode',
      '{ "family": "a", "networkMode" }',
    ],
    [
      'a value within quotes',
      '{ "networkMode": "«aw|»", "family": "a" }',
      '"awsvpc"',
      '{ "networkMode": "awsvpc", "family": "a" }',
    ],
    [
      'the middle of a value',
      '{ "networkMode": "«ho|me»", "family": "a" }',
      '"host"',
      '{ "networkMode": "host", "family": "a" }',
    ],
    [
      'a value where nothing is',
      '{ "networkMode": «|», "family": "a" }',
      '"awsvpc"',
      '{ "networkMode": "awsvpc", "family": "a" }',
    ],
  ])('puts in %s', async (_, marked, label, expected) => {
    expect(await choose(marked, label)).toBe(expected);
  });

  it('offers what begins like the text before the word, and nothing else', async () => {
    const before =
      '{ "family": "a", "containerDefinitions": [{ "name": "a", "linuxParameters": { "capabilities": ';
    const labels = async (typed: string): Promise<string[]> =>
      (await ask(`${before}{ "add": ["${typed}|"] } } }] }`)).items.map(({ label }) => label);
    expect(await labels('NET_')).toContain('"NET_ADMIN"');
    expect(await labels('NET-')).toEqual([]);
  });
});

describe('formatting in Kate', () => {
  it('is announced, as Kate asks for it without a word', async () => {
    const { initialized } = await startClient(KATE);
    expect(initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    });
    const other = await startClient({ ...KATE, initializationOptions: { editor: 'other' } });
    expect(other.initialized.capabilities).not.toHaveProperty('documentFormattingProvider');
  });
});

describe('code actions in Kate', () => {
  const BRIDGE = '"networkMode": "bridge"';
  const CONTAINER = '{ "name": "api", "image": "nginx:1.27" }';
  const text = FINE.replace('"networkMode": "awsvpc"', BRIDGE).replace('[{', `[\n    ${CONTAINER},\n    {`);
  const line = (of: string): number => text.slice(0, text.indexOf(of)).split('\n').length - 1;
  const FIX = 'Change networkMode to "awsvpc"';
  const EVERYWHERE = [
    'Convert to Fargate',
    'Sort keys in the order in which AWS documents them',
    'Fix all problems that have one right answer',
  ];

  async function titles(of: string, diagnostics: Diagnostic[] = []): Promise<string[]> {
    const server = await startClient(KATE);
    await server.open(TASK, text);
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: TASK },
      range: { start: { line: line(of), character: 0 }, end: { line: line(of) + 1, character: 0 } },
      context: { diagnostics },
    });
    return (actions ?? []).map(({ title }) => title);
  }

  it('are all that there is for what stands in the line', async () => {
    expect(await titles(BRIDGE)).toEqual(expect.arrayContaining([FIX, ...EVERYWHERE]));
  });

  it('take a line with a whole container for the container', async () => {
    const offered = await titles(CONTAINER);
    expect(offered).toEqual(expect.arrayContaining(EVERYWHERE));
    expect(offered.filter((title) => title.includes('"api"')).length).toBeGreaterThan(0);
    expect(offered).not.toContain(FIX);
  });

  it('are those of the named problem only, for a quick fix', async () => {
    const start = { line: line(BRIDGE), character: BRIDGE.indexOf('"bridge"') + 2 };
    const end = { ...start, character: start.character + '"bridge"'.length };
    const named = { range: { start, end }, code: 'fargate-network-mode', message: '' };
    expect(await titles(BRIDGE, [named])).toEqual([FIX]);
  });
});
