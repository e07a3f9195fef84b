import rule from '../../server/src/core/rules/fargate-firelens-config';
import { testRule } from '../support/rule-tester';

const routing = (launchType: string, type: string) => ({
  requiresCompatibilities: [launchType],
  containerDefinitions: [
    { name: 'router', firelensConfiguration: { options: { 'config-file-type': type } } },
  ],
});

const router = (options: object) => ({
  requiresCompatibilities: ['FARGATE'],
  containerDefinitions: [{ name: 'router', firelensConfiguration: { options } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a file in S3',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "options": { "config-file-type": «"s3"», "config-file-value": "arn:aws:s3:::b/c" } } }] }',
      message:
        'Fargate cannot fetch the configuration of the log router from S3. Build the file into its image, and name it with config-file-type "file" and its path as config-file-value.',
      pointer: '/containerDefinitions/0/firelensConfiguration/options/config-file-type',
      fixes: [
        {
          title: 'Name the file /c, to be built into the image',
          result: router({ 'config-file-type': 'file', 'config-file-value': '/c' }),
        },
        { title: 'Remove the configuration file', result: router({}) },
      ],
    },
    {
      name: 'a file in S3 without a name',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "options": { "config-file-type": «"s3"» } } }] }',
      message:
        'Fargate cannot fetch the configuration of the log router from S3. Build the file into its image, and name it with config-file-type "file" and its path as config-file-value.',
      pointer: '/containerDefinitions/0/firelensConfiguration/options/config-file-type',
      fixes: [
        {
          title: 'Name the file /extra.conf, to be built into the image',
          result: router({ 'config-file-type': 'file', 'config-file-value': '/extra.conf' }),
        },
        { title: 'Remove the configuration file', result: router({}) },
      ],
    },
  ],
  right: [
    { name: 'a file in the image', document: routing('FARGATE', 'file') },
    { name: 'a type left open', document: routing('FARGATE', '${TYPE}') },
    { name: 'a file in S3 on EC2', document: routing('EC2', 's3') },
  ],
});
