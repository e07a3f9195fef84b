import rule from '../../server/src/core/rules/secret-value-from-invalid';
import { testRule } from '../support/rule-tester';

const secret = (valueFrom: string) => ({
  containerDefinitions: [{ name: 'web', secrets: [{ name: 'A', valueFrom }] }],
});
const pointer = '/containerDefinitions/0/secrets/0/valueFrom';
const looksLike = (value: string) =>
  `"${value}" looks like a secret with a JSON key, but that form needs the whole ARN. Write arn:aws:secretsmanager:region:account:secret:${value}.`;
const characters = (value: string, character: string) =>
  `"${value}" is no ARN, and as a parameter name it may not contain "${character}". Write the ARN of the secret, or the name of a parameter (letters, digits, . _ - /).`;

const places = [
  { title: 'Change valueFrom to the parameter /A of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)' },
  {
    title:
      'Change valueFrom to the secret A of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
  },
];

testRule(rule, {
  wrong: [
    {
      name: 'a secret with a JSON key, of an unknown account',
      text: '{ "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": «"prod/db:username::"» }] }] }',
      message: looksLike('prod/db:username::'),
      pointer,
      fixes: [
        {
          title:
            'Change valueFrom to "arn:aws:secretsmanager:<REGION>:<ACCOUNT_ID>:secret:prod/db:username::" (fill in <REGION> and <ACCOUNT_ID>)',
        },
      ],
    },
    {
      name: 'a secret with a JSON key, of a known account',
      text: '{ "executionRoleArn": "arn:aws:iam::123456789012:role/x", "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": «"prod/db:username"» }], "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "a", "awslogs-region": "eu-west-1" } } }] }',
      message: looksLike('prod/db:username'),
      pointer,
      fixes: [
        {
          title:
            'Change valueFrom to "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db:username"',
        },
      ],
    },
    {
      name: 'a character that no parameter name has',
      text: '{ "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": «"my password"» }] }] }',
      message: characters('my password', ' '),
      pointer,
      fixes: places,
    },
    {
      name: 'nothing',
      text: '{ "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": «""» }] }] }',
      message: 'valueFrom is empty. Write the ARN of a secret, or the name of a parameter.',
      pointer,
      fixes: places,
    },
    {
      name: 'a character outside ASCII, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "secrets": [{ "name": "A", "valueFrom": «"/web/clé"» }] }]',
      message: characters('/web/clé', 'é'),
      pointer: '/0/secrets/0/valueFrom',
      fixes: places,
    },
  ],
  right: [
    { name: 'a parameter name', document: secret('/web/db_user-1.0') },
    {
      name: 'the ARN of a secret with a JSON key',
      document: secret('arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf:username::'),
    },
    { name: 'words left open in an ARN', document: secret('arn:aws:ssm:REGION:ACCOUNT_ID:parameter/a b') },
    { name: 'a value left open', document: secret('${SECRET} here') },
  ],
});
