import type { Buffer as NodeBuffer } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The text of a file, and what is needed to write it back in the same form. */
export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the file begins with a byte order mark. */
  readonly mark: boolean;
  /** Some bytes are no text in this encoding; they stand as U+FFFD and would be lost on writing. */
  readonly lossy: boolean;
}

const MARKS: readonly (readonly [Encoding, NodeBuffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/** Decodes UTF-8, or UTF-16 where a byte order mark says so (Windows PowerShell writes it). */
export function decode(bytes: NodeBuffer): Decoded {
  const found = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark));
  const encoding = found?.[0] ?? 'utf-8';
  const body = found ? bytes.subarray(found[1].length) : bytes;
  const mark = found !== undefined;
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
    return { text, encoding, mark, lossy: false };
  } catch {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
    return { text, encoding, mark, lossy: true };
  }
}

/** The bytes of a text in the form that a file had. */
export function encode(text: string, { encoding, mark }: Pick<Decoded, 'encoding' | 'mark'>): NodeBuffer {
  const body = encoding === 'utf-8' ? Buffer.from(text) : Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') body.swap16();
  const start = mark ? MARKS.find(([name]) => name === encoding)?.[1] : undefined;
  return start ? Buffer.concat([start, body]) : body;
}
