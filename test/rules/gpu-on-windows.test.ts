import rule from '../../server/src/core/rules/gpu-on-windows';
import { testRule } from '../support/rule-tester';

const needs = (requirement: unknown, task = {}) => ({
  ...task,
  containerDefinitions: [{ name: 'web', resourceRequirements: [requirement] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a GPU',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": «"GPU"», "value": "1" }] }] }',
      message: 'A Windows container cannot have a GPU. Remove the requirement, or run the task on LINUX.',
      pointer: '/containerDefinitions/0/resourceRequirements/0',
      fixes: [
        {
          title: 'Remove the requirement GPU',
          result: {
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
            containerDefinitions: [{ name: 'web', resourceRequirements: [] }],
          },
        },
      ],
    },
  ],
  right: [
    { name: 'Linux', document: needs({ type: 'GPU', value: '1' }) },
    {
      name: 'a family left open',
      document: needs({ type: 'GPU', value: '1' }, { runtimePlatform: { operatingSystemFamily: '${OS}' } }),
    },
    {
      name: 'another type',
      document: needs(
        { type: 'NeuronDevice', value: 'ALL' },
        { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
      ),
    },
    {
      name: 'Fargate, which has no GPUs',
      document: needs(
        { type: 'GPU', value: '1' },
        {
          requiresCompatibilities: ['FARGATE'],
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        },
      ),
    },
  ],
});
