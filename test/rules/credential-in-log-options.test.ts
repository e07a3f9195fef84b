import rule from '../../server/src/core/rules/credential-in-log-options';
import { testRule } from '../support/rule-tester';

const KEY = '8f2c1e7b9a4d3650e1f7c2b8a9d4e6f3';
const log = (logConfiguration: unknown, more = {}) => ({
  ...more,
  containerDefinitions: [{ name: 'web', logConfiguration }],
});
const named = (name: string) =>
  `By its name ${name} is a credential, and its value stands in plain text, for everyone to read who may describe the task definition. If it is one, refer to it in secretOptions.`;
const pointer = '/containerDefinitions/0/logConfiguration/options/';

testRule(rule, {
  wrong: [
    {
      name: 'a long random value under such a name',
      text: `{ "executionRoleArn": "exec", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "datadog", "apikey": «"${KEY}"» } } }] }`,
      message: named('apikey'),
      pointer: `${pointer}apikey`,
      fixes: [
        {
          title:
            'Move apikey to secretOptions, as the parameter /apikey of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)',
          result: log(
            {
              logDriver: 'awsfirelens',
              options: { Name: 'datadog' },
              secretOptions: [
                { name: 'apikey', valueFrom: 'arn:aws:ssm:<REGION>:<ACCOUNT_ID>:parameter/apikey' },
              ],
            },
            { executionRoleArn: 'exec' },
          ),
        },
        {
          title:
            'Move apikey to secretOptions, as the secret apikey of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
        },
      ],
    },
    {
      name: 'a name alone',
      text: '{ "executionRoleArn": "exec", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "http", "Passwd": "a", "HTTP_Passwd": «"hunter2"» } } }] }',
      message: named('HTTP_Passwd'),
      severity: 'info',
      pointer: `${pointer}HTTP_Passwd`,
      fixes: [
        {
          title:
            'Move HTTP_Passwd to secretOptions, as the parameter /HTTP_Passwd of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)',
        },
        {
          title:
            'Move HTTP_Passwd to secretOptions, as the secret HTTP_Passwd of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
        },
      ],
    },
    {
      name: 'a URL with a password',
      text: '{ "executionRoleArn": "exec", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "gelf", "options": { "gelf-address": «"https://me:wX4t9qLm@example.com"» } } }] }',
      message:
        'gelf-address holds a URL with a password in plain text, for everyone to read who may describe the task definition. Store it in Parameter Store or Secrets Manager, and refer to it in secretOptions.',
      pointer: `${pointer}gelf-address`,
      fixes: [
        {
          title:
            'Move gelf-address to secretOptions, as the parameter /gelf-address of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)',
        },
        {
          title:
            'Move gelf-address to secretOptions, as the secret gelf-address of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
        },
      ],
    },
  ],
  right: [
    {
      name: 'the key in secretOptions',
      document: log({
        logDriver: 'awsfirelens',
        options: { Name: 'datadog' },
        secretOptions: [{ name: 'apikey', valueFrom: 'key' }],
      }),
    },
    {
      name: 'the key in both',
      document: log({
        logDriver: 'awsfirelens',
        options: { apikey: KEY },
        secretOptions: [{ name: 'apikey', valueFrom: 'key' }],
      }),
    },
    {
      name: 'the token of splunk, which another rule reports',
      document: log({ logDriver: 'splunk', options: { 'splunk-token': KEY } }),
    },
    { name: 'a key left open', document: log({ logDriver: 'awsfirelens', options: { apikey: '${KEY}' } }) },
    {
      name: 'ordinary options',
      document: log({ logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', log_key: 'log' } }),
    },
    { name: 'options left open', document: log({ logDriver: 'splunk', options: '${OPTIONS}' }) },
    {
      name: 'a number, which the schema reports',
      document: log({ logDriver: 'splunk', options: { token: 12345678 } }),
    },
  ],
});
