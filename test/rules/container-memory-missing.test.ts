import rule from '../../server/src/core/rules/container-memory-missing';
import { testRule } from '../support/rule-tester';

const message = (container: string) =>
  `Container "${container}" has neither memory nor memoryReservation, and the task has no memory either. Add one of them.`;
const fixes = [
  { title: 'Add "memory": 512 (a limit in MiB)' },
  { title: 'Add "memoryReservation": 256 (in MiB, may be exceeded)' },
];

testRule(rule, {
  wrong: [
    {
      name: 'one container',
      text: '{ "requiresCompatibilities": ["EC2"], "containerDefinitions": [{ "name": «"web"» }] }',
      message: message('web'),
      pointer: '/containerDefinitions/0',
      fixes: [
        {
          title: 'Add "memory": 512 (a limit in MiB)',
          result: { requiresCompatibilities: ['EC2'], containerDefinitions: [{ name: 'web', memory: 512 }] },
        },
        {
          title: 'Add "memoryReservation": 256 (in MiB, may be exceeded)',
          result: {
            requiresCompatibilities: ['EC2'],
            containerDefinitions: [{ name: 'web', memoryReservation: 256 }],
          },
        },
      ],
    },
    {
      name: 'the second of two, no launch type',
      text: '{ "containerDefinitions": [{ "name": "web", "memory": 128 }, { "name": «"log"» }] }',
      message: message('log'),
      pointer: '/containerDefinitions/1',
      fixes,
    },
    {
      name: 'a container without a name',
      text: '{ "containerDefinitions": [«{» "image": "nginx" }] }',
      message: message('#1'),
      pointer: '/containerDefinitions/0',
      fixes,
    },
  ],
  right: [
    { name: 'memory', document: { containerDefinitions: [{ name: 'web', memory: 128 }] } },
    {
      name: 'memoryReservation',
      document: { containerDefinitions: [{ name: 'web', memoryReservation: 128 }] },
    },
    { name: 'task memory', document: { memory: '512', containerDefinitions: [{ name: 'web' }] } },
    {
      name: 'task memory left open',
      document: { memory: '${MEMORY}', containerDefinitions: [{ name: 'web' }] },
    },
    {
      name: 'task memory of null, which the schema reports',
      document: { memory: null, containerDefinitions: [{ name: 'web' }] },
    },
    {
      name: 'task memory in capitals, which the schema reports',
      document: { Memory: '512', containerDefinitions: [{ name: 'web' }] },
    },
    {
      name: 'container memory in capitals, which the schema reports',
      document: { containerDefinitions: [{ name: 'web', Memory: 512 }] },
    },
    {
      name: 'container memory as text, which the schema reports',
      document: { containerDefinitions: [{ name: 'web', memory: '512' }] },
    },
    {
      name: 'Fargate, where the task memory is missing',
      document: { requiresCompatibilities: ['FARGATE'], containerDefinitions: [{ name: 'web' }] },
    },
    { name: 'a bare list of containers', document: [{ name: 'web', image: 'nginx' }] },
  ],
});
