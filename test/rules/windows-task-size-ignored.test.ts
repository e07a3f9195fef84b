import rule from '../../server/src/core/rules/windows-task-size-ignored';
import { testRule } from '../support/rule-tester';

const windows = (launchType: string) =>
  `"requiresCompatibilities": ["${launchType}"], "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }`;

testRule(rule, {
  wrong: [
    {
      name: 'cpu and memory',
      text: `{ ${windows('EC2')}, "cpu": «"1024"», "memory": "2048", "containerDefinitions": [{ "name": "web", "memory": 2048 }] }`,
      message:
        'EC2 ignores the task-level cpu and memory of a Windows task. Set cpu and memory on the containers instead.',
      pointer: '/cpu',
      related: ['This is ignored too.'],
      fixes: [
        {
          title: `Remove the task's cpu and memory`,
          result: {
            requiresCompatibilities: ['EC2'],
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
            containerDefinitions: [{ name: 'web', memory: 2048 }],
          },
        },
      ],
    },
    {
      name: 'memory that a container needs for its registration',
      text: `{ ${windows('EC2')}, "memory": «"2048"», "containerDefinitions": [{ "name": "web" }] }`,
      message:
        'EC2 ignores the task-level memory of a Windows task. Set cpu and memory on the containers instead.',
      pointer: '/memory',
      related: [],
    },
  ],
  right: [
    {
      name: 'no task size',
      document: `{ ${windows('EC2')}, "containerDefinitions": [{ "name": "web", "memory": 2048 }] }`,
    },
    {
      name: 'Fargate, whose size it is',
      document: `{ ${windows('FARGATE')}, "cpu": "1024", "memory": "2048" }`,
    },
    {
      name: 'Fargate beside EC2',
      document: `{ ${windows('EC2", "FARGATE')}, "cpu": "1024", "memory": "2048" }`,
    },
    {
      name: 'no launch type',
      document:
        '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "cpu": "1024" }',
    },
    { name: 'Linux', document: { requiresCompatibilities: ['EC2'], cpu: '1024' } },
    {
      name: 'a family left open',
      document: {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: '${OS}' },
        cpu: '1024',
      },
    },
  ],
});
