import rule from '../../server/src/core/rules/awslogs-option-unknown';
import { testRule } from '../support/rule-tester';

const KNOWN =
  'awslogs-group, awslogs-region, awslogs-stream-prefix, awslogs-create-group, awslogs-datetime-format, awslogs-multiline-pattern, mode, max-buffer-size';
const logging = (options: object, logDriver = 'awslogs') => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver, options } }],
});
const pointer = (option: string) => `/containerDefinitions/0/logConfiguration/options/${option}`;

testRule(rule, {
  wrong: [
    {
      name: 'an option of another driver',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "a", «"log_key"»: "log" } } }] }',
      message: `The log driver awslogs has no option "log_key", and AWS refuses unknown ones. Remove it, or use one of ${KNOWN}.`,
      pointer: pointer('log_key'),
      fixes: [{ title: 'Remove log_key', result: logging({ 'awslogs-group': 'a' }) }],
    },
    {
      name: 'a misspelt option, and one in other capitals',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { «"awslogs-gruop"»: "a", «"Awslogs-Region"»: "eu-west-1" } } }] }',
      message:
        'The log driver awslogs has no option "awslogs-gruop", and AWS refuses unknown ones. Did you mean "awslogs-group"?',
      pointer: pointer('awslogs-gruop'),
      fixes: [
        {
          title: 'Rename awslogs-gruop to awslogs-group',
          result: logging({ 'awslogs-group': 'a', 'Awslogs-Region': 'eu-west-1' }),
        },
      ],
      more: [
        {
          message:
            'The log driver awslogs has no option "Awslogs-Region", and AWS refuses unknown ones. Did you mean "awslogs-region"?',
          pointer: pointer('Awslogs-Region'),
          fixes: [{ title: 'Rename Awslogs-Region to awslogs-region', safe: true }],
        },
      ],
    },
    {
      name: 'options without the name of the driver',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { «"group"»: "a", «"logGroup"»: "b" } } }] }',
      message:
        'The log driver awslogs has no option "group", and AWS refuses unknown ones. Did you mean "awslogs-group"?',
      pointer: pointer('group'),
      fixes: [
        { title: 'Rename group to awslogs-group', result: logging({ 'awslogs-group': 'a', logGroup: 'b' }) },
      ],
      more: [
        {
          message: `The log driver awslogs has no option "logGroup", and AWS refuses unknown ones. Remove it, or use one of ${KNOWN}.`,
          pointer: pointer('logGroup'),
          fixes: [{ title: 'Remove logGroup' }],
        },
      ],
    },
    {
      name: 'a misspelt option beside the right one',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "a", «"awslogs-groups"»: "a" } } }] }',
      message: `The log driver awslogs has no option "awslogs-groups", and AWS refuses unknown ones. Remove it, or use one of ${KNOWN}.`,
      pointer: pointer('awslogs-groups'),
      fixes: [{ title: 'Remove awslogs-groups' }],
    },
  ],
  right: [
    {
      name: 'every option there is',
      document: logging(Object.fromEntries(KNOWN.split(', ').map((option) => [option, 'x']))),
    },
    { name: 'a value that is no text, which the schema reports', document: logging({ secretOptions: [] }) },
    { name: 'a key left open', document: logging({ '${KEY}': 'x' }) },
    { name: 'another driver', document: logging({ log_key: 'log' }, 'awsfirelens') },
  ],
});
