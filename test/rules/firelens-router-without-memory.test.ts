import rule from '../../server/src/core/rules/firelens-router-without-memory';
import { testRule } from '../support/rule-tester';

const firelensConfiguration = { type: 'fluentbit' };
const task = (router: object, more: object = { memory: '512' }) => ({
  ...more,
  containerDefinitions: [{ name: 'log', firelensConfiguration, ...router }],
});

testRule(rule, {
  wrong: [
    {
      name: 'memory for the task only',
      text: '{ "memory": "512", "containerDefinitions": [{ "name": «"log"», "firelensConfiguration": { "type": "fluentbit" } }] }',
      message:
        'The log router "log" has no memory of its own. Reserve some for it; the samples of AWS begin with 50 MiB.',
      pointer: '/containerDefinitions/0',
      fixes: [{ title: 'Add "memoryReservation": 50', result: task({ memoryReservation: 50 }) }],
    },
  ],
  right: [
    { name: 'a reservation', document: task({ memoryReservation: 50 }) },
    { name: 'a limit', document: task({ memory: 64 }) },
    { name: 'a limit left open', document: task({ memory: '${MEMORY}' }) },
    { name: 'no memory at all, which another rule reports', document: task({}, {}) },
    { name: 'no router', document: { memory: '512', containerDefinitions: [{ name: 'web' }] } },
  ],
});
