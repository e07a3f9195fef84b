import rule from '../../server/src/core/rules/ephemeral-storage-without-fargate';
import { testRule } from '../support/rule-tester';

const UNSAID =
  'Only Fargate tasks have ephemeralStorage, and this one requires no launch type. Add requiresCompatibilities ["FARGATE"], or remove it.';
const ephemeralStorage = { sizeInGiB: 50 };
const size = { networkMode: 'awsvpc', cpu: '256', memory: '512' };

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
    {
      name: 'Managed Instances beside Fargate',
      text: '{ "requiresCompatibilities": ["FARGATE", "MANAGED_INSTANCES"], «"ephemeralStorage"»: { "sizeInGiB": 50 } }',
      message:
        'The launch type MANAGED_INSTANCES does not take ephemeralStorage, and a task has to suit every launch type that it requires. Remove it, or MANAGED_INSTANCES.',
      pointer: '/ephemeralStorage',
      fixes: [
        {
          title: 'Remove ephemeralStorage',
          result: { requiresCompatibilities: ['FARGATE', 'MANAGED_INSTANCES'] },
        },
      ],
    },
    {
      name: 'no launch type',
      text: '{ "family": "web", «"ephemeralStorage"»: { "sizeInGiB": 50 } }',
      message: UNSAID,
      pointer: '/ephemeralStorage',
      fixes: [{ title: 'Remove ephemeralStorage', result: { family: 'web' } }],
    },
    {
      name: 'no launch type, and the rest as Fargate wants it',
      text: '{ "networkMode": "awsvpc", "cpu": "256", "memory": "512", «"ephemeralStorage"»: { "sizeInGiB": 50 } }',
      message: UNSAID,
      pointer: '/ephemeralStorage',
      fixes: [
        {
          title: 'Require FARGATE',
          result: { ...size, ephemeralStorage, requiresCompatibilities: ['FARGATE'] },
        },
        { title: 'Remove ephemeralStorage', result: size },
      ],
    },
    {
      name: 'an empty list of launch types',
      text: '{ "networkMode": "awsvpc", "cpu": "256", "memory": "512", "requiresCompatibilities": [], «"ephemeralStorage"»: { "sizeInGiB": 50 } }',
      message: UNSAID,
      pointer: '/ephemeralStorage',
      fixes: [
        {
          title: 'Require FARGATE',
          result: { ...size, requiresCompatibilities: ['FARGATE'], ephemeralStorage },
        },
        { title: 'Remove ephemeralStorage', result: { ...size, requiresCompatibilities: [] } },
      ],
    },
  ],
  right: [
    {
      name: 'Fargate beside EC2',
      document: { requiresCompatibilities: ['EC2', 'FARGATE'], ephemeralStorage },
    },
    {
      name: 'a launch type left open',
      document: { requiresCompatibilities: ['EC2', '${TYPE}'], ephemeralStorage },
    },
    { name: 'a list left open', document: { requiresCompatibilities: '${TYPES}', ephemeralStorage } },
    {
      name: 'a list under a wrong key',
      document: { RequiresCompatibilities: ['FARGATE'], ephemeralStorage },
    },
    { name: 'a list that is null', document: { requiresCompatibilities: null, ephemeralStorage } },
    { name: 'EC2 with null', document: { requiresCompatibilities: ['EC2'], ephemeralStorage: null } },
  ],
});
