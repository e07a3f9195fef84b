import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, MarkupContent } from 'vscode-languageserver/node';
import { startClient } from '../support/lsp-client';
import { cursor, places } from '../support/positions';
import { TASK } from './samples';

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

  it('explains a value that stands for something, and covers it', async () => {
    const { text, ranges } = places('{ "networkMode": «"bridge"», "containerDefinitions": [] }');
    const client = await startClient({ capabilities: MARKDOWN });
    await client.open(TASK, text);
    const hover = await client.hover(TASK, { line: 0, character: 20 });
    expect(hover?.range).toEqual(ranges[0]);
    const { value = '' } = (hover?.contents ?? {}) as Partial<MarkupContent>;
    const [heading, meaning, ...rest] = value.split('\n\n');
    expect(heading).toBe('**networkMode** · string');
    expect(meaning).toMatch(/^`bridge`: .*Docker's virtual bridge/);
    expect(rest.join('\n\n')).toBe(note('networkMode'));
  });

  it('explains an item of a list by its list', async () => {
    const value = await hoverAt('{ "requiresCompatibilities": ["FAR|GATE"], "containerDefinitions": [] }');
    expect(value).toMatch(/^\*\*requiresCompatibilities\*\* · list of strings\n\n`FARGATE`: /);
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
    ['a key of a map', '{ "containerDefinitions": [{ "dockerLabels": { "na|me": "x" } }] }'],
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
});
