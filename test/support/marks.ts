export interface Marked {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the «» out of a text and says where they stood, in the order of the opening ones; they may nest. */
export function readMarks(marked: string): Marked {
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') {
      const range = { start: text.length, end: -1 };
      open.push(range);
      ranges.push(range);
    } else if (part === '»') {
      const range = open.pop();
      if (!range) throw new Error('» without «');
      range.end = text.length;
    } else text += part;
  }
  if (open.length > 0) throw new Error('« without »');
  return { text, ranges };
}
