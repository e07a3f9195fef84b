import rule from '../../server/src/core/rules/gpu-sharing-with-value';
import { testRule } from '../support/rule-tester';

const sharingStrategy = { nvidiaMps: { memory: 4096 } };
const needs = (requirement: unknown, task = {}) => ({
  ...task,
  containerDefinitions: [{ name: 'web', resourceRequirements: [requirement] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'both',
      text: '{ "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": "GPU", "value": "1", «"sharingStrategy"»: { "nvidiaMps": { "memory": 4096 } } }] }] }',
      message: 'A GPU is reserved with value or shared with sharingStrategy, not both. Remove one of them.',
      pointer: '/containerDefinitions/0/resourceRequirements/0/sharingStrategy',
      fixes: [
        { title: 'Remove sharingStrategy', result: needs({ type: 'GPU', value: '1' }) },
        { title: 'Remove value', result: needs({ type: 'GPU', sharingStrategy }) },
      ],
    },
  ],
  right: [
    { name: 'a value', document: needs({ type: 'GPU', value: '1' }) },
    { name: 'a strategy', document: needs({ type: 'GPU', sharingStrategy }) },
    {
      name: 'another type, which is a finding of its own',
      document: needs({ type: 'NeuronDevice', value: 'ALL', sharingStrategy }),
    },
    {
      name: 'EXTERNAL, which is a finding of its own',
      document: needs(
        { type: 'GPU', value: '1', sharingStrategy },
        { requiresCompatibilities: ['EXTERNAL'] },
      ),
    },
    {
      name: 'Fargate, which has no GPUs',
      document: needs({ type: 'GPU', value: '1', sharingStrategy }, { requiresCompatibilities: ['FARGATE'] }),
    },
  ],
});
