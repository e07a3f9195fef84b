import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as fc from '../support/fast-check';
import { PULL, startClient, type TestClient } from '../support/lsp-client';
import { readMarks } from '../support/marks';
import { documentOf, places } from '../support/positions';
import { BRIDGE, FINE, REFUSED, TASK } from './samples';

const { text: bridge } = readMarks(BRIDGE);

const start = (): Promise<TestClient> => startClient({ capabilities: PULL, initializationOptions: REFUSED });

/** The range of a piece of text. */
function rangeOf(text: string, piece: string): Range {
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`${piece} is not in the text`);
  const document = documentOf(text);
  return { start: document.positionAt(at), end: document.positionAt(at + piece.length) };
}

describe('incremental changes', () => {
  it('are applied one after the other, each to the text the one before has left', async () => {
    const client = await start();
    await client.open(TASK, FINE);
    expect(await client.pull(TASK)).toEqual([]);
    const renamed = FINE.replace('"family": "web"', '"family": "some-other-name"');
    await client.change(TASK, [
      { range: rangeOf(FINE, '"family": "web"'), text: '"family": "some-other-name"' },
      { range: rangeOf(renamed, '"awsvpc"'), text: '"bridge"' },
    ]);
    const { ranges } = places(renamed.replace('"awsvpc"', '«"bridge"»'));
    expect((await client.pull(TASK)).map(({ range }) => range)).toEqual(ranges);
    await client.change(TASK, [{ range: ranges[0] as Range, text: '"awsvpc"' }]);
    expect(await client.pull(TASK)).toEqual([]);
  });

  it('count lines right in a document with Windows line ends', async () => {
    const client = await start();
    const crlf = BRIDGE.replaceAll('\n', '\r\n');
    const { text, ranges } = places(crlf);
    await client.open(TASK, text);
    expect((await client.pull(TASK)).map(({ range }) => range)).toEqual([
      { start: { line: 3, character: 17 }, end: { line: 3, character: 25 } },
    ]);
    await client.change(TASK, [
      { range: { start: { line: 0, character: 1 }, end: { line: 1, character: 0 } }, text: '\r\n\r\n' },
    ]);
    expect((await client.pull(TASK)).map(({ range }) => range.start.line)).toEqual([4]);
    await client.change(TASK, [
      { range: rangeOf(`{\r\n\r\n${text.slice(3)}`, '"bridge"'), text: '"awsvpc"' },
    ]);
    expect(await client.pull(TASK)).toEqual([]);
    expect(ranges).toHaveLength(1);
  });

  it('count characters beyond the first plane as two, as the protocol does', async () => {
    const client = await start();
    const { text, ranges } = places(
      FINE.replace('  "networkMode": "awsvpc",\n', '').replace(
        ' }]\n',
        ', "environment": [{ "name": "A", "value": "😀𝒳é" }] }], "networkMode": «"host"»\n',
      ),
    );
    await client.open(TASK, text);
    expect((await client.pull(TASK)).map(({ range }) => range)).toEqual(ranges);
    const [range] = ranges;
    const line = text.split('\n')[range?.start.line ?? 0] ?? '';
    expect(line.slice(range?.start.character, range?.end.character)).toBe('"host"');
    await client.change(TASK, [{ range: range as Range, text: '"awsvpc"' }]);
    expect(await client.pull(TASK)).toEqual([]);
  });

  it('leave the server with the text of the client, whatever they are', async () => {
    const client = await start();
    const piece = fc.constantFrom('"', '{', '}', ',', '\n', '\r\n', '😀', '"cpu": 7,', 'é', '');
    const edit = fc.record({ from: fc.nat(400), length: fc.nat(12), text: piece });
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const uri = `file:///project/task-definition-${nth++}.json`;
        const fresh = `file:///project/task-definition-${nth++}.json`;
        await client.open(uri, bridge);
        let document = TextDocument.create(uri, 'json', 1, bridge);
        for (const { from, length, text } of edits) {
          const range = { start: document.positionAt(from), end: document.positionAt(from + length) };
          document = TextDocument.update(document, [{ range, text }], document.version + 1);
          await client.change(uri, [{ range, text }]);
        }
        await client.open(fresh, document.getText());
        expect(await client.pull(uri)).toEqual(await client.pull(fresh));
        await client.close(uri);
        await client.close(fresh);
      }),
      { numRuns: 40 * fc.times },
    );
  });

  it('beyond the end of the document are put at its end', async () => {
    const client = await start();
    await client.open(TASK, FINE.trimEnd().slice(0, -1));
    expect((await client.pull(TASK)).map(({ code }) => code)).toEqual(['json/syntax']);
    const far = { line: 9_999, character: 9_999 };
    await client.change(TASK, [{ range: { start: far, end: far }, text: '}' }]);
    expect(await client.pull(TASK)).toEqual([]);
  });
});

describe('versions', () => {
  it('that are used twice do not hide a change', async () => {
    const client = await start();
    await client.open(TASK, bridge, 'json', 1);
    expect(await client.pull(TASK)).toHaveLength(1);
    await client.change(TASK, [{ text: FINE }], 1);
    expect(await client.pull(TASK)).toEqual([]);
    expect(await client.hover(TASK, { line: 3, character: 5 })).not.toBeNull();
  });

  it('that run backwards do not either', async () => {
    const client = await start();
    await client.open(TASK, bridge, 'json', 9);
    await client.change(TASK, [{ text: FINE }], 3);
    expect(await client.pull(TASK)).toEqual([]);
    await client.change(TASK, [{ text: bridge }], 2);
    expect(await client.pull(TASK)).toHaveLength(1);
  });

  it('start again with a document opened again', async () => {
    const client = await start();
    await client.open(TASK, bridge);
    const overtaken = client.pull(TASK);
    await client.close(TASK);
    await client.open(TASK, FINE);
    await overtaken;
    expect(await client.pull(TASK)).toEqual([]);
  });
});

describe('what a client should not do', () => {
  it('changes nothing: edits and closes of documents that are not open', async () => {
    const client = await start();
    await client.change(TASK, [{ text: bridge }], 2);
    await client.close(TASK);
    expect(await client.pull(TASK)).toEqual([]);
    await client.open(TASK, bridge);
    await client.change(TASK, []);
    expect(await client.pull(TASK)).toHaveLength(1);
    await client.close(TASK);
    await client.close(TASK);
    expect(await client.pull(TASK)).toEqual([]);
  });

  it('counts as a new text: opening a document twice', async () => {
    const client = await start();
    await client.open(TASK, bridge);
    await client.open(TASK, FINE);
    expect(await client.pull(TASK)).toEqual([]);
  });
});
