import rule from '../../server/src/core/rules/container-cpu-over-task';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'the sum of two, on EC2',
      text: '{ "cpu": «"1 vCPU"», "containerDefinitions": [{ "name": "web", "cpu": 1000 }, { "name": "log", "cpu": 100 }] }',
      message:
        "The containers ask for 1100 CPU units together, more than the 1024 of the task. Lower theirs or raise the task's.",
      pointer: '/cpu',
      related: ['Container "web" asks for 1000.', 'Container "log" asks for 100.'],
      fixes: [
        {
          title: 'Raise the task\'s cpu to "1100"',
          result: {
            cpu: '1100',
            containerDefinitions: [
              { name: 'web', cpu: 1000 },
              { name: 'log', cpu: 100 },
            ],
          },
        },
        {
          title: 'Change the cpu of container "web" to 924',
          result: {
            cpu: '1 vCPU',
            containerDefinitions: [
              { name: 'web', cpu: 924 },
              { name: 'log', cpu: 100 },
            ],
          },
        },
      ],
    },
    {
      name: 'the sum of two, on Fargate',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": «"256"», "memory": "512",
        "containerDefinitions": [{ "name": "web", "cpu": 256 }, { "name": "log", "cpu": 64 }] }`,
      message:
        "The containers ask for 320 CPU units together, more than the 256 of the task. Lower theirs or raise the task's.",
      pointer: '/cpu',
      fixes: [
        { title: 'Raise the task\'s cpu to "512" and memory to "1024"' },
        { title: 'Change the cpu of container "web" to 192' },
      ],
    },
    {
      name: 'one that asks for more than the task has',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": «"256"», "memory": "2 GB",
        "containerDefinitions": [{ "name": "web", "cpu": 1024 }, { "name": "log" }, { "name": "proxy", "cpu": 0 }] }`,
      message:
        'Container "web" asks for 1024 CPU units, more than the 256 of the task. Lower its cpu or raise the task\'s.',
      pointer: '/cpu',
      fixes: [
        { title: 'Raise the task\'s cpu to "1024"' },
        { title: 'Change the cpu of container "web" to 256' },
      ],
    },
    {
      name: 'several, each of which asks for more than the task has',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": «"32768"», "memory": "61440",
        "containerDefinitions": [{ "name": "web", "cpu": 40000 }, { "name": "log", "cpu": 40000 }] }`,
      message:
        "The containers ask for 80000 CPU units together, more than the 32768 of the task. Lower theirs or raise the task's.",
      pointer: '/cpu',
    },
    {
      name: 'more than any Fargate size has',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": «"32768"», "memory": "61440",
        "containerDefinitions": [{ "name": "web", "cpu": 32768 }, { "name": "log", "cpu": 1 }] }`,
      message:
        "The containers ask for 32769 CPU units together, more than the 32768 of the task. Lower theirs or raise the task's.",
      pointer: '/cpu',
      fixes: [{ title: 'Change the cpu of container "web" to 32767' }],
    },
  ],
  right: [
    { name: 'equal', document: { cpu: '256', containerDefinitions: [{ cpu: 128 }, { cpu: 128 }] } },
    { name: 'no task cpu', document: { containerDefinitions: [{ cpu: 4096 }] } },
    { name: 'task cpu left open', document: { cpu: '${CPU}', containerDefinitions: [{ cpu: 4096 }] } },
    {
      name: 'container cpu left open',
      document: { cpu: '256', containerDefinitions: [{ cpu: 256 }, { cpu: '${CPU}' }] },
    },
    {
      name: 'a task cpu that is too small, and reported as such',
      document: { cpu: '1', containerDefinitions: [{ cpu: 256 }] },
    },
    {
      name: 'a task cpu that is no Fargate size, and reported as such',
      document: {
        requiresCompatibilities: ['FARGATE'],
        cpu: '300',
        memory: '512',
        containerDefinitions: [{ cpu: 400 }],
      },
    },
    { name: 'a bare list of containers', document: [{ name: 'web', image: 'nginx', cpu: 512 }] },
  ],
});
