import rule from '../../server/src/core/rules/awslogs-group-characters';
import { testRule } from '../support/rule-tester';

const wrong = (group: string) =>
  `{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": «"${group}"» } } }] }`;
const right = (group: unknown, logDriver = 'awslogs') => ({
  containerDefinitions: [
    { name: 'web', logConfiguration: { logDriver, options: { 'awslogs-group': group } } },
  ],
});
const pointer = '/containerDefinitions/0/logConfiguration/options/awslogs-group';
const ARN = 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web';
const arn = 'awslogs-group is the name of the log group, not its ARN. Write "/ecs/web".';
const characters = (value: string, character: string) =>
  `The log group name "${value}" may not contain "${character}". It has letters, digits and . _ - / # only.`;
const fixes = (name: string, safe = true) => [
  { title: `Change awslogs-group to "${name}"`, safe, result: right(name) },
];

testRule(rule, {
  wrong: [
    { name: 'an ARN', text: wrong(ARN), message: arn, pointer, fixes: fixes('/ecs/web') },
    {
      name: 'an ARN with its star',
      text: wrong(`${ARN}:*`),
      message: arn,
      pointer,
      fixes: fixes('/ecs/web'),
    },
    {
      name: 'a name with a star',
      text: wrong('web:*'),
      message: characters('web:*', ':'),
      pointer,
      fixes: fixes('web'),
    },
    {
      name: 'spaces',
      text: wrong('my web logs'),
      message: characters('my web logs', ' '),
      pointer,
      fixes: fixes('my-web-logs', false),
    },
    {
      name: 'another ARN',
      text: wrong('arn:aws:s3:::logs'),
      message: characters('arn:aws:s3:::logs', ':'),
      pointer,
      fixes: fixes('arn-aws-s3-logs', false),
    },
  ],
  right: [
    { name: 'every kind of character', document: right('/aws/ecs_web-1.log#A') },
    { name: 'an empty name, which awslogs-options-missing reports', document: right('') },
    { name: 'a name left open', document: right('/ecs/${NAME} x') },
    { name: 'another driver', document: right('a b', 'json-file') },
  ],
});
