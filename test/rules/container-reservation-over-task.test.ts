import rule from '../../server/src/core/rules/container-reservation-over-task';
import { testRule } from '../support/rule-tester';

const message = (sum: number, task: number) =>
  `The containers reserve ${sum} MiB together, more than the ${task} MiB of the task. Lower their memoryReservation or raise the task's memory.`;

testRule(rule, {
  wrong: [
    {
      name: 'on EC2',
      text: `{ "memory": «"512"», "containerDefinitions": [
        { "name": "web", "memoryReservation": 500 }, { "name": "log" }, { "name": "proxy", "memoryReservation": 100 }] }`,
      message: message(600, 512),
      pointer: '/memory',
      related: ['Container "web" reserves 500 MiB.', 'Container "proxy" reserves 100 MiB.'],
      fixes: [{ title: 'Raise the task\'s memory to "600"' }],
    },
    {
      name: 'on Fargate',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": «"0.5 GB"»,
        "containerDefinitions": [{ "name": "web", "memoryReservation": 600 }] }`,
      message: message(600, 512),
      pointer: '/memory',
      related: ['Container "web" reserves 600 MiB.'],
      fixes: [{ title: 'Raise the task\'s memory to "1 GB"' }],
    },
    {
      name: 'more than any Fargate size has',
      text: `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": «"512"»,
        "containerDefinitions": [{ "name": "web", "memoryReservation": 250000 }] }`,
      message: message(250000, 512),
      pointer: '/memory',
    },
  ],
  right: [
    {
      name: 'equal',
      document: {
        memory: '512',
        containerDefinitions: [{ memoryReservation: 256 }, { memoryReservation: 256 }],
      },
    },
    {
      name: 'hard limits above',
      document: { memory: '512', containerDefinitions: [{ memory: 512 }, { memory: 512 }] },
    },
    { name: 'no task memory', document: { containerDefinitions: [{ memoryReservation: 512 }] } },
    {
      name: 'task memory left open',
      document: { memory: '${MEMORY}', containerDefinitions: [{ memoryReservation: 512 }] },
    },
    {
      name: 'a task memory that is no Fargate size, and reported as such',
      document: {
        requiresCompatibilities: ['FARGATE'],
        memory: '2',
        containerDefinitions: [{ memoryReservation: 512 }],
      },
    },
    {
      name: 'a bare list of containers',
      document: [{ name: 'web', image: 'nginx', memoryReservation: 512 }],
    },
  ],
});
