import rule from '../../server/src/core/rules/managed-instances-timeout';
import { testRule } from '../support/rule-tester';

const timeouts = (requiresCompatibilities: readonly string[], startTimeout: number, stopTimeout: number) => ({
  requiresCompatibilities,
  containerDefinitions: [{ name: 'web', startTimeout, stopTimeout }],
});

testRule(rule, {
  wrong: [
    {
      name: 'both',
      text: '{ "requiresCompatibilities": ["EC2", "MANAGED_INSTANCES"], "containerDefinitions": [{ "name": "web", "startTimeout": «601», "stopTimeout": «86401» }] }',
      message: 'On Managed Instances startTimeout is at most 600 seconds, not 601. Change it to 600 or less.',
      pointer: '/containerDefinitions/0/startTimeout',
      fixes: [
        { title: 'Change startTimeout to 600', result: timeouts(['EC2', 'MANAGED_INSTANCES'], 600, 86401) },
      ],
      more: [
        {
          message:
            'On Managed Instances stopTimeout is at most 86400 seconds, not 86401. Change it to 86400 or less.',
          pointer: '/containerDefinitions/0/stopTimeout',
          fixes: [
            {
              title: 'Change stopTimeout to 86400',
              result: timeouts(['EC2', 'MANAGED_INSTANCES'], 601, 86400),
            },
          ],
        },
      ],
    },
  ],
  right: [
    { name: 'the longest', document: timeouts(['MANAGED_INSTANCES'], 600, 86400) },
    { name: 'EC2', document: timeouts(['EC2'], 15000, 100000) },
    {
      name: 'Fargate too, which has rules of its own',
      document: timeouts(['MANAGED_INSTANCES', 'FARGATE'], 700, 100000),
    },
    { name: 'a bare list', document: [{ name: 'web', image: 'a', startTimeout: 601 }] },
  ],
});
