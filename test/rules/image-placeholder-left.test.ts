import rule from '../../server/src/core/rules/image-placeholder-left';
import { testRule } from '../support/rule-tester';

const wrong = (image: string) => `[{ "name": "web", "image": «"${image}"» }]`;
const right = (image: unknown) => [{ name: 'web', image }];
const message = (mark: string) =>
  `"${mark}" stands for an image that something has to fill in. Sent to AWS as it is, the document is refused. If nothing fills it in, write the image here.`;

testRule(rule, {
  wrong: [
    { name: 'a mark', text: wrong('<IMAGE1_NAME>'), message: message('<IMAGE1_NAME>'), pointer: '/0/image' },
    {
      name: 'a mark in the image',
      text: wrong('123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:<the tag>'),
      message: message('<the tag>'),
      pointer: '/0/image',
    },
  ],
  right: [
    { name: 'an image', document: right('nginx:1.27') },
    { name: 'another style of mark', document: right('${IMAGE}') },
    { name: 'ERB', document: right('<%= image %>') },
    { name: 'a bracket that is no mark, which the schema reports', document: right('a<b') },
    { name: 'no text', document: right(1) },
  ],
});
