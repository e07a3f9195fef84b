import rule from '../../server/src/core/rules/log-buffer-while-blocking';
import { testRule } from '../support/rule-tester';

const logging = (options: unknown, logDriver = 'awslogs') => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver, options } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a size beside blocking',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "mode": "blocking", "max-buffer-size": «"25m"» } } }] }',
      message:
        'max-buffer-size belongs to mode "non-blocking", and the mode here is "blocking". Change the mode, or remove max-buffer-size.',
      pointer: '/containerDefinitions/0/logConfiguration/options/max-buffer-size',
      related: ['The mode is set here.'],
      fixes: [
        {
          title: 'Change mode to "non-blocking"',
          result: logging({ mode: 'non-blocking', 'max-buffer-size': '25m' }),
        },
        { title: 'Remove max-buffer-size', result: logging({ mode: 'blocking' }) },
      ],
    },
  ],
  right: [
    { name: 'non-blocking', document: logging({ mode: 'non-blocking', 'max-buffer-size': '25m' }) },
    { name: 'no mode: non-blocking by default', document: logging({ 'max-buffer-size': '25m' }) },
    { name: 'a mode left open', document: logging({ mode: '${MODE}', 'max-buffer-size': '25m' }) },
    { name: 'no size', document: logging({ mode: 'blocking' }) },
    {
      name: 'options of the output behind a router',
      document: logging({ mode: 'blocking', 'max-buffer-size': '1m' }, 'awsfirelens'),
    },
  ],
});
