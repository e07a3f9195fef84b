import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, MarkupContent } from 'vscode-languageserver/node';
import schema from '../../schemas/task-definition.schema.json';
import { PULL, startClient } from '../support/lsp-client';
import { cursor, places } from '../support/positions';
import { FINE, TASK } from './samples';

const MARKDOWN: ClientCapabilities = {
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
};
const PLAIN: ClientCapabilities = { textDocument: { hover: { contentFormat: ['plaintext'] } } };

const note = (member: string): string =>
  readFileSync(new URL(`../../schemas/notes/${member}.md`, import.meta.url), 'utf8').trim();

/** What the hover at the cursor says. */
async function hoverAt(marked: string, capabilities = MARKDOWN, uri = TASK): Promise<string | undefined> {
  const client = await startClient({ capabilities });
  const { text, position } = cursor(marked);
  await client.open(uri, text);
  const hover = await client.hover(uri, position);
  return (hover?.contents as MarkupContent | undefined)?.value;
}

describe('hover', () => {
  it('explains a key: its type, whether it is required, and its note', async () => {
    expect(await hoverAt('{ "fam|ily": "web", "containerDefinitions": [] }')).toBe(
      `**family** · string · required\n\n${note('family')}`,
    );
    expect(await hoverAt('{ "containerDefinitions": [{ "name": "web", "mem|ory": 512 }] }')).toBe(
      `**memory** · integer\n\n${note('containerDefinitions.memory')}`,
    );
    expect(await hoverAt('{ "containerDefinitions": [{ "comm|and": ["a"] }] }')).toBe(
      `**command** · list of strings\n\n${note('containerDefinitions.command')}`,
    );
  });

  it('covers the key with its quotes, at either end', async () => {
    const { text, ranges } = places('{ «"family"»: "web", "containerDefinitions": [] }');
    const client = await startClient({ capabilities: MARKDOWN });
    await client.open(TASK, text);
    for (const character of [2, 6, 10]) {
      expect((await client.hover(TASK, { line: 0, character }))?.range, `at ${character}`).toEqual(ranges[0]);
    }
    expect(await client.hover(TASK, { line: 0, character: 1 })).toBeNull();
    expect(await client.hover(TASK, { line: 0, character: 11 })).toBeNull();
  });

  it('explains a value by itself, and covers it', async () => {
    const { text, ranges } = places('{ "networkMode": «"bridge"», "containerDefinitions": [] }');
    const client = await startClient({ capabilities: MARKDOWN });
    await client.open(TASK, text);
    const hover = await client.hover(TASK, { line: 0, character: 20 });
    expect(hover?.range).toEqual(ranges[0]);
    const { value = '' } = (hover?.contents ?? {}) as Partial<MarkupContent>;
    const { enum: modes, enumDescriptions } = schema.properties.networkMode;
    expect(value.split('\n\n')).toEqual([
      '**networkMode** · `bridge`',
      enumDescriptions[modes.indexOf('bridge')],
      note('networkMode').split('\n\n').at(-1),
    ]);
  });

  it('explains a value that has nothing of its own by its member', async () => {
    expect(await hoverAt('{ "containerDefinitions": [{ "essential": tr|ue }] }')).toBe(
      `**essential** · boolean\n\n${note('containerDefinitions.essential')}`,
    );
    expect(await hoverAt('{ "containerDefinitions": [{ "command": ["a", "b|"] }] }')).toBe(
      `**command** · list of strings\n\n${note('containerDefinitions.command')}`,
    );
  });

  it('works prices out for the Region of the settings', async () => {
    const marked = FINE.replace('"256"', '"2|56"');
    expect(await hoverAt(marked)).toMatch(/^- \*\*Price:\*\* \$9\.01 a month in us-east-1 /m);
    const client = await startClient({
      capabilities: { textDocument: { ...MARKDOWN.textDocument, ...PULL.textDocument } },
      initializationOptions: { settings: { region: 'sa-east-1' } },
    });
    const { text, position } = cursor(marked);
    await client.open(TASK, text);
    await client.pull(TASK); // a hover never waits for settings
    const hover = await client.hover(TASK, position);
    expect(hover?.contents).toMatchObject({
      value: expect.stringMatching(/^- \*\*Price:\*\* \$15\.48 a month in sa-east-1 /m),
    });
  });

  it('explains keys inside the wrapper of describe output and in a bare list of containers', async () => {
    const wrapped =
      '{ "taskDefinition": { "family": "a", "net|workMode": "host", "containerDefinitions": [] } }';
    expect(await hoverAt(wrapped)).toContain(note('networkMode'));
    expect(await hoverAt('[{ "name": "web", "im|age": "nginx" }]')).toBe(
      `**image** · string · required\n\n${note('containerDefinitions.image')}`,
    );
  });

  it('explains a member without a note of its own by the schema', async () => {
    const value = await hoverAt(
      '{ "containerDefinitions": [{ "healthCheck": { "command": ["CMD", "true"], "ret|ries": 3 } }] }',
    );
    expect(value).toMatch(/^\*\*retries\*\* · integer\n\n\w/);
  });

  it.each([
    ['a key that AWS does not know', '{ "family": "a", "fam|ly": "x", "containerDefinitions": [] }'],
    ['a brace', '{| "family": "a", "containerDefinitions": [] }'],
    ['the key of the wrapper', '{ "taskDef|inition": { "family": "a", "containerDefinitions": [] } }'],
    ['a prototype’s name', '{ "family": "a", "const|ructor": 1, "containerDefinitions": [] }'],
    ['nothing at all', '|'],
  ])('has nothing to say about %s', async (_, marked) => {
    expect(await hoverAt(marked)).toBeUndefined();
  });

  it('has nothing to say in a document that is no task definition', async () => {
    expect(await hoverAt('{ "na|me": "x", "cpu": 1 }', MARKDOWN, 'file:///p/package.json')).toBeUndefined();
  });

  it('answers in a document that is half typed', async () => {
    expect(await hoverAt('{ "family": "web",\n  "networkM|ode": "aws')).toContain(note('networkMode'));
  });

  it('is Markdown only for clients that show it', async () => {
    const marked = '{ "se|crets": 1, "containerDefinitions": [{ "sec|rets": [] }] }'.replace('se|crets', 'x');
    const plain = await hoverAt(marked, PLAIN);
    const lines = plain?.split('\n') ?? [];
    expect(lines[0]).toBe('secrets · list of objects');
    expect(plain).not.toMatch(/[`*]{2}|```|\]\(/);
    expect(lines).toContain('"secrets": [');
    expect(lines, 'what names the language of an example').not.toContain('json');
    expect(lines.at(-1)).toMatch(/^AWS documentation: https:\/\/docs\.aws\.amazon\.com\//);
    expect(await hoverAt(marked, {}), 'no format named').toBe(plain);

    const client = await startClient({ capabilities: PLAIN });
    const { text, position } = cursor(marked);
    await client.open(TASK, text);
    expect((await client.hover(TASK, position))?.contents).toMatchObject({ kind: 'plaintext' });
  });

  it('shows what the document says as it is, in plain text too', async () => {
    const image = '**a**`b`[c](d)';
    const marked = `{ "containerDefinitions": [{ "name": "web", "image": "${image}|" }] }`;
    expect((await hoverAt(marked, PLAIN))?.split('\n').slice(0, 4)).toEqual([
      'image · an image in Docker Hub',
      '',
      '- Registry: none written, which means docker.io',
      `- Repository: ${image}, one of the official images (library/)`,
    ]);
    expect(await hoverAt(marked)).toContain('- **Repository:** ``**a**`b`[c](d)``, one of');
  });
});
