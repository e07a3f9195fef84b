import rule from '../../server/src/core/rules/firelens-config-not-arn';
import { testRule } from '../support/rule-tester';

const routing = (type: string, value: string) => ({
  containerDefinitions: [
    {
      name: 'router',
      firelensConfiguration: { options: { 'config-file-type': type, 'config-file-value': value } },
    },
  ],
});
const pointer = '/containerDefinitions/0/firelensConfiguration/options/config-file-value';
const message = (value: string) =>
  `With config-file-type "s3" the file is named by its ARN, and "${value}" is none. Write arn:aws:s3:::bucket/key.`;

testRule(rule, {
  wrong: [
    {
      name: 'an s3:// address',
      text: '{ "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "options": { "config-file-type": "s3", "config-file-value": «"s3://my-bucket/a/extra.conf"» } } }] }',
      message: message('s3://my-bucket/a/extra.conf'),
      pointer,
      fixes: [
        {
          title: 'Change it to "arn:aws:s3:::my-bucket/a/extra.conf"',
          safe: true,
          result: routing('s3', 'arn:aws:s3:::my-bucket/a/extra.conf'),
        },
      ],
    },
    {
      name: 'a path',
      text: '{ "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "options": { "config-file-type": "s3", "config-file-value": «"/extra.conf"» } } }] }',
      message: message('/extra.conf'),
      pointer,
    },
  ],
  right: [
    { name: 'an ARN', document: routing('s3', 'arn:aws-cn:s3:::my-bucket/extra.conf') },
    { name: 'a path in the image', document: routing('file', '/extra.conf') },
    { name: 'a value left open', document: routing('s3', 's3://${BUCKET}/extra.conf') },
  ],
});
