import rule from '../../server/src/core/rules/container-memory-over-task';
import { testRule } from '../support/rule-tester';

const message = (memory: number, task: number) =>
  `Container "web" may take ${memory} MiB, more than the ${task} MiB of the task. Lower its memory or raise the task's.`;

testRule(rule, {
  wrong: [
    {
      name: 'on EC2',
      text: '{ "memory": "0.5 GB", "containerDefinitions": [{ "name": "log", "memory": 64 }, { "name": "web", "memory": «1024» }] }',
      message: message(1024, 512),
      pointer: '/containerDefinitions/1/memory',
      related: ['The task has 512 MiB.'],
      fixes: [
        {
          title: "Change the container's memory to 512",
          result: {
            memory: '0.5 GB',
            containerDefinitions: [
              { name: 'log', memory: 64 },
              { name: 'web', memory: 512 },
            ],
          },
        },
        {
          title: 'Raise the task\'s memory to "1 GB"',
          result: {
            memory: '1 GB',
            containerDefinitions: [
              { name: 'log', memory: 64 },
              { name: 'web', memory: 1024 },
            ],
          },
        },
      ],
    },
    {
      name: 'on Fargate, where the next size has more memory only',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512",
        "containerDefinitions": [{ "name": "web", "memory": «1500» }] }`,
      message: message(1500, 512),
      pointer: '/containerDefinitions/0/memory',
      fixes: [
        { title: "Change the container's memory to 512" },
        { title: 'Raise the task\'s memory to "2048"' },
      ],
    },
    {
      name: 'on Fargate, where the next size has more cpu too',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "2048",
        "containerDefinitions": [{ "name": "web", "memory": «4096» }] }`,
      message: message(4096, 2048),
      pointer: '/containerDefinitions/0/memory',
      fixes: [
        { title: "Change the container's memory to 2048" },
        { title: 'Raise the task\'s cpu to "512" and memory to "4096"' },
      ],
    },
    {
      name: 'on Fargate, where no size has so much',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "2048",
        "containerDefinitions": [{ "name": "web", "memory": «300000» }] }`,
      message: message(300000, 2048),
      pointer: '/containerDefinitions/0/memory',
      fixes: [{ title: "Change the container's memory to 2048" }],
    },
    {
      name: 'with a reservation that keeps the container from shrinking, and a cpu left open',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "\${CPU}", "memory": "512",
        "containerDefinitions": [{ "name": "web", "memory": «1024», "memoryReservation": 600 }] }`,
      message: message(1024, 512),
      pointer: '/containerDefinitions/0/memory',
    },
  ],
  right: [
    { name: 'equal', document: { memory: '512', containerDefinitions: [{ memory: 512 }] } },
    { name: 'no task memory', document: { containerDefinitions: [{ memory: 512 }] } },
    {
      name: 'no container memory',
      document: { memory: '512', containerDefinitions: [{ memoryReservation: 600 }] },
    },
    {
      name: 'task memory left open',
      document: { memory: '<MEMORY>', containerDefinitions: [{ memory: 512 }] },
    },
    {
      name: 'task memory that AWS cannot read',
      document: { memory: '256m', containerDefinitions: [{ memory: 512 }] },
    },
    {
      name: 'two that fit singly',
      document: { memory: '512', containerDefinitions: [{ memory: 512 }, { memory: 512 }] },
    },
    {
      name: 'a task memory that is no Fargate size, and reported as such',
      document: {
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '2',
        containerDefinitions: [{ memory: 512 }],
      },
    },
    { name: 'a bare list of containers', document: [{ name: 'web', image: 'nginx', memory: 512 }] },
  ],
});
