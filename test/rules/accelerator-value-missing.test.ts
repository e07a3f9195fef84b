import rule from '../../server/src/core/rules/accelerator-value-missing';
import { testRule } from '../support/rule-tester';

const needs = (requirement: unknown, task = {}) => ({
  ...task,
  containerDefinitions: [{ name: 'web', resourceRequirements: [requirement] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a GPU',
      text: '{ "containerDefinitions": [{ "name": "web", "resourceRequirements": [«{» "type": "GPU" }] }] }',
      message: 'How many GPUs is not said. Add value, such as "1", or sharingStrategy.',
      pointer: '/containerDefinitions/0/resourceRequirements/0',
      fixes: [{ title: 'Add value "1"', result: needs({ type: 'GPU', value: '1' }) }],
    },
    {
      name: 'a Neuron device',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "containerDefinitions": [{ "name": "web", "resourceRequirements": [«{» "type": "NeuronDevice" }] }] }',
      message: 'NeuronDevice needs the value "ALL". Add it.',
      pointer: '/containerDefinitions/0/resourceRequirements/0',
      fixes: [
        {
          title: 'Add value "ALL"',
          safe: true,
          result: needs(
            { type: 'NeuronDevice', value: 'ALL' },
            { requiresCompatibilities: ['MANAGED_INSTANCES'] },
          ),
        },
      ],
    },
  ],
  right: [
    { name: 'a value', document: needs({ type: 'GPU', value: '1' }) },
    { name: 'a strategy', document: needs({ type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 1 } } }) },
    { name: 'null, which the schema reports', document: needs({ type: 'GPU', value: null }) },
    { name: 'a value under a wrong key', document: needs({ type: 'GPU', Value: '1' }) },
    { name: 'a type left open', document: needs({ type: '${TYPE}' }) },
    {
      name: 'Fargate, which has no GPUs',
      document: needs({ type: 'GPU' }, { requiresCompatibilities: ['FARGATE'] }),
    },
  ],
});
