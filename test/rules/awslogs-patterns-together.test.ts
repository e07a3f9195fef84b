import rule from '../../server/src/core/rules/awslogs-patterns-together';
import { testRule } from '../support/rule-tester';

const logging = (options: unknown, logDriver = 'awslogs') => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver, options } }],
});
const FORMAT = { 'awslogs-datetime-format': '%H' };
const PATTERN = { 'awslogs-multiline-pattern': '^INFO' };

testRule(rule, {
  wrong: [
    {
      name: 'both',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-datetime-format": "%H", "awslogs-multiline-pattern": «"^INFO"» } } }] }',
      message:
        'awslogs-datetime-format and awslogs-multiline-pattern exclude each other: both say where a message begins. Remove one of them.',
      pointer: '/containerDefinitions/0/logConfiguration/options/awslogs-multiline-pattern',
      related: ['awslogs-datetime-format is set here.'],
      fixes: [
        { title: 'Remove awslogs-multiline-pattern', result: logging(FORMAT) },
        { title: 'Remove awslogs-datetime-format', result: logging(PATTERN) },
      ],
    },
  ],
  right: [
    { name: 'a format', document: logging(FORMAT) },
    { name: 'a pattern', document: logging(PATTERN) },
    { name: 'a format of null', document: logging({ ...PATTERN, 'awslogs-datetime-format': null }) },
    { name: 'another driver', document: logging({ ...FORMAT, ...PATTERN }, 'awsfirelens') },
  ],
});
