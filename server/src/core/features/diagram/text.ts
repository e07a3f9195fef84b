import { visible } from '../../markdown';

/**
 * About how wide a text is in the usual fonts of editors, on the wide side: there is no browser here to ask.
 *
 * @param size of the font; the result is in the same unit
 */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width * size;
}

/** Parts of the size of the font. */
function widthOfCharacter(character: string): number {
  if (/[ijlIft.,:;'|!()[\]{} /-]/.test(character)) return 0.36;
  if (/[mwMW@%\u2026\u2192]/.test(character)) return 0.95;
  if (character.charCodeAt(0) > 0x2e7f) return 1.1; // Chinese, Japanese, Korean, pictures
  return /[A-Z]/.test(character) ? 0.7 : 0.58;
}

/** As much of a text as fits into a width, with `…` for the rest; without characters that cannot be seen. */
export function cut(text: string, size: number, width: number): string {
  // More never fits, and the document may hold anything.
  const shown = visible([...text.slice(0, 400)].join(''));
  if (text.length <= 400 && widthOf(shown, size) <= width) return shown;
  let rest = width - widthOf('…', size);
  let end = 0;
  for (const character of shown) {
    rest -= widthOf(character, size);
    if (rest < 0) break;
    end += character.length;
  }
  return `${shown.slice(0, end)}…`;
}

/** Parts, joined to lines that fit into a width. */
export function wrapped(parts: readonly string[], size: number, width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = `${last} · ${part}`;
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(cut(part, size, width));
  }
  return lines;
}

/** A text for XML and HTML, between tags and in attributes. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
