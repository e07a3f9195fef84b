import rule from '../../server/src/core/rules/credential-in-log-options';
import { testRule } from '../support/rule-tester';

const TOKEN = '6f1c2b7e-93a4-4d0a-8e55-0c1d7a2b9f34';
const log = (logConfiguration: unknown, more = {}) => ({
  ...more,
  containerDefinitions: [{ name: 'web', logConfiguration }],
});
const named = (name: string) =>
  `By its name ${name} is a credential, and its value stands in plain text, for everyone to read who may describe the task definition. If it is one, refer to it in secretOptions.`;
const pointer = '/containerDefinitions/0/logConfiguration/options/';
const url = 'https://splunk.example.com:8088';

testRule(rule, {
  wrong: [
    {
      name: 'the token of splunk',
      text: `{ "executionRoleArn": "exec", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "splunk", "options": { "splunk-url": "${url}", "splunk-token": «"${TOKEN}"» } } }] }`,
      message: named('splunk-token'),
      pointer: `${pointer}splunk-token`,
      fixes: [
        {
          title: 'Move splunk-token to secretOptions, as the parameter /splunk-token of Parameter Store',
          result: log(
            {
              logDriver: 'splunk',
              options: { 'splunk-url': url },
              secretOptions: [
                {
                  name: 'splunk-token',
                  valueFrom: 'arn:aws:ssm:<REGION>:<ACCOUNT_ID>:parameter/splunk-token',
                },
              ],
            },
            { executionRoleArn: 'exec' },
          ),
        },
        { title: 'Move splunk-token to secretOptions, as the secret splunk-token of Secrets Manager' },
      ],
    },
    {
      name: 'a name alone',
      text: '{ "executionRoleArn": "exec", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "http", "Passwd": "a", "HTTP_Passwd": «"hunter2"» } } }] }',
      message: named('HTTP_Passwd'),
      severity: 'info',
      pointer: `${pointer}HTTP_Passwd`,
      fixes: [
        { title: 'Move HTTP_Passwd to secretOptions, as the parameter /HTTP_Passwd of Parameter Store' },
        { title: 'Move HTTP_Passwd to secretOptions, as the secret HTTP_Passwd of Secrets Manager' },
      ],
    },
    {
      name: 'a URL with a password',
      text: '{ "executionRoleArn": "exec", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "gelf", "options": { "gelf-address": «"https://me:wX4t9qLm@example.com"» } } }] }',
      message:
        'gelf-address holds a URL with a password in plain text, for everyone to read who may describe the task definition. Store it in Parameter Store or Secrets Manager, and refer to it in secretOptions.',
      pointer: `${pointer}gelf-address`,
      fixes: [
        { title: 'Move gelf-address to secretOptions, as the parameter /gelf-address of Parameter Store' },
        { title: 'Move gelf-address to secretOptions, as the secret gelf-address of Secrets Manager' },
      ],
    },
  ],
  right: [
    {
      name: 'the token in secretOptions',
      document: log({
        logDriver: 'splunk',
        options: { 'splunk-url': url },
        secretOptions: [{ name: 'splunk-token', valueFrom: 'token' }],
      }),
    },
    {
      name: 'the token in both',
      document: log({
        logDriver: 'splunk',
        options: { 'splunk-token': TOKEN },
        secretOptions: [{ name: 'splunk-token', valueFrom: 'token' }],
      }),
    },
    {
      name: 'a token left open',
      document: log({ logDriver: 'splunk', options: { 'splunk-token': '${TOKEN}' } }),
    },
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
