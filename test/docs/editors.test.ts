import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../server/editors/', import.meta.url);
const pages = await readdir(FOLDER);
const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

describe('set-up pages', () => {
  for (const page of pages)
    it(`${page}: the README leads there, it names the server, and its JSON can be read`, async () => {
      expect(readme).toContain(`(server/editors/${page})`);
      const text = (await readFile(new URL(page, FOLDER), 'utf8')).replaceAll('\r', '');
      expect(text).toContain('/path/to/dist/server.js');
      for (const [, json = ''] of text.matchAll(/```json\n([\s\S]*?)```/g))
        expect(JSON.parse(json)).toBeTypeOf('object');
      for (const heading of ['Set-up', 'Settings', 'What works']) expect(text).toContain(`\n## ${heading}\n`);
      expect(/\bnot tried\b/.test(text) || /\bTested with\b/.test(text), 'says whether it was tried').toBe(
        true,
      );
    });
});
