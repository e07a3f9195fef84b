import { expect } from 'vitest';

/** An element of SVG or HTML with its attributes, as they are written. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The elements of a text, in their order. It has to be well-formed as XML wants it: every tag is closed, and between
 * the tags there is no sign that could begin another one.
 */
export function elementsOf(markup: string): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  let between = '';
  let end = 0;
  for (const match of markup.matchAll(/<(\/?)([a-z0-9]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*(\/?)>/gi)) {
    const [tag, closing, name = '', attributes = '', alone] = match;
    between += markup.slice(end, match.index);
    end = match.index + tag.length;
    if (closing) {
      expect(open.pop(), `closed at ${match.index}`).toBe(name);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      value,
    ]);
    elements.push({ name, attributes: Object.fromEntries(pairs) });
    between += pairs.map(([, value]) => value).join(' ');
    if (!alone) open.push(name);
  }
  between += markup.slice(end);
  expect(open, 'never closed').toEqual([]);
  expect(between).not.toMatch(/[<>]|&(?!#\d+;)/);
  return elements;
}
