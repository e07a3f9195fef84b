import { READ_ONLY_KEYS } from '../detect';
import { inside } from '../location';
import { isPlaceholder } from '../model/placeholder';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

/** Bytes: https://docs.aws.amazon.com/general/latest/gr/ecs-service.html */
const MOST = 65536;
/** What AWS counts is not documented: the request may hold more than the shortest JSON for it. */
const CLOSE = 60 * 1024;

export default defineRule({
  id: 'definition-too-large',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['GEN-6'],
  docs: {
    title: 'A task definition larger than 64 KiB',
    why: 'AWS takes task definitions of up to 65536 bytes. The limit cannot be raised.',
    answer: "Actual length: '66420'. Max allowed length is '65536' bytes.",
    sources: [
      'https://docs.aws.amazon.com/general/latest/gr/ecs-service.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
    ],
  },
  messages: {
    over: 'Without white space this task definition has {bytes} bytes, and AWS takes 65536. Move long values into environmentFiles, secrets or the image.',
    close:
      'Without white space this task definition has {bytes} bytes, and AWS takes 65536. It may count more than that, so keep some room.',
  },
  check({ task }, { report }) {
    // UTF-8 takes at most three bytes for each unit of the text.
    if (!task || (task.node.end - task.node.start) * 3 < CLOSE) return;
    // Looking for what is open takes time, and makes it only smaller.
    if (sizeOf(task.node, sizeOfString) < CLOSE) return;
    const bytes = sizeOf(task.node, (value, node) => (isPlaceholder(node) ? 2 : sizeOfString(value)));
    if (bytes > MOST) report('over', inside(task.node), { data: { bytes } });
    else if (bytes >= CLOSE) report('close', inside(task.node), { data: { bytes }, severity: 'warning' });
  },
});

/** Bytes of the shortest JSON that says the same, at least: without what never reaches AWS, or is not known yet. */
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
