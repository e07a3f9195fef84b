import rule from '../../server/src/core/rules/secret-arn-invalid';
import { testRule } from '../support/rule-tester';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';
const PARAMETER = 'arn:aws:ssm:eu-west-1:123456789012:parameter';
const wrong = (valueFrom: string) =>
  `{ "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": «"${valueFrom}"» }] }] }`;
const right = (valueFrom: string) => ({
  containerDefinitions: [{ name: 'web', secrets: [{ name: 'A', valueFrom }] }],
});
const pointer = '/containerDefinitions/0/secrets/0/valueFrom';
const selectors = (count: number) =>
  `Behind the name of the secret come JSON key, version stage and version id, three parts even where they are empty; here it is ${count}.`;

testRule(rule, {
  wrong: [
    {
      name: 'too few parts',
      text: wrong('arn:aws:secretsmanager:secret:db'),
      message:
        '"arn:aws:secretsmanager:secret:db" begins like an ARN and is too short for one: partition, service, Region, account and resource follow "arn:". Write the whole ARN of the secret or parameter.',
      pointer,
    },
    {
      name: 'another service, in secretOptions of a bare list',
      text: '[{ "name": "web", "image": "web", "logConfiguration": { "logDriver": "splunk", "secretOptions": [{ "name": "splunk-token", "valueFrom": «"arn:aws:s3:::bucket/token"» }] } }]',
      message:
        'valueFrom is the ARN of something in "s3", but ECS reads secrets only from "secretsmanager" and "ssm". Write the ARN of a secret or of a parameter.',
      pointer: '/0/logConfiguration/secretOptions/0/valueFrom',
    },
    {
      name: 'stage and id',
      text: wrong(`${SECRET}:user:AWSCURRENT:0b1c`),
      message:
        'The version stage "AWSCURRENT" and the version id "0b1c" exclude each other. Keep one, and leave the other empty with its colon.',
      pointer,
      fixes: [
        { title: 'Keep the version stage "AWSCURRENT"', result: right(`${SECRET}:user:AWSCURRENT:`) },
        { title: 'Keep the version id "0b1c"', result: right(`${SECRET}:user::0b1c`) },
      ],
    },
    {
      name: 'a JSON key without its colons',
      text: wrong(`${SECRET}:user`),
      message: selectors(1),
      severity: 'warning',
      pointer,
      fixes: [{ title: 'Write ":user::" behind the name', safe: true, result: right(`${SECRET}:user::`) }],
    },
    {
      name: 'a version stage and one colon too few',
      text: wrong(`${SECRET}::AWSPREVIOUS`),
      message: selectors(2),
      severity: 'warning',
      pointer,
      fixes: [
        {
          title: 'Write "::AWSPREVIOUS:" behind the name',
          safe: true,
          result: right(`${SECRET}::AWSPREVIOUS:`),
        },
      ],
    },
    {
      name: 'a colon too many',
      text: wrong(`${SECRET}:user:::`),
      message: selectors(4),
      severity: 'warning',
      pointer,
    },
    {
      name: 'a parameter with a JSON key',
      text: wrong(`${PARAMETER}/db:user::`),
      message:
        'Only secrets in Secrets Manager have JSON keys and versions here; behind the parameter "db" nothing may follow. Remove ":user::".',
      severity: 'warning',
      pointer,
      fixes: [{ title: 'Remove ":user::"', result: right(`${PARAMETER}/db`) }],
    },
    {
      name: 'a parameter with a space',
      text: wrong(`${PARAMETER}/db user`),
      message: 'The parameter name "db user" may not contain " ". It has letters, digits and . _ - / only.',
      pointer,
    },
  ],
  right: [
    { name: 'a whole secret', document: right(SECRET) },
    { name: 'a JSON key', document: right(`${SECRET}:user::`) },
    { name: 'a version stage', document: right(`${SECRET}::AWSPREVIOUS:`) },
    { name: 'a version id', document: right(`${SECRET}:::0b1c`) },
    { name: 'three empty parts', document: right(`${SECRET}:::`) },
    { name: 'a name with slashes', document: right(SECRET.replace('db-', '/prod/db+x=1@a.b-')) },
    { name: 'words to fill in', document: right('arn:aws:secretsmanager:REGION:ACCOUNT_ID:secret:db-xxxxx') },
    { name: 'another partition', document: right('arn:aws-cn:ssm:cn-north-1:123456789012:parameter/db') },
    { name: 'a parameter', document: right(`${PARAMETER}/prod/db.user_1-a`) },
    { name: 'the name of a parameter', document: right('/prod/db') },
    { name: 'a part left open', document: right(`${SECRET}:user:AWSCURRENT:\${ID}`) },
    { name: 'no text', document: { containerDefinitions: [{ name: 'web', secrets: [{ name: 'A' }] }] } },
  ],
});
