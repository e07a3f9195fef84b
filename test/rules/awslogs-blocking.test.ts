import rule from '../../server/src/core/rules/awslogs-blocking';
import { testRule } from '../support/rule-tester';

const logging = (mode: string, logDriver = 'awslogs') => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver, options: { mode } } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'blocking',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "mode": «"blocking"» } } }] }',
      message:
        'In mode "blocking" container "web" stands still whenever CloudWatch Logs does not take its lines. Change it to "non-blocking", unless a lost line is worse than a pause.',
      pointer: '/containerDefinitions/0/logConfiguration/options/mode',
      fixes: [{ title: 'Change mode to "non-blocking"', result: logging('non-blocking') }],
    },
  ],
  right: [
    { name: 'non-blocking', document: logging('non-blocking') },
    { name: 'a mode left open', document: logging('${MODE}') },
    { name: 'another log driver', document: logging('blocking', 'splunk') },
    {
      name: 'no mode, which the account decides',
      document: {
        containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'awslogs', options: {} } }],
      },
    },
  ],
});
