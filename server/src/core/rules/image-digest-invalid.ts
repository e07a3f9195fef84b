import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'image-digest-invalid',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  facts: ['GEN-9'],
  docs: {
    title: 'The digest of the image is no digest',
    why: 'A sha256 digest has 64 digits of 0-9 and a-f. AWS registers a shorter one, and then no registry has such an image.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_image',
    ],
    factors: ['V'],
  },
  messages: {
    length:
      'A sha256 digest has 64 hexadecimal digits, and this one has {count}. Copy the whole digest, or name a tag.',
    digits:
      'A sha256 digest has the digits 0-9 and a-f in lower case, and this one has "{digit}". Copy it once more.',
  },
  check(container, { report }) {
    const image = container.string('image');
    const start = image?.value.lastIndexOf('@sha256:') ?? -1;
    if (!image || start < 0) return;
    const digest = image.value.slice(start + '@sha256:'.length);
    // What is no letter or digit is refused, and said by the schema.
    if (!/^[0-9a-zA-Z]+$/.test(digest)) return;
    const digit = /[^0-9a-f]/.exec(digest)?.[0];
    if (digest.length !== 64) report('length', atValue(image.node), { data: { count: digest.length } });
    else if (digit !== undefined) {
      const value = image.value.slice(0, start) + image.value.slice(start).toLowerCase();
      report('digits', atValue(image.node), {
        data: { digit },
        fixes: /^[0-9a-f]+$/i.test(digest)
          ? [
              {
                title: 'Write the digest in lower case',
                changes: [{ kind: 'set', pointer: pointerOf(image.node), value }],
                safe: true,
              },
            ]
          : [],
      });
    }
  },
});
