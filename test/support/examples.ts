import { readdirSync, readFileSync } from 'node:fs';

const RULES = new URL('../../server/src/core/rules/', import.meta.url);

/** Every example of every rule page, wrong and right. */
export function examplesOfAllPages(): string[] {
  return readdirSync(RULES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => [
      ...readFileSync(new URL(file.replaceAll('\\', '/'), RULES), 'utf8').matchAll(/^```json\n(.*?)^```/gms),
    ])
    .map(([, text = '']) => unfold(text));
}

/**
 * An example of a rule page as it is meant: `[66000 × x]` stands for 66000 letters that nobody wants to read, and
 * `[1 to 24 × { "name": "shareN" }]`, alone on a line, for 24 items of a list, each with its number for N.
 */
export function unfold(example: string): string {
  return example
    .replace(/\[(\d+) × (.)\]/g, (_, count: string, letter: string) => letter.repeat(Number(count)))
    .replace(/^ *\[(\d+) to (\d+) × (.+)\]$/gm, (_, from: string, to: string, item: string) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) =>
        item.replaceAll(/N(?=[\d"])/g, String(Number(from) + i)),
      ).join(','),
    );
}
