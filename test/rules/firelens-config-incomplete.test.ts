import rule from '../../server/src/core/rules/firelens-config-incomplete';
import { testRule } from '../support/rule-tester';

const routing = (options: unknown) => ({
  containerDefinitions: [{ name: 'router', firelensConfiguration: { type: 'fluentbit', options } }],
});
const pointer = '/containerDefinitions/0/firelensConfiguration/options';
const typeMessage = (type: string) =>
  `config-file-type is "s3" or "file", not "${type}". Use "s3" for an object in S3, or "file" for a path in the image.`;

testRule(rule, {
  wrong: [
    {
      name: 'a value without a type',
      text: '{ "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "type": "fluentbit", «"options"»: { "config-file-value": "/extra.conf" } } }] }',
      message:
        'config-file-value needs config-file-type beside it: the two together name the configuration file of the log router. Add config-file-type, or remove config-file-value.',
      pointer,
      fixes: [{ title: 'Remove config-file-value', result: routing({}) }],
    },
    {
      name: 'a type without a value',
      text: '{ "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "type": "fluentbit", «"options"»: { "config-file-type": "file" } } }] }',
      message:
        'config-file-type needs config-file-value beside it: the two together name the configuration file of the log router. Add config-file-value, or remove config-file-type.',
      pointer,
      fixes: [{ title: 'Remove config-file-type' }],
    },
    {
      name: 'another type',
      text: '{ "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "options": { "config-file-type": «"http"», "config-file-value": "/extra.conf" } } }] }',
      message: typeMessage('http'),
      pointer: `${pointer}/config-file-type`,
      fixes: [{ title: 'Change config-file-type to "file"' }],
    },
    {
      name: 'another type, with an ARN',
      text: '{ "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "options": { "config-file-type": «"http"», "config-file-value": "arn:aws:s3:::b/extra.conf" } } }] }',
      message: typeMessage('http'),
      pointer: `${pointer}/config-file-type`,
      fixes: [{ title: 'Change config-file-type to "s3"' }],
    },
    ...[
      ['S3', 's3'],
      ['File', 'file'],
    ].map(([type = '', meant]) => ({
      name: `${type}, in other capitals`,
      text: `{ "containerDefinitions": [{ "name": "router", "firelensConfiguration": { "options": { "config-file-type": «"${type}"», "config-file-value": "arn:aws:s3:::b/extra.conf" } } }] }`,
      message: typeMessage(type),
      pointer: `${pointer}/config-file-type`,
      fixes: [{ title: `Change config-file-type to "${meant}"`, safe: true }],
    })),
  ],
  right: [
    {
      name: 'both',
      document: routing({ 'config-file-type': 'file', 'config-file-value': '/extra.conf' }),
    },
    { name: 'neither', document: routing({ 'enable-ecs-log-metadata': 'true' }) },
    {
      name: 'a type left open',
      document: routing({ 'config-file-type': '${TYPE}', 'config-file-value': '/extra.conf' }),
    },
    {
      name: 'a type of null',
      document: routing({ 'config-file-type': null, 'config-file-value': '/extra.conf' }),
    },
    { name: 'options left open', document: routing('${OPTIONS}') },
  ],
});
