import rule from '../../server/src/core/rules/gpu-sharing-not-supported';
import { testRule } from '../support/rule-tester';

const sharingStrategy = { nvidiaMps: { memory: 4096 } };
const needs = (requirement: unknown, task = {}) => ({
  ...task,
  containerDefinitions: [{ name: 'web', resourceRequirements: [requirement] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a Neuron device',
      text: '{ "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": "NeuronDevice", «"sharingStrategy"»: { "nvidiaMps": { "memory": 4096 } } }] }] }',
      message: 'Only a GPU can be shared, not NeuronDevice. Remove sharingStrategy.',
      pointer: '/containerDefinitions/0/resourceRequirements/0/sharingStrategy',
      fixes: [
        {
          title: 'Change sharingStrategy to value "ALL"',
          result: needs({ type: 'NeuronDevice', value: 'ALL' }),
        },
      ],
    },
    {
      name: 'a Neuron device with a value',
      text: '{ "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": "NeuronDevice", "value": "ALL", «"sharingStrategy"»: { "nvidiaMps": { "memory": 4096 } } }] }] }',
      message: 'Only a GPU can be shared, not NeuronDevice. Remove sharingStrategy.',
      pointer: '/containerDefinitions/0/resourceRequirements/0/sharingStrategy',
      fixes: [{ title: 'Remove sharingStrategy', result: needs({ type: 'NeuronDevice', value: 'ALL' }) }],
    },
    {
      name: 'external instances',
      text: '{ "requiresCompatibilities": ["EXTERNAL"], "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": "GPU", «"sharingStrategy"»: { "nvidiaMps": { "memory": 4096 } } }] }] }',
      message:
        'The launch type EXTERNAL does not support sharingStrategy. Ask for whole GPUs with value instead.',
      pointer: '/containerDefinitions/0/resourceRequirements/0/sharingStrategy',
      fixes: [
        {
          title: 'Change sharingStrategy to value "1"',
          result: needs({ type: 'GPU', value: '1' }, { requiresCompatibilities: ['EXTERNAL'] }),
        },
      ],
    },
  ],
  right: [
    { name: 'a GPU', document: needs({ type: 'GPU', sharingStrategy }) },
    { name: 'a type left open', document: needs({ type: '${TYPE}', sharingStrategy }) },
    { name: 'null', document: needs({ type: 'NeuronDevice', value: 'ALL', sharingStrategy: null }) },
  ],
});
