import rule from '../../server/src/core/rules/awslogs-create-group';
import { testRule } from '../support/rule-tester';

const creating = (value: unknown, logDriver = 'awslogs') => ({
  containerDefinitions: [
    { name: 'web', logConfiguration: { logDriver, options: { 'awslogs-create-group': value } } },
  ],
});
const pointer = '/containerDefinitions/0/logConfiguration/options/awslogs-create-group';

testRule(rule, {
  wrong: [
    {
      name: 'false',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "a", "awslogs-create-group": «"false"» } } }] }',
      message:
        'awslogs-create-group accepts only "true"; to leave it off, remove the option instead of writing "false".',
      pointer,
      fixes: [
        {
          title: 'Remove awslogs-create-group',
          safe: true,
          result: {
            containerDefinitions: [
              { name: 'web', logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'a' } } },
            ],
          },
        },
      ],
    },
    {
      name: 'another word',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-create-group": «"yes"» } } }] }',
      message: 'awslogs-create-group accepts only "true", not "yes". Write "true", or remove the option.',
      pointer,
      fixes: [
        { title: 'Remove awslogs-create-group' },
        { title: 'Change awslogs-create-group to "true"', result: creating('true') },
      ],
    },
  ],
  right: [
    { name: 'true', document: creating('true') },
    { name: 'True, as a sample of AWS has it', document: creating('True') },
    { name: 'a value left open', document: creating('${CREATE}') },
    { name: 'a value that is no text, which the schema reports', document: creating(false) },
    { name: 'another driver', document: creating('false', 'splunk') },
  ],
});
