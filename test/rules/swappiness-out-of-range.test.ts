import rule from '../../server/src/core/rules/swappiness-out-of-range';
import { testRule } from '../support/rule-tester';

const linux = (linuxParameters: unknown, requiresCompatibilities?: readonly string[]) => ({
  requiresCompatibilities,
  containerDefinitions: [{ name: 'web', linuxParameters }],
});

testRule(rule, {
  wrong: [
    {
      name: 'too high',
      text: '{ "containerDefinitions": [{ "name": "web", "linuxParameters": { "maxSwap": 512, "swappiness": «101» } }] }',
      message: 'swappiness goes from 0 to 100, and 101 lies outside. Change it to 100.',
      pointer: '/containerDefinitions/0/linuxParameters/swappiness',
      fixes: [{ title: 'Change swappiness to 100', result: linux({ maxSwap: 512, swappiness: 100 }) }],
    },
    {
      name: 'below 0',
      text: '[{ "name": "web", "image": "a", "linuxParameters": { "maxSwap": 512, "swappiness": «-1» } }]',
      message: 'swappiness goes from 0 to 100, and -1 lies outside. Change it to 0.',
      pointer: '/0/linuxParameters/swappiness',
      fixes: [{ title: 'Change swappiness to 0' }],
    },
  ],
  right: [
    { name: 'the highest', document: linux({ maxSwap: 512, swappiness: 100 }) },
    { name: 'the lowest', document: linux({ maxSwap: 512, swappiness: 0 }) },
    { name: 'ignored', document: linux({ swappiness: 101 }) },
    { name: 'swap switched off', document: linux({ maxSwap: 0, swappiness: 101 }) },
    { name: 'Fargate, which refuses both', document: linux({ maxSwap: 512, swappiness: 101 }, ['FARGATE']) },
    {
      name: 'Managed Instances, which refuse both',
      document: linux({ maxSwap: 512, swappiness: 101 }, ['MANAGED_INSTANCES']),
    },
    {
      name: 'Windows, which has no Linux parameters',
      document: {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        ...linux({ maxSwap: 512, swappiness: 101 }),
      },
    },
  ],
});
