import rule from '../../server/src/core/rules/max-swap-negative';
import { testRule } from '../support/rule-tester';

const swap = (maxSwap: unknown, task = {}) => ({
  ...task,
  containerDefinitions: [{ name: 'web', linuxParameters: { maxSwap } }],
});

testRule(rule, {
  wrong: [
    {
      name: "Docker's sign for all there is",
      text: '{ "containerDefinitions": [{ "name": "web", "linuxParameters": { "maxSwap": «-1» } }] }',
      message:
        'maxSwap is an amount in MiB, and -1 is none. Write 0 for no swap, or leave maxSwap out for what the instance sets.',
      pointer: '/containerDefinitions/0/linuxParameters/maxSwap',
      fixes: [
        { title: 'Change maxSwap to 0', result: swap(0) },
        {
          title: 'Remove maxSwap',
          result: { containerDefinitions: [{ name: 'web', linuxParameters: {} }] },
        },
      ],
    },
  ],
  right: [
    { name: 'none', document: swap(0) },
    { name: 'some', document: swap(512) },
    { name: 'left open', document: swap('${SWAP}') },
    {
      name: 'Fargate, which takes no swap at all',
      document: swap(-1, { requiresCompatibilities: ['FARGATE'] }),
    },
    {
      name: 'Windows, which has other members',
      document: swap(-1, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
  ],
});
