import rule from '../../server/src/core/rules/log-mode-unknown';
import { testRule } from '../support/rule-tester';

const logging = (mode: unknown, logDriver = 'awslogs') => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver, options: { mode } } }],
});
const wrong = (mode: string, driver = 'awslogs') =>
  `{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "${driver}", "options": { "mode": «"${mode}"» } } }] }`;
const pointer = '/containerDefinitions/0/logConfiguration/options/mode';
const message = (mode: string) => `The mode of a log driver is "non-blocking" or "blocking", not "${mode}".`;

testRule(rule, {
  wrong: [
    {
      name: 'no dash',
      text: wrong('NonBlocking'),
      message: message('NonBlocking'),
      pointer,
      fixes: [{ title: 'Change mode to "non-blocking"', safe: true, result: logging('non-blocking') }],
    },
    {
      name: 'another word, for another driver',
      text: wrong('async', 'fluentd'),
      message: message('async'),
      pointer,
      fixes: [
        { title: 'Change mode to "non-blocking"', result: logging('non-blocking', 'fluentd') },
        { title: 'Change mode to "blocking"', result: logging('blocking', 'fluentd') },
      ],
    },
  ],
  right: [
    { name: 'non-blocking', document: logging('non-blocking') },
    { name: 'blocking', document: logging('blocking') },
    { name: 'a mode left open', document: logging('${MODE}') },
    { name: 'an option of the output behind a router', document: logging('fast', 'awsfirelens') },
    { name: 'no options', document: { containerDefinitions: [{ name: 'web', logConfiguration: {} }] } },
  ],
});
