import { Buffer } from 'node:buffer';
import rule from '../../server/src/core/rules/definition-too-large';
import { testRule } from '../support/rule-tester';

const START =
  '{"family":"web","containerDefinitions":[{"name":"web","image":"nginx","environment":[{"name":"A","value":"';
const END = '"}]}]}';
const EMPTY = START.length + END.length;
/** A definition whose shortest JSON has this many bytes. */
const ofSize = (bytes: number) => START + 'x'.repeat(bytes - EMPTY) + END;
const marked = (text: string) => `«{»${text.slice(1)}`;

const over = (bytes: number) =>
  `Without white space this task definition has ${bytes} bytes, and AWS takes 65536. Move long values into environmentFiles, secrets or the image.`;
const close = (bytes: number) =>
  `Without white space this task definition has ${bytes} bytes, and AWS takes 65536. It may count more than that, so keep some room.`;

const accents = START + 'é'.repeat(20_000) + '€'.repeat(10_000) + '😀'.repeat(1000) + END;

testRule(rule, {
  wrong: [
    { name: 'one byte over', text: marked(ofSize(65_537)), message: over(65_537), pointer: '' },
    {
      name: 'at the limit',
      text: marked(ofSize(65_536)),
      message: close(65_536),
      pointer: '',
      severity: 'warning',
    },
    {
      name: 'close to it',
      text: marked(ofSize(61_440)),
      message: close(61_440),
      pointer: '',
      severity: 'warning',
    },
    {
      name: 'bytes, not characters',
      text: marked(accents),
      message: over(Buffer.byteLength(accents)),
      pointer: '',
    },
    {
      name: 'escapes that take more room than their character do not count',
      text: marked(START + '\\u0041'.repeat(62_000 - EMPTY) + END),
      message: close(62_000),
      pointer: '',
      severity: 'warning',
    },
    {
      name: 'in the output of describe-task-definition',
      text: `{ "taskDefinition": ${ofSize(65_537)} }`.replace('"taskDefinition"', '«"taskDefinition"»'),
      message: over(65_537),
      pointer: '/taskDefinition',
    },
    {
      name: 'numbers, true and false, several members and items',
      text: marked(
        `{ "a": [1, -20, true], "b": false, "c": {}, "d": [], "family": "${'x'.repeat(65_600)}" }`,
      ),
      message: over(
        Buffer.byteLength(
          JSON.stringify({ a: [1, -20, true], b: false, c: {}, d: [], family: 'x'.repeat(65_600) }),
        ),
      ),
      pointer: '',
    },
  ],
  right: [
    { name: 'far below', document: ofSize(61_439) },
    { name: 'white space', document: ofSize(1000).replace(':', `:${' '.repeat(70_000)}`) },
    { name: 'a value left open', document: ofSize(70_000).replace('xx', '${X}') },
    {
      name: 'what only AWS writes, and nulls',
      document: {
        family: 'web',
        containerDefinitions: [],
        requiresAttributes: [{ name: 'x'.repeat(70_000) }],
        ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`key${i}`, null])),
      },
    },
    { name: 'a bare list of containers', document: [{ name: 'web', image: 'x'.repeat(70_000) }] },
  ],
});
