import rule from '../../server/src/core/rules/environment-file-extension';
import { testRule } from '../support/rule-tester';

const reading = (value: string) => ({
  containerDefinitions: [{ name: 'web', environmentFiles: [{ type: 's3', value }] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'another extension',
      text: '{ "containerDefinitions": [{ "name": "web", "environmentFiles": [{ "type": "s3", "value": «"arn:aws:s3:::my-bucket/a.env/web.txt"» }] }] }',
      message:
        'The environment file "web.txt" should have a name that ends in .env, as AWS documents. Rename the object and this value.',
      pointer: '/containerDefinitions/0/environmentFiles/0/value',
      severity: 'warning',
      fixes: [
        {
          title: 'Change the name to "web.env", once the object is renamed',
          result: reading('arn:aws:s3:::my-bucket/a.env/web.env'),
        },
      ],
    },
    {
      name: 'no extension',
      text: '{ "containerDefinitions": [{ "name": "web", "environmentFiles": [{ "type": "s3", "value": «"arn:aws:s3:::my-bucket/web"» }] }] }',
      message:
        'The environment file "web" should have a name that ends in .env, as AWS documents. Rename the object and this value.',
      pointer: '/containerDefinitions/0/environmentFiles/0/value',
      severity: 'warning',
      fixes: [{ title: 'Change the name to "web.env", once the object is renamed' }],
    },
  ],
  right: [
    { name: '.env', document: reading('arn:aws:s3:::my-bucket/web.env') },
    { name: 'nothing but .env', document: reading('arn:aws:s3:::my-bucket/.env') },
    { name: 'a bucket only', document: reading('arn:aws:s3:::my-bucket/') },
    { name: 'a value left open', document: reading('arn:aws:s3:::my-bucket/${FILE}') },
    { name: 'no ARN, which is another rule', document: reading('s3://my-bucket/web.txt') },
  ],
});
