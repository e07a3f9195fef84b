import rule from '../../server/src/core/rules/gpu-kinds-mixed';
import { testRule } from '../support/rule-tester';

const sharingStrategy = { nvidiaMps: { memory: 4096 } };
const gpus = (...requirements: readonly object[]) => ({
  containerDefinitions: requirements.map((requirement, i) => ({
    name: 'abc'.charAt(i),
    resourceRequirements: [{ type: 'GPU', ...requirement }],
  })),
});

testRule(rule, {
  wrong: [
    {
      name: 'one alone, two shared',
      text: '{ "containerDefinitions": [{ "name": "a", "resourceRequirements": [{ "type": "GPU", "value": "2" }] }, { "name": "b", "resourceRequirements": [{ "type": "GPU", «"sharingStrategy"»: { "nvidiaMps": { "memory": 4096 } } }] }, { "name": "c", "resourceRequirements": [{ "type": "GPU", "sharingStrategy": { "nvidiaMps": { "memory": 1 } } }] }] }',
      message:
        'Container "b" asks for a GPU with sharingStrategy, and container "a" with value. All containers of a task have to do it in the same way.',
      pointer: '/containerDefinitions/1/resourceRequirements/0/sharingStrategy',
      related: ['Container "a" asks with value.'],
      fixes: [
        {
          title: 'Give each container a GPU of its own',
          result: gpus({ value: '2' }, { value: '1' }, { value: '1' }),
        },
      ],
    },
    {
      name: 'the other way round',
      text: '{ "containerDefinitions": [{ "name": "a", "resourceRequirements": [{ "type": "GPU", "sharingStrategy": { "nvidiaMps": { "memory": 1 } } }] }, { "name": "b", "resourceRequirements": [{ "type": "GPU", "value": «"2"» }] }] }',
      message:
        'Container "b" asks for a GPU with value, and container "a" with sharingStrategy. All containers of a task have to do it in the same way.',
      pointer: '/containerDefinitions/1/resourceRequirements/0/value',
      fixes: [
        { title: 'Give each container a GPU of its own', result: gpus({ value: '1' }, { value: '2' }) },
      ],
    },
  ],
  right: [
    { name: 'all alone', document: gpus({ value: '1' }, { value: '2' }) },
    { name: 'all shared', document: gpus({ sharingStrategy }, { sharingStrategy }) },
    {
      name: 'one without a GPU',
      document: {
        containerDefinitions: [
          { name: 'a', resourceRequirements: [{ type: 'GPU', sharingStrategy }] },
          { name: 'b', resourceRequirements: [{ type: 'NeuronDevice', value: 'ALL' }] },
          { name: 'c' },
        ],
      },
    },
    {
      name: 'one that says both, and one that says neither',
      document: gpus({ sharingStrategy }, { value: '1', sharingStrategy }, {}),
    },
    {
      name: 'external instances, which share nothing',
      document: { requiresCompatibilities: ['EXTERNAL'], ...gpus({ value: '1' }, { sharingStrategy }) },
    },
  ],
});
