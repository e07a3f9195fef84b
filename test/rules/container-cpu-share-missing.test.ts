import rule from '../../server/src/core/rules/container-cpu-share-missing';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'left out',
      text: '{ "requiresCompatibilities": ["EC2"], "containerDefinitions": [{ "name": "web", "cpu": 512 }, { "name": «"side"» }] }',
      message:
        'Container "side" has the least CPU share, 2, beside 512 of "web". Give it cpu if it has to answer under load.',
      pointer: '/containerDefinitions/1',
      fixes: [
        {
          title: 'Give it 128 CPU units',
          result: {
            requiresCompatibilities: ['EC2'],
            containerDefinitions: [
              { name: 'web', cpu: 512 },
              { name: 'side', cpu: 128 },
            ],
          },
        },
      ],
    },
    {
      name: '0 and 1, in a task with little cpu left',
      text: '{ "requiresCompatibilities": ["EXTERNAL"], "cpu": "256", "containerDefinitions": [{ "name": "a", "cpu": «0» }, { "name": "b", "cpu": «1» }, { "name": "web", "cpu": 200 }] }',
      message:
        'Container "a" has the least CPU share, 2, beside 200 of "web". Give it cpu if it has to answer under load.',
      pointer: '/containerDefinitions/0/cpu',
      fixes: [{ title: 'Give it 55 CPU units' }],
      more: [
        {
          message:
            'Container "b" has the least CPU share, 2, beside 200 of "web". Give it cpu if it has to answer under load.',
          pointer: '/containerDefinitions/1/cpu',
          fixes: [{ title: 'Give it 55 CPU units' }],
        },
      ],
    },
    {
      name: 'no cpu left',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "cpu": "256", "containerDefinitions": [{ "name": "a", "cpu": «0» }, { "name": "web", "cpu": 256 }] }',
      message:
        'Container "a" has the least CPU share, 2, beside 256 of "web". Give it cpu if it has to answer under load.',
      pointer: '/containerDefinitions/0/cpu',
    },
  ],
  right: [
    {
      name: 'nobody asks for cpu',
      document: {
        requiresCompatibilities: ['EC2'],
        containerDefinitions: [{ name: 'web', cpu: 0 }, { name: 'side' }],
      },
    },
    {
      name: 'a share of 2',
      document: {
        requiresCompatibilities: ['EC2'],
        containerDefinitions: [
          { name: 'web', cpu: 512 },
          { name: 'side', cpu: 2 },
        ],
      },
    },
    {
      name: 'a cpu left open',
      document: {
        requiresCompatibilities: ['EC2'],
        containerDefinitions: [
          { name: 'web', cpu: 512 },
          { name: 'side', cpu: '${CPU}' },
        ],
      },
    },
    {
      name: 'no launch type',
      document: { containerDefinitions: [{ name: 'web', cpu: 512 }, { name: 'side' }] },
    },
    {
      name: 'Fargate',
      document: {
        requiresCompatibilities: ['FARGATE'],
        containerDefinitions: [{ name: 'web', cpu: 512 }, { name: 'side' }],
      },
    },
    {
      name: 'Windows',
      document: {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        containerDefinitions: [{ name: 'web', cpu: 512 }, { name: 'side' }],
      },
    },
  ],
});
