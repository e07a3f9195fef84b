import rule from '../../server/src/core/rules/splunk-options-missing';
import { testRule } from '../support/rule-tester';

const logging = (log: object) => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'splunk', ...log } }],
});
const message = (options: string) =>
  `The log driver splunk lacks ${options}. Add splunk-url to options, and splunk-token to secretOptions.`;
const token = { name: 'splunk-token', valueFrom: 'token' };
const url = { 'splunk-url': 'https://splunk.example.com:8088' };

testRule(rule, {
  wrong: [
    {
      name: 'neither',
      text: '{ "containerDefinitions": [{ "name": "web", «"logConfiguration"»: { "logDriver": "splunk" } }] }',
      message: message('splunk-token and splunk-url'),
      pointer: '/containerDefinitions/0/logConfiguration',
    },
    {
      name: 'no token',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "splunk", «"options"»: { "splunk-url": "x" } } }] }',
      message: message('splunk-token'),
      pointer: '/containerDefinitions/0/logConfiguration/options',
      fixes: [
        {
          title:
            'Add splunk-token to secretOptions, as the parameter /splunk-token of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)',
          result: {
            ...logging({
              options: { 'splunk-url': 'x' },
              secretOptions: [
                {
                  name: 'splunk-token',
                  valueFrom: 'arn:aws:ssm:<REGION>:<ACCOUNT_ID>:parameter/splunk-token',
                },
              ],
            }),
            executionRoleArn: 'arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole',
          },
        },
        {
          title:
            'Add splunk-token to secretOptions, as the secret splunk-token of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
        },
      ],
    },
    {
      name: 'no token beside another secret option, in a bare list',
      text: '[{ "name": "web", "image": "web", "logConfiguration": { "logDriver": "splunk", «"options"»: { "splunk-url": "x" }, "secretOptions": [{ "name": "splunk-index", "valueFrom": "i" }] } }]',
      message: message('splunk-token'),
      pointer: '/0/logConfiguration/options',
      fixes: [
        {
          title:
            'Add splunk-token to secretOptions, as the parameter /splunk-token of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)',
        },
        {
          title:
            'Add splunk-token to secretOptions, as the secret splunk-token of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
        },
      ],
    },
    {
      name: 'no URL',
      text: '{ "containerDefinitions": [{ "name": "web", «"logConfiguration"»: { "logDriver": "splunk", "secretOptions": [{ "name": "splunk-token", "valueFrom": "token" }] } }] }',
      message: message('splunk-url'),
      pointer: '/containerDefinitions/0/logConfiguration',
    },
  ],
  right: [
    { name: 'a secret token', document: logging({ options: url, secretOptions: [token] }) },
    { name: 'a plain token', document: logging({ options: { ...url, 'splunk-token': 't' } }) },
    {
      name: 'both secret',
      document: logging({ secretOptions: [token, { name: 'splunk-url', valueFrom: 'url' }] }),
    },
    {
      name: 'a secret option with an open name',
      document: logging({ options: url, secretOptions: [{ name: '${NAME}', valueFrom: 'x' }] }),
    },
    { name: 'a secret option left open', document: logging({ options: url, secretOptions: ['${SECRET}'] }) },
    { name: 'secret options of null', document: logging({ options: url, secretOptions: null }) },
    { name: 'options left open', document: logging({ options: '${OPTIONS}' }) },
    {
      name: 'another driver',
      document: { containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'gelf' } }] },
    },
  ],
});
