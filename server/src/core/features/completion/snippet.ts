/**
 * Places in a text where a cursor stops, one after the other. They are marked with signs of Unicode's private use area,
 * which no document has, and become `${1:text}` only at the end: what stands in the document is never taken for one.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';
/** Before a stop that is a whole value and no string: its quotes are taken off. */
const BARE = '\uE002';

const STOP = /\uE000([^\uE001]*)\uE001/;

/** A part of a string that is selected when the text has been inserted, to be typed over. */
export function stop(text: string | number = ''): string {
  return `${OPEN}${text}${CLOSE}`;
}

/** A number or a switch that is selected when the text has been inserted. */
export function bareStop(value: number | boolean): string {
  return `${BARE}${stop(String(value))}`;
}

/** Takes the quotes off of numbers and switches. */
export function withBareStops(json: string): string {
  return json.replace(/"\uE002([^"]*)"/g, '$1');
}

export function hasStops(text: string): boolean {
  return text.includes(OPEN);
}

/** For clients that know no stops. */
export function toPlain(text: string): string {
  return text.replace(/[\uE000-\uE002]/g, '');
}

/** In the notation of the protocol: `{ "name": "${1:web}" }`. */
export function toSnippet(text: string): string {
  // Every second part is the inside of a stop.
  return text
    .split(STOP)
    .map((part, i, parts) => {
      if (i % 2 === 0) return part.replace(/[\\$]/g, '\\$&');
      const number = (i + 1) / 2;
      if (part !== '') return `\${${number}:${part.replace(/[\\$}]/g, '\\$&')}}`;
      return /^\w/.test(parts[i + 1] ?? '') ? `\${${number}}` : `$${number}`;
    })
    .join('');
}
