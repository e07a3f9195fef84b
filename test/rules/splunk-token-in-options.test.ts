import rule from '../../server/src/core/rules/splunk-token-in-options';
import { testRule } from '../support/rule-tester';

const ROLE = 'arn:aws:iam::123456789012:role/task';
const ARN = 'arn:aws:ssm:<REGION>:123456789012:parameter/splunk-token';
const message =
  'splunk-token is a password in plain text. Keep it in Secrets Manager or Parameter Store, name it in secretOptions, and replace the token that has been written here.';
const pointer = '/containerDefinitions/0/logConfiguration/options/splunk-token';
const PARAMETER =
  'Move splunk-token to secretOptions, as the parameter /splunk-token of Parameter Store (fill in <REGION>)';
const SECRET =
  'Move splunk-token to secretOptions, as the secret splunk-token of Secrets Manager (fill in <REGION> and <SUFFIX>)';
const logging = (options: unknown, logDriver = 'splunk') => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver, options } }],
});
const moved = (more: object, ...others: unknown[]) => ({
  ...more,
  containerDefinitions: [
    {
      name: 'web',
      logConfiguration: {
        logDriver: 'splunk',
        options: {},
        secretOptions: [...others, { name: 'splunk-token', valueFrom: ARN }],
      },
    },
  ],
});

testRule(rule, {
  wrong: [
    {
      name: 'a token beside secretOptions, with a role',
      text: `{ "executionRoleArn": "${ROLE}", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "splunk", "options": { "splunk-token": «"t"» }, "secretOptions": [{ "name": "splunk-url", "valueFrom": "url" }] } }] }`,
      message,
      pointer,
      fixes: [
        {
          title: PARAMETER,
          result: moved({ executionRoleArn: ROLE }, { name: 'splunk-url', valueFrom: 'url' }),
        },
        { title: SECRET },
      ],
    },
    {
      name: 'a token, without a role',
      text: `{ "taskRoleArn": "${ROLE}", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "splunk", "options": { "splunk-token": «"t"» } } }] }`,
      message,
      pointer,
      fixes: [
        {
          title: PARAMETER,
          result: moved({
            taskRoleArn: ROLE,
            executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
          }),
        },
        { title: SECRET },
      ],
    },
    {
      name: 'a token beside secretOptions that are left open',
      text: '[{ "name": "web", "image": "web", "logConfiguration": { "logDriver": "splunk", "options": { "splunk-token": «"t"» }, "secretOptions": "${SECRETS}" } }]',
      message,
      pointer: '/0/logConfiguration/options/splunk-token',
    },
  ],
  right: [
    { name: 'no token', document: logging({ 'splunk-url': 'https://s' }) },
    { name: 'a token left open', document: logging({ 'splunk-token': '${TOKEN}' }) },
    { name: 'an empty token', document: logging({ 'splunk-token': '' }) },
    { name: 'another driver', document: logging({ 'splunk-token': 't' }, 'awsfirelens') },
  ],
});
