import rule from '../../server/src/core/rules/swappiness-without-swap';
import { testRule } from '../support/rule-tester';

const linux = (linuxParameters: unknown, requiresCompatibilities?: readonly string[]) => ({
  requiresCompatibilities,
  containerDefinitions: [{ name: 'web', linuxParameters }],
});

testRule(rule, {
  wrong: [
    {
      name: 'no maxSwap',
      text: '{ "containerDefinitions": [{ "name": "web", "linuxParameters": { "swappiness": «10» } }] }',
      message: 'Without maxSwap, swappiness is ignored. Add maxSwap in MiB, or remove swappiness.',
      pointer: '/containerDefinitions/0/linuxParameters/swappiness',
      fixes: [{ title: 'Remove swappiness', result: linux({}) }],
    },
    {
      name: 'swap switched off',
      text: '[{ "name": "web", "image": "a", "linuxParameters": { "maxSwap": 0, "swappiness": «60» } }]',
      message:
        'maxSwap 0 switches swap off, so swappiness 60 has no effect. Raise maxSwap, or remove swappiness.',
      pointer: '/0/linuxParameters/swappiness',
      fixes: [{ title: 'Remove swappiness' }],
    },
  ],
  right: [
    { name: 'swap', document: linux({ maxSwap: 512, swappiness: 10 }) },
    { name: 'both 0', document: linux({ maxSwap: 0, swappiness: 0 }) },
    { name: 'a maxSwap left open', document: linux({ maxSwap: '${SWAP}', swappiness: 10 }) },
    { name: 'a maxSwap that is null', document: linux({ maxSwap: null, swappiness: 10 }) },
    { name: 'Fargate, which refuses both', document: linux({ swappiness: 10 }, ['FARGATE']) },
    {
      name: 'Managed Instances, which refuse both',
      document: linux({ swappiness: 10 }, ['MANAGED_INSTANCES']),
    },
    {
      name: 'Windows, which has no Linux parameters',
      document: {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        ...linux({ swappiness: 10 }),
      },
    },
  ],
});
