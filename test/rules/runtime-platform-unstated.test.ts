import rule from '../../server/src/core/rules/runtime-platform-unstated';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'no platform',
      text: '«{» "requiresCompatibilities": ["FARGATE"] }',
      message:
        'Without runtimePlatform Fargate runs this task on LINUX and X86_64. Say so, or choose another.',
      pointer: '',
      fixes: [
        {
          title: 'Add runtimePlatform with LINUX and X86_64',
          result: {
            requiresCompatibilities: ['FARGATE'],
            runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
          },
        },
      ],
    },
    {
      name: 'no operating system',
      text: '{ "requiresCompatibilities": ["FARGATE"], «"runtimePlatform"»: { "cpuArchitecture": "ARM64" } }',
      message: 'Without operatingSystemFamily Fargate runs this task on LINUX. Say so, or choose another.',
      pointer: '/runtimePlatform',
      fixes: [
        {
          title: 'Add operatingSystemFamily "LINUX"',
          result: {
            requiresCompatibilities: ['FARGATE'],
            runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'an operating system',
      document: { requiresCompatibilities: ['FARGATE'], runtimePlatform: { operatingSystemFamily: 'LINUX' } },
    },
    {
      name: 'one left open',
      document: { requiresCompatibilities: ['FARGATE'], runtimePlatform: { operatingSystemFamily: '${OS}' } },
    },
    {
      name: 'null, which the schema reports',
      document: { requiresCompatibilities: ['FARGATE'], runtimePlatform: null },
    },
    { name: 'EC2', document: { requiresCompatibilities: ['EC2'] } },
  ],
});
