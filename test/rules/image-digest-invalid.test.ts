import rule from '../../server/src/core/rules/image-digest-invalid';
import { testRule } from '../support/rule-tester';

const DIGEST = '0123456789abcdef'.repeat(4);
const wrong = (image: string) => `{ "containerDefinitions": [{ "name": "web", "image": «"${image}"» }] }`;
const right = (image: string) => ({ containerDefinitions: [{ name: 'web', image }] });
const pointer = '/containerDefinitions/0/image';
const length = (count: number) =>
  `A sha256 digest has 64 hexadecimal digits, and this one has ${count}. Copy the whole digest, or name a tag.`;
const digits = (digit: string) =>
  `A sha256 digest has the digits 0-9 and a-f in lower case, and this one has "${digit}". Copy it once more.`;

testRule(rule, {
  wrong: [
    { name: 'a short one', text: wrong('nginx@sha256:4bf0'), message: length(4), pointer },
    { name: 'a digit too many', text: wrong(`nginx:1.27@sha256:${DIGEST}0`), message: length(65), pointer },
    {
      name: 'capitals',
      text: wrong(`Nginx@sha256:${DIGEST.toUpperCase()}`),
      message: digits('A'),
      pointer,
      fixes: [
        {
          title: 'Write the digest in lower case',
          safe: true,
          result: right(`Nginx@sha256:${DIGEST}`),
        },
      ],
    },
    {
      name: 'another letter',
      text: wrong(`nginx@sha256:${DIGEST.slice(1)}g`),
      message: digits('g'),
      pointer,
    },
  ],
  right: [
    { name: 'a digest', document: right(`nginx@sha256:${DIGEST}`) },
    { name: 'a tag and a digest', document: right(`registry.example.com:5000/web:1.4@sha256:${DIGEST}`) },
    { name: 'a tag', document: right('nginx:sha256') },
    { name: 'a digest left open', document: right('nginx@sha256:${DIGEST}') },
    { name: 'no digit, which the schema reports', document: right('nginx@sha256:') },
    { name: 'no image', document: { containerDefinitions: [{ name: 'web' }] } },
  ],
});
