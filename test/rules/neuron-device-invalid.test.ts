import rule from '../../server/src/core/rules/neuron-device-invalid';
import { testRule } from '../support/rule-tester';

const needs = (requirement: unknown, task = {}) => ({
  ...task,
  containerDefinitions: [{ name: 'web', resourceRequirements: [requirement] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'EC2',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES", "EC2"], "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": «"NeuronDevice"», "value": "1" }] }] }',
      message:
        'NeuronDevice is for MANAGED_INSTANCES only, and the task requires EC2. On EC2 give the container /dev/neuron0 in linuxParameters.devices.',
      pointer: '/containerDefinitions/0/resourceRequirements/0',
      fixes: [
        {
          title: 'Remove the requirement NeuronDevice',
          result: {
            requiresCompatibilities: ['MANAGED_INSTANCES', 'EC2'],
            containerDefinitions: [{ name: 'web', resourceRequirements: [] }],
          },
        },
      ],
    },
    {
      name: 'a number',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": "NeuronDevice", "value": «"1"» }] }] }',
      message: 'The value of NeuronDevice can only be "ALL", not "1".',
      pointer: '/containerDefinitions/0/resourceRequirements/0/value',
      fixes: [
        {
          title: 'Change value to "ALL"',
          result: needs(
            { type: 'NeuronDevice', value: 'ALL' },
            { requiresCompatibilities: ['MANAGED_INSTANCES'] },
          ),
        },
      ],
    },
    {
      name: 'small letters',
      text: '[{ "name": "web", "image": "a", "resourceRequirements": [{ "type": "NeuronDevice", "value": «"all"» }] }]',
      message: 'The value of NeuronDevice can only be "ALL", not "all".',
      pointer: '/0/resourceRequirements/0/value',
      severity: 'warning',
      fixes: [{ title: 'Change value to "ALL"', safe: true }],
    },
    {
      name: 'two containers',
      text: '[{ "name": "web", "image": "a", "resourceRequirements": [{ "type": "NeuronDevice", "value": "ALL" }] }, { "name": "side", "image": "a", "resourceRequirements": [{ "type": «"NeuronDevice"», "value": "ALL" }] }]',
      message:
        'Only one container of a task can ask for NeuronDevice, and "web" does already. Remove it here.',
      pointer: '/1/resourceRequirements/0',
      fixes: [{ title: 'Remove the requirement NeuronDevice' }],
    },
  ],
  right: [
    {
      name: 'all',
      document: needs(
        { type: 'NeuronDevice', value: 'ALL' },
        { requiresCompatibilities: ['MANAGED_INSTANCES'] },
      ),
    },
    { name: 'no launch type', document: needs({ type: 'NeuronDevice', value: 'ALL' }) },
    { name: 'a value left open', document: needs({ type: 'NeuronDevice', value: '${VALUE}' }) },
    { name: 'a GPU', document: needs({ type: 'GPU', value: '1' }, { requiresCompatibilities: ['EC2'] }) },
    {
      name: 'Fargate, which has no devices',
      document: needs({ type: 'NeuronDevice', value: '1' }, { requiresCompatibilities: ['EC2', 'FARGATE'] }),
    },
  ],
});
