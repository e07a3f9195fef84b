import { expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import rule from '../../server/src/core/rules/credential-in-environment';
import { runRules } from '../../server/src/core/rules/engine';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { testRule } from '../support/rule-tester';

const shape = (name: string, what: string) =>
  `${name} holds ${what} in plain text, for everyone to read who may describe the task definition. Store it in Parameter Store or Secrets Manager, and refer to it in secrets.`;
const named = (name: string) =>
  `By its name ${name} is a credential, and its value stands in plain text, for everyone to read who may describe the task definition. If it is one, refer to it in secrets.`;
const keys = (name: string) =>
  `${name} stands in plain text, and a task needs no AWS keys: its role (taskRoleArn) gives the containers keys that change by themselves. Remove it.`;

/** In two parts, so that no scanner takes this file for a leak. */
const KEY = `AK${'IA'}QZ3TX7MKLW5PRVJ2`;
const pointer = '/containerDefinitions/0/environment/0/value';
const ROLE = 'arn:aws:iam::123456789012:role/exec';
const URL = 'postgres://app:wX4t9qLm@db.example.com/app';
const titles = (name: string, path: string) => [
  {
    title: `Move ${name} to secrets, as the parameter /${path} of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)`,
  },
  {
    title: `Move ${name} to secrets, as the secret ${path} of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)`,
  },
  { title: `Remove ${name} from environment` },
];
const container = (environment: unknown, more = {}) => ({
  containerDefinitions: [{ name: 'web', environment, ...more }],
});
const variable = (name: string, value: string) => container([{ name, value }]);
const open = (service: string, name: string) => ({ name, valueFrom: `arn:aws:${service}` });

testRule(rule, {
  wrong: [
    {
      name: 'a URL with a password, of an unknown account',
      text: `{ "containerDefinitions": [{ "name": "web", "environment": [{ "name": "DB", "value": «"${URL}"» }] }] }`,
      message: shape('DB', 'a URL with a password'),
      pointer,
      fixes: [
        {
          title:
            'Move DB to secrets, as the parameter /DB of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)',
          result: {
            ...container([], {
              secrets: [open('ssm:<REGION>:<ACCOUNT_ID>:parameter/DB', 'DB')],
            }),
            executionRoleArn: 'arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole',
          },
        },
        {
          title:
            'Move DB to secrets, as the secret DB of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
          result: {
            ...container([], {
              secrets: [open('secretsmanager:<REGION>:<ACCOUNT_ID>:secret:DB-<SUFFIX>', 'DB')],
            }),
            executionRoleArn: 'arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole',
          },
        },
        { title: 'Remove DB from environment', result: container([]) },
      ],
    },
    {
      name: 'a name, in a task that says where it runs and has secrets',
      text: `{ "family": "web", "executionRoleArn": "${ROLE}", "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/a" }], "environment": [{ "name": "DB_PASSWORD", "value": «"hunter2"» }] }] }`,
      message: named('DB_PASSWORD'),
      severity: 'info',
      pointer,
      fixes: [
        {
          title: 'Move DB_PASSWORD to secrets, as the parameter /web/DB_PASSWORD of Parameter Store',
          result: {
            family: 'web',
            executionRoleArn: ROLE,
            ...container([], {
              secrets: [
                open('ssm:eu-west-1:123456789012:parameter/a', 'A'),
                open('ssm:eu-west-1:123456789012:parameter/web/DB_PASSWORD', 'DB_PASSWORD'),
              ],
            }),
          },
        },
        {
          title:
            'Move DB_PASSWORD to secrets, as the secret web/DB_PASSWORD of Secrets Manager (fill in <SUFFIX>)',
          result: {
            family: 'web',
            executionRoleArn: ROLE,
            ...container([], {
              secrets: [
                open('ssm:eu-west-1:123456789012:parameter/a', 'A'),
                open('secretsmanager:eu-west-1:123456789012:secret:web/DB_PASSWORD-<SUFFIX>', 'DB_PASSWORD'),
              ],
            }),
          },
        },
        { title: 'Remove DB_PASSWORD from environment' },
      ],
    },
    {
      name: 'a name with a long random value',
      text: '{ "containerDefinitions": [{ "name": "web", "environment": [{ "name": "API_KEY", "value": «"wX4t9qLmB7vR2nK8sZ5c"» }] }] }',
      message: named('API_KEY'),
      pointer,
      fixes: titles('API_KEY', 'API_KEY'),
    },
    {
      name: 'a password of little use elsewhere',
      text: '{ "containerDefinitions": [{ "name": "web", "environment": [{ "name": "DB", "value": «"redis://:wX4t9qLm@localhost"» }] }] }',
      message: shape('DB', 'a URL with a password'),
      severity: 'info',
      pointer,
      fixes: titles('DB', 'DB'),
    },
    {
      name: 'a password beside what a template leaves open',
      text: '{ "containerDefinitions": [{ "name": "web", "environment": [{ "name": "DB", "value": «"redis://:wX4t9qLm@${HOST}"» }] }] }',
      message: shape('DB', 'a URL with a password'),
      pointer,
      fixes: titles('DB', 'DB'),
    },
    {
      name: 'keys of AWS',
      text: `{ "executionRoleArn": "exec", "containerDefinitions": [{ "name": "web", "environment": [{ "name": "AWS_ACCESS_KEY_ID", "value": «"${KEY}"» }, { "name": "AWS_SECRET_ACCESS_KEY", "value": «"test"» }] }] }`,
      message: keys('AWS_ACCESS_KEY_ID'),
      pointer,
      fixes: [
        {
          title: 'Remove AWS_ACCESS_KEY_ID from environment',
          result: { executionRoleArn: 'exec', ...variable('AWS_SECRET_ACCESS_KEY', 'test') },
        },
        ...titles('AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY_ID').slice(0, 2),
      ],
      more: [
        {
          message: keys('AWS_SECRET_ACCESS_KEY'),
          severity: 'info',
          pointer: '/containerDefinitions/0/environment/1/value',
          fixes: [
            { title: 'Remove AWS_SECRET_ACCESS_KEY from environment' },
            ...titles('AWS_SECRET_ACCESS_KEY', 'AWS_SECRET_ACCESS_KEY').slice(0, 2),
          ],
        },
      ],
    },
    {
      name: 'a name that stands twice, an empty role, secrets of null and a name that no parameter has',
      text: '{ "executionRoleArn": "", "containerDefinitions": [{ "name": "web", "secrets": null, "environment": [{ "name": "my password", "value": «"hunter2"» }, { "name": "my password", "value": "" }] }] }',
      message: named('my password'),
      severity: 'info',
      pointer,
      fixes: [
        {
          title:
            'Move my password to secrets, as the parameter /my_password of Parameter Store (fill in <REGION> and <ACCOUNT_ID>)',
          result: {
            executionRoleArn: 'arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole',
            ...container([], {
              secrets: [open('ssm:<REGION>:<ACCOUNT_ID>:parameter/my_password', 'my password')],
            }),
          },
        },
        {
          title:
            'Move my password to secrets, as the secret my_password of Secrets Manager (fill in <REGION>, <ACCOUNT_ID> and <SUFFIX>)',
        },
        {
          title: 'Remove my password from environment',
          result: { executionRoleArn: '', ...container([], { secrets: null }) },
        },
      ],
    },
    {
      name: 'a bare list of containers, with secrets left open',
      text: '[{ "name": "web", "image": "nginx", "secrets": "${SECRETS}", "environment": [{ "name": "DB_PASSWORD", "value": «"hunter2"» }] }]',
      message: named('DB_PASSWORD'),
      severity: 'info',
      pointer: '/0/environment/0/value',
      fixes: [
        {
          title: 'Remove DB_PASSWORD from environment',
          result: [{ name: 'web', image: 'nginx', secrets: '${SECRETS}', environment: [] }],
        },
      ],
    },
  ],
  right: [
    { name: 'nothing that is a credential', document: variable('DB_HOST', 'db.example.com') },
    { name: 'a value left open', document: variable('DB_PASSWORD', '${DB_PASSWORD}') },
    { name: 'a password left open', document: variable('DB', 'postgres://app:${PASSWORD}@db/app') },
    {
      name: 'a reference',
      document: variable('DB_PASSWORD', 'arn:aws:ssm:eu-west-1:123456789012:parameter/db'),
    },
    { name: 'a name left open', document: variable('${NAME}', URL) },
    { name: 'no value', document: container([{ name: 'DB_PASSWORD' }]) },
    {
      name: 'a number, which the schema reports',
      document: container([{ name: 'DB_PASSWORD', value: 12345678 }]),
    },
    {
      name: 'the same in secrets, which is refused',
      document: container([{ name: 'DB_PASSWORD', value: 'hunter2' }], {
        secrets: [{ name: 'DB_PASSWORD', valueFrom: 'db-password' }],
      }),
    },
  ],
});

it('never repeats a value', () => {
  for (const value of ['hunter2-is-long', URL, 'wX4t9qLmB7vR2nK8sZ5c', KEY]) {
    const text = JSON.stringify(variable('DB_PASSWORD', value));
    const { definition } = new Analysis(text, 'task-definition.json');
    if (!definition) throw new Error('not a task definition');
    const found = runRules([rule], definition, DEFAULT_SETTINGS, text.length, () => {});
    expect(found).toHaveLength(1);
    const said = JSON.stringify(found);
    for (let i = 0; i + 6 <= value.length; i++) expect(said).not.toContain(value.slice(i, i + 6));
  }
});
