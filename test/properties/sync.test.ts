import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as fc from '../support/fast-check';
import { EVERYWHERE, PULL, startClient, type TestClient } from '../support/lsp-client';
import { documentOf } from '../support/positions';
import { ownSamples, type Sample, sharedSamples, timeout } from './samples';

/** Pieces that people and programs type, paste and leave behind. */
const PIECES = [
  ...[
    '',
    '',
    '',
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\\',
    '/',
    '/*',
    '*/',
    '//',
  ],
  ...['é', '😀', '\ud83d', '\u0000', '\u2028', '\uFEFF', '${X}', '{{ x }}', 'null', '-1', '"cpu": 7,', '"x"'],
  ...['"networkMode": "bridge",\r\n', '{ "name": "side", "image": "busybox" },', '"environment": []'],
];

interface Edit {
  readonly from: number;
  readonly length: number;
  readonly text: string;
}

/** Edits that arrive together, each meaning the text that the one before has left. */
type Event = readonly Edit[];

function events(samples: readonly Sample[]): fc.Arbitrary<readonly Event[]> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(300))
        .map(([{ text }, from, length]) => text.slice(from % text.length).slice(0, length)),
    },
  );
  const length = fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) });
  const edit = fc.record({ from: fc.nat(), length, text: piece });
  return fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
}

/** Each server knows one document only: open documents have a say in what is said of their neighbours. */
const URI = 'file:///project/task-definition.json';

const start = (): Promise<TestClient> =>
  startClient({ capabilities: PULL, initializationOptions: { settings: { preset: 'strict' } } });

/** Everything that the server says about the document. */
async function answers(client: TestClient, offset: number, text: string): Promise<string> {
  const position = documentOf(text).positionAt(offset % (text.length + 1));
  const [diagnostics, hover, completion, actions] = await Promise.all([
    client.pull(URI),
    client.hover(URI, position),
    client.complete(URI, position),
    client.codeActions(URI, EVERYWHERE, { only: [''] }),
  ]);
  return JSON.stringify({ diagnostics, hover, completion, actions });
}

describe('incremental sync', () => {
  const numRuns = 400 * fc.times;

  it('says of an edited document what it says of the same text, opened', { timeout }, async () => {
    const [client, other] = [await start(), await start()];
    const samples = [...ownSamples(), ...sharedSamples()].filter(({ text }) => text.length < 10_000);
    let edits = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        events(samples),
        fc.nat(),
        async (sample, wanted, offset) => {
          await client.open(URI, sample.text);
          let document = documentOf(sample.text);
          for (const event of wanted) {
            const changes = [];
            for (const { from, length, text } of event) {
              const start = from % (document.getText().length + 1);
              const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
              const before = document.getText();
              const [at, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
              document = TextDocument.update(document, [{ range, text }], document.version + 1);
              expect(document.getText()).toBe(before.slice(0, at) + text + before.slice(end));
              changes.push({ range, text });
              edits++;
            }
            await client.change(URI, changes);
            // Sometimes a client asks in between, and the next edit meets a warm cache.
            if (offset % 3 === 0) await client.pull(URI);
          }
          const text = document.getText();
          await other.open(URI, text);
          expect(await answers(client, offset, text)).toBe(await answers(other, offset, text));
          await client.close(URI);
          await other.close(URI);
          expect([...client.log, ...other.log]).toEqual([]);
        },
      ),
      { numRuns },
    );
    expect(edits).toBeGreaterThan(numRuns);
  });
});
