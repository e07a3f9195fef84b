import { describe, expect, it } from 'vitest';
import { PULL, startClient, type TestClient } from '../support/lsp-client';
import { elementsOf } from '../support/markup';
import { places } from '../support/positions';
import { TASK } from './samples';

const { text, ranges } = places(`
{
  "family": "shop",
  "containerDefinitions": [
    { "name": «"web"», "image": "nginx:1.27", "memory": 256 }
  ]
}
`);

interface Diagram {
  readonly title: string;
  readonly svg: string;
  readonly words: string;
}

const ask = (client: TestClient, more: object = {}): Promise<Diagram | null> =>
  client.connection.sendRequest('ecsTaskdef/diagram', { textDocument: { uri: TASK }, ...more });

const links = (markup: string): string[] =>
  elementsOf(`<div>${markup}</div>`).flatMap(({ name, attributes }) =>
    name === 'a' ? [decodeURIComponent(attributes.href ?? '')] : [],
  );

describe('ecsTaskdef/diagram', () => {
  it('is a picture that stands alone, and words', async () => {
    const client = await startClient({ capabilities: PULL });
    await client.open(TASK, text);
    const diagram = await ask(client);
    expect(diagram?.title).toBe('shop');
    expect(diagram?.svg).toMatch(/^<svg .*<style>.*>web<\/text>.*<\/svg>$/s);
    expect(diagram?.words).toMatch(/^<p><strong>shop<\/strong><\/p><ul><li>web \(container\)<ul>/);
    expect(links(`${diagram?.svg}${diagram?.words}`)).toEqual([]);
  });

  it('links boxes to their place, for clients that have the command', async () => {
    const client = await startClient({
      capabilities: PULL,
      initializationOptions: { commands: ['ecsTaskdef.revealInDocument'] },
    });
    await client.open(TASK, text);
    const { svg = '', words = '' } = (await ask(client)) ?? {};
    const link = `command:ecsTaskdef.revealInDocument?${JSON.stringify([TASK, ranges[0]])}`;
    expect(links(svg)).toEqual([link]);
    expect(links(words)).toEqual([link]);
  });

  it('puts a nonce on the style sheet', async () => {
    const client = await startClient({ capabilities: PULL });
    await client.open(TASK, text);
    expect((await ask(client, { nonce: 'abc' }))?.svg).toContain('<style nonce="abc">');
    expect((await ask(client, { nonce: 7 }))?.svg).toContain('<style>');
  });

  it('follows edits', async () => {
    const client = await startClient({ capabilities: PULL });
    await client.open(TASK, text);
    await client.change(TASK, [{ text: text.replace('"web"', '"worker"') }]);
    expect((await ask(client))?.svg).toContain('>worker</text>');
    await client.change(TASK, [{ text: text.slice(0, text.indexOf('"image"')) }]);
    expect((await ask(client))?.svg).toContain('>web</text>');
    expect(client.log).toEqual([]);
  });

  it('is null for what is no task definition, and for nonsense', async () => {
    const client = await startClient({ capabilities: PULL });
    await client.open('file:///p/package.json', '{ "name": "x" }');
    for (const textDocument of [{ uri: 'file:///p/package.json' }, { uri: 7 }, undefined])
      expect(await ask(client, { textDocument })).toBeNull();
    expect(client.log).toEqual([]);
  });
});
