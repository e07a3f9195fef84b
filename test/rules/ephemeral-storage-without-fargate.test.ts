import rule from '../../server/src/core/rules/ephemeral-storage-without-fargate';
import { testRule } from '../support/rule-tester';

const ephemeralStorage = { sizeInGiB: 50 };

testRule(rule, {
  wrong: [
    {
      name: 'EC2 and External',
      text: '{ "requiresCompatibilities": ["EC2", "EXTERNAL"], «"ephemeralStorage"»: { "sizeInGiB": 50 } }',
      message:
        'Only Fargate tasks have ephemeralStorage, and this one requires EC2 and EXTERNAL. Remove it, or add "FARGATE".',
      pointer: '/ephemeralStorage',
      fixes: [{ title: 'Remove ephemeralStorage', result: { requiresCompatibilities: ['EC2', 'EXTERNAL'] } }],
    },
  ],
  right: [
    {
      name: 'Fargate beside EC2',
      document: { requiresCompatibilities: ['EC2', 'FARGATE'], ephemeralStorage },
    },
    { name: 'no launch type', document: { ephemeralStorage } },
    { name: 'an empty list of launch types', document: { requiresCompatibilities: [], ephemeralStorage } },
    {
      name: 'a launch type left open',
      document: { requiresCompatibilities: ['EC2', '${TYPE}'], ephemeralStorage },
    },
    { name: 'EC2 with null', document: { requiresCompatibilities: ['EC2'], ephemeralStorage: null } },
  ],
});
