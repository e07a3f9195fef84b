import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser';
import type { Change, Fix } from '../../finding';
import { fromPointer, resolve } from '../pointer';
import { type Range, childOf, propertyOf } from '../tree';
import { parseJson } from './parse';

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The text edits that make a fix's changes; undefined when they cannot be made. */
export function editsOf(text: string, changes: readonly Change[]): TextEdit[] | undefined {
  const after = apply(text, changes);
  if (after === undefined) return undefined;
  return after === text ? [] : [difference(text, after)];
}

export function applyFix(text: string, fix: Fix): string | undefined {
  return apply(text, fix.changes);
}

function apply(text: string, changes: readonly Change[]): string | undefined {
  // From the back to the front, so that pointers and offsets keep meaning the document before the fix.
  const root = parseJson(text).root;
  const order = (change: Change) => (change.kind === 'text' ? change.range.start : (resolve(root, change.pointer)?.start ?? 0));
  let result = text;
  for (const change of [...changes].sort((a, b) => order(b) - order(a))) {
    const next = applyOne(result, change);
    if (next === undefined) return undefined;
    result = next;
  }
  return result;
}

function applyOne(text: string, change: Change): string | undefined {
  if (change.kind === 'text') return text.slice(0, change.range.start) + change.text + text.slice(change.range.end);
  const { root } = parseJson(text);
  const node = resolve(root, change.pointer);
  if (!node) return undefined;
  const path: (string | number)[] = [];
  let at = root;
  for (const step of fromPointer(change.pointer)) {
    path.push(at?.kind === 'array' ? Number(step) : step);
    at = at && childOf(at, step);
  }
  if (change.kind === 'rename') {
    const property = propertyOf(node.parent, String(node.step));
    if (!property) return undefined;
    return text.slice(0, property.keyRange.start) + JSON.stringify(change.key) + text.slice(property.keyRange.end);
  }
  const options = { formattingOptions: formatting(text) };
  if (change.kind === 'insert') return applyEdits(text, modify(text, [...path, change.key], change.value, options));
  if (change.kind === 'append') return applyEdits(text, modify(text, [...path, -1], change.value, { ...options, isArrayInsertion: true }));
  return applyEdits(text, modify(text, path, change.kind === 'set' ? change.value : undefined, options));
}

function formatting(text: string): FormattingOptions {
  const indent = /^[[{][^\S\r\n]*\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.includes('\t'), tabSize: indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { range: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
