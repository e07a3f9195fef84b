import rule from '../../server/src/core/rules/restart-policy-disabled';
import { testRule } from '../support/rule-tester';

const policy = (restartPolicy: unknown) => ({ containerDefinitions: [{ name: 'web', restartPolicy }] });

testRule(rule, {
  wrong: [
    {
      name: 'both details',
      text: '{ "containerDefinitions": [{ "name": "web", "restartPolicy": { "enabled": false, "restartAttemptPeriod": 180, «"ignoredExitCodes"»: [0] } }] }',
      message:
        'With enabled false the restart policy does nothing, whatever ignoredExitCodes or restartAttemptPeriod says. Change enabled to true, or remove the rest.',
      pointer: '/containerDefinitions/0/restartPolicy/ignoredExitCodes',
      fixes: [
        {
          title: 'Change enabled to true',
          result: policy({ enabled: true, restartAttemptPeriod: 180, ignoredExitCodes: [0] }),
        },
        { title: 'Remove ignoredExitCodes and restartAttemptPeriod', result: policy({ enabled: false }) },
      ],
    },
    {
      name: 'the period alone',
      text: '[{ "name": "web", "image": "a", "restartPolicy": { "enabled": false, "restartAttemptPeriod": «180» } }]',
      message:
        'With enabled false the restart policy does nothing, whatever restartAttemptPeriod says. Change enabled to true, or remove the rest.',
      pointer: '/0/restartPolicy/restartAttemptPeriod',
      fixes: [{ title: 'Change enabled to true' }, { title: 'Remove restartAttemptPeriod' }],
    },
  ],
  right: [
    { name: 'switched on', document: policy({ enabled: true, restartAttemptPeriod: 180 }) },
    { name: 'no details', document: policy({ enabled: false }) },
    { name: 'a switch left open', document: policy({ enabled: '${ON}', restartAttemptPeriod: 180 }) },
    { name: 'no switch, which the schema reports', document: policy({ restartAttemptPeriod: 180 }) },
    { name: 'null', document: policy({ enabled: false, restartAttemptPeriod: null }) },
  ],
});
