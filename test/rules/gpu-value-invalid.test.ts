import rule from '../../server/src/core/rules/gpu-value-invalid';
import { testRule } from '../support/rule-tester';

const needs = (requirement: unknown, task = {}) => ({
  ...task,
  containerDefinitions: [{ name: 'web', resourceRequirements: [requirement] }],
});

const message = (value: string) =>
  `"${value}" is no number of GPUs. Write a whole number such as "1", or "ALL"; G6f instances have "0.125", "0.25" and "0.5" too.`;

testRule(rule, {
  wrong: [
    {
      name: 'a part that no instance has',
      text: '{ "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": "GPU", "value": «"0.3"» }] }] }',
      message: message('0.3'),
      pointer: '/containerDefinitions/0/resourceRequirements/0/value',
      fixes: [{ title: 'Change value to "0.5"', result: needs({ type: 'GPU', value: '0.5' }) }],
    },
    {
      name: 'more than half',
      text: '{ "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": "GPU", "value": «"1.0"» }] }] }',
      message: message('1.0'),
      pointer: '/containerDefinitions/0/resourceRequirements/0/value',
      fixes: [{ title: 'Change value to "1"', result: needs({ type: 'GPU', value: '1' }) }],
    },
    {
      name: 'small letters',
      text: '[{ "name": "web", "image": "a", "resourceRequirements": [{ "type": "GPU", "value": «"all"» }] }]',
      message: message('all'),
      pointer: '/0/resourceRequirements/0/value',
      fixes: [{ title: 'Change value to "ALL"' }],
    },
    {
      name: 'a word',
      text: '[{ "name": "web", "image": "a", "resourceRequirements": [{ "type": "GPU", "value": «"two"» }] }]',
      message: message('two'),
      pointer: '/0/resourceRequirements/0/value',
    },
  ],
  right: [
    ...['1', '16', 'ALL', '0.125', '0.25', '0.5', '${GPUS}'].map((value) => ({
      name: value,
      document: needs({ type: 'GPU', value }),
    })),
    { name: 'another type', document: needs({ type: 'InferenceAccelerator', value: 'device1' }) },
    {
      name: 'Fargate, which has no GPUs',
      document: needs({ type: 'GPU', value: '0.3' }, { requiresCompatibilities: ['FARGATE'] }),
    },
  ],
});
