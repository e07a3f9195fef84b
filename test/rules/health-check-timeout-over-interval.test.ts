import rule from '../../server/src/core/rules/health-check-timeout-over-interval';
import { testRule } from '../support/rule-tester';

const check = (healthCheck: unknown) => ({ containerDefinitions: [{ name: 'web', healthCheck }] });

testRule(rule, {
  wrong: [
    {
      name: 'longer',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "interval": 10, "timeout": «30» } }] }',
      message: 'A check may take 30 seconds, and one is due every 10. Keep timeout below interval.',
      pointer: '/containerDefinitions/0/healthCheck/timeout',
      fixes: [
        { title: 'Set timeout to 5', result: check({ interval: 10, timeout: 5 }) },
        { title: 'Set interval to 60', result: check({ interval: 60, timeout: 30 }) },
      ],
    },
    {
      name: 'as long as the interval that is not said',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "timeout": «30» } }] }',
      message: 'A check may take 30 seconds, and one is due every 30. Keep timeout below interval.',
      pointer: '/containerDefinitions/0/healthCheck/timeout',
      fixes: [
        { title: 'Set timeout to 5', result: check({ timeout: 5 }) },
        { title: 'Set interval to 60', result: check({ timeout: 30, interval: 60 }) },
      ],
    },
    {
      name: 'an interval as short as the timeout that is not said',
      text: '[{ "name": "web", "image": "a", "healthCheck": { "command": ["CMD", "a"], "interval": «5» } }]',
      message: 'A check may take 5 seconds, and one is due every 5. Keep timeout below interval.',
      pointer: '/0/healthCheck/interval',
      fixes: [{ title: 'Set timeout to 4' }, { title: 'Set interval to 10' }],
    },
  ],
  right: [
    { name: 'shorter', document: check({ interval: 10, timeout: 9 }) },
    { name: 'neither said', document: check({}) },
    { name: 'an interval left open', document: check({ interval: '${INTERVAL}', timeout: 60 }) },
    { name: 'null, which the schema reports', document: check({ interval: null, timeout: 60 }) },
    { name: 'an interval that is refused', document: check({ interval: 4, timeout: 5 }) },
    { name: 'a timeout that is refused', document: check({ interval: 30, timeout: 61 }) },
  ],
});
