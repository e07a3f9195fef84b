import rule from '../../server/src/core/rules/environment-file-not-arn';
import { testRule } from '../support/rule-tester';

const reading = (value: unknown) => ({
  containerDefinitions: [{ name: 'web', environmentFiles: [{ type: 's3', value }] }],
});
const message = (value: string) =>
  `An environment file is named by the ARN of an S3 object, and "${value}" is none. Write arn:aws:s3:::bucket/key.env.`;
const pointer = '/containerDefinitions/0/environmentFiles/0/value';

testRule(rule, {
  wrong: [
    {
      name: 'an s3:// address',
      text: '{ "containerDefinitions": [{ "name": "web", "environmentFiles": [{ "type": "s3", "value": «"s3://my-bucket/web.env"» }] }] }',
      message: message('s3://my-bucket/web.env'),
      pointer,
      fixes: [
        {
          title: 'Change it to "arn:aws:s3:::my-bucket/web.env"',
          safe: true,
          result: reading('arn:aws:s3:::my-bucket/web.env'),
        },
      ],
    },
    {
      name: 'an s3:// address in China',
      text: '{ "taskRoleArn": "arn:aws-cn:iam::123456789012:role/task", "containerDefinitions": [{ "name": "web", "environmentFiles": [{ "type": "s3", "value": «"s3://b/web.env"» }] }] }',
      message: message('s3://b/web.env'),
      pointer,
      fixes: [{ title: 'Change it to "arn:aws-cn:s3:::b/web.env"', safe: true }],
    },
    {
      name: 'the ARN of something else',
      text: '{ "containerDefinitions": [{ "name": "web", "environmentFiles": [{ "type": "s3", "value": «"arn:aws:ssm:eu-west-1:123456789012:parameter/web.env"» }] }] }',
      message: message('arn:aws:ssm:eu-west-1:123456789012:parameter/web.env'),
      pointer,
    },
    {
      name: 'an ARN that lacks a colon',
      text: '{ "containerDefinitions": [{ "name": "web", "environmentFiles": [{ "type": "s3", "value": «"arn:aws:s3::my-bucket/web.env"» }] }] }',
      message: message('arn:aws:s3::my-bucket/web.env'),
      pointer,
      fixes: [
        {
          title: 'Change it to "arn:aws:s3:::my-bucket/web.env"',
          safe: true,
          result: reading('arn:aws:s3:::my-bucket/web.env'),
        },
      ],
    },
    {
      name: 'an empty value, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "environmentFiles": [{ "type": "s3", "value": «""» }] }]',
      message: message(''),
      pointer: '/0/environmentFiles/0/value',
    },
  ],
  right: [
    { name: 'an ARN', document: reading('arn:aws:s3:::my-bucket/web.env') },
    { name: 'an ARN of another partition', document: reading('arn:aws-us-gov:s3:::my-bucket/web.env') },
    { name: 'an ARN without its object', document: reading('arn:aws:s3:::my-bucket') },
    { name: 'a value left open', document: reading('s3://${BUCKET}/web.env') },
    { name: 'a value that is no text, which the schema reports', document: reading(1) },
  ],
});
