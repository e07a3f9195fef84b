import { READ_ONLY_KEYS } from '../detect';
import type { Node } from '../syntax/tree';
import { isPlaceholder } from './placeholder';

/** Bytes that AWS takes: https://docs.aws.amazon.com/general/latest/gr/ecs-service.html */
export const MOST_BYTES = 64 * 1024;

interface Measured {
  /** With the names of placeholders in the place of their values. */
  readonly most: number;
  exact?: number;
}

const measured = new WeakMap<Node, Measured>();

/**
 * Bytes of the shortest JSON that says the same as a task definition: without white space, without what never reaches
 * AWS, and without what a template leaves open. Undefined where they are fewer than `least`, which is found out sooner.
 */
export function bytesOf(task: Node, least: number): number | undefined {
  // UTF-8 takes at most three bytes for each unit of the text.
  if ((task.end - task.start) * 3 < least) return undefined;
  let size = measured.get(task);
  if (!size) {
    size = { most: sizeOf(task, sizeOfString) };
    measured.set(task, size);
  }
  // Looking for what is open takes time, and makes it only smaller.
  if (size.most < least) return undefined;
  size.exact ??= sizeOf(task, (value, node) => (isPlaceholder(node) ? 2 : sizeOfString(value)));
  return size.exact < least ? undefined : size.exact;
}

function sizeOf(node: Node, ofString: (value: string, node: Node) => number): number {
  switch (node.kind) {
    case 'object': {
      let bytes = 0;
      let members = 0;
      for (const { key, value } of node.properties) {
        if (!value || value.kind === 'null' || isReadOnly(node, key)) continue;
        bytes += sizeOfString(key) + 1 + sizeOf(value, ofString);
        members++;
      }
      return bytes + bracketsAndCommas(members);
    }
    case 'array': {
      let bytes = 0;
      for (const item of node.items) bytes += sizeOf(item, ofString);
      return bytes + bracketsAndCommas(node.items.length);
    }
    case 'string':
      return ofString(node.value, node);
    default:
      return node.kind === 'null' ? 4 : String(node.value).length;
  }
}

/** `describe-task-definition` prints these, and they are taken out before the document is sent. */
const isReadOnly = (node: Node, key: string): boolean =>
  (node.step === undefined || node.step === 'taskDefinition') && READ_ONLY_KEYS.has(key);

const bracketsAndCommas = (parts: number): number => 2 + Math.max(0, parts - 1);

/** Bytes of the string in UTF-8, with its quotes; a pair of surrogates has four, two for each. */
function sizeOfString(string: string): number {
  if (!/[^ !#-[\]-~]/.test(string)) return string.length + 2; // nothing to escape, a byte for each character
  const text = JSON.stringify(string);
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
