import rule from '../../server/src/core/rules/inference-accelerators-retired';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'an accelerator, and containers that ask for it',
      text: '{ «"inferenceAccelerators"»: [{ "deviceName": "a", "deviceType": "eia2.medium" }], "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": "InferenceAccelerator", "value": "a" }] }, { "name": "job", "resourceRequirements": [{ "type": "InferenceAccelerator", "value": "a" }, { "type": "GPU", "value": "1" }] }, { "name": "db" }] }',
      message:
        'AWS has closed Elastic Inference and refuses inferenceAccelerators. Remove it, and every resource requirement that names one of its devices.',
      pointer: '/inferenceAccelerators',
      fixes: [
        {
          title: 'Remove inferenceAccelerators and what refers to it',
          safe: true,
          result: {
            containerDefinitions: [
              { name: 'web' },
              { name: 'job', resourceRequirements: [{ type: 'GPU', value: '1' }] },
              { name: 'db' },
            ],
          },
        },
      ],
    },
    {
      name: 'a requirement alone',
      text: '{ "inferenceAccelerators": [], "containerDefinitions": [{ "name": "web", "resourceRequirements": [{ "type": «"InferenceAccelerator"», "value": "a" }] }] }',
      message:
        'AWS has closed Elastic Inference, so that nothing meets the requirement InferenceAccelerator. Remove it.',
      pointer: '/containerDefinitions/0/resourceRequirements/0',
      severity: 'warning',
      fixes: [
        {
          title: 'Remove the requirement InferenceAccelerator',
          result: {
            inferenceAccelerators: [],
            containerDefinitions: [{ name: 'web', resourceRequirements: [] }],
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'a requirement whose list is left open',
      document: {
        inferenceAccelerators: '${X}',
        containerDefinitions: [
          { name: 'web', resourceRequirements: [{ type: 'InferenceAccelerator', value: 'a' }] },
        ],
      },
    },
    {
      name: 'a requirement on Fargate, which takes none, as another rule reports',
      document: {
        requiresCompatibilities: ['FARGATE'],
        containerDefinitions: [
          { name: 'web', resourceRequirements: [{ type: 'InferenceAccelerator', value: 'a' }] },
        ],
      },
    },
    {
      name: 'an empty list, whose effect is not known',
      document: { inferenceAccelerators: [], containerDefinitions: [] },
    },
    { name: 'null', document: { inferenceAccelerators: null, containerDefinitions: [] } },
    { name: 'left open', document: { inferenceAccelerators: '${X}', containerDefinitions: [] } },
  ],
});
