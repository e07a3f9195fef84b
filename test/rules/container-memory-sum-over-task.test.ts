import rule from '../../server/src/core/rules/container-memory-sum-over-task';
import { testRule } from '../support/rule-tester';

const task = (memory: unknown, containerDefinitions: unknown) => ({ memory, containerDefinitions });

testRule(rule, {
  wrong: [
    {
      name: 'two limits on EC2',
      text: '{ "memory": «"512"», "containerDefinitions": [{ "name": "web", "memory": 384 }, { "name": "side", "memory": 129 }, { "name": "none" }] }',
      message:
        "Together the containers may take 513 MiB, and the task has 512. Lower the memory of a container, or raise the task's.",
      pointer: '/memory',
      related: ['Container "web" may take 384 MiB.', 'Container "side" may take 129 MiB.'],
      fixes: [
        {
          title: `Raise the task's memory to "513"`,
          result: task('513', [
            { name: 'web', memory: 384 },
            { name: 'side', memory: 129 },
            { name: 'none' },
          ]),
        },
      ],
    },
    {
      name: 'Fargate, with a larger size beside the cpu',
      text: '{ "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": «"0.5 GB"», "containerDefinitions": [{ "name": "web", "memory": 400 }, { "name": "side", "memory": 400 }] }',
      message:
        "Together the containers may take 800 MiB, and the task has 512. Lower the memory of a container, or raise the task's.",
      pointer: '/memory',
      fixes: [{ title: `Raise the task's memory to "1 GB"` }],
    },
    {
      name: 'Fargate, without a larger size beside the cpu',
      text: '{ "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": «"2048"», "containerDefinitions": [{ "name": "web", "memory": 2000 }, { "name": "side", "memory": 400 }] }',
      message:
        "Together the containers may take 2400 MiB, and the task has 2048. Lower the memory of a container, or raise the task's.",
      pointer: '/memory',
    },
  ],
  right: [
    {
      name: 'equality',
      document: task('512', [
        { name: 'web', memory: 384 },
        { name: 'side', memory: 128 },
      ]),
    },
    {
      name: 'no task memory',
      document: task(undefined, [
        { name: 'web', memory: 384 },
        { name: 'side', memory: 129 },
      ]),
    },
    {
      name: 'a task memory left open',
      document: task('${MEMORY}', [
        { name: 'web', memory: 384 },
        { name: 'side', memory: 129 },
      ]),
    },
    {
      name: 'one container above the task, which is an error of its own',
      document: task('512', [
        { name: 'web', memory: 513 },
        { name: 'side', memory: 129 },
      ]),
    },
    {
      name: 'reservations above the task, which are an error of their own',
      document: task('512', [
        { name: 'web', memory: 384, memoryReservation: 384 },
        { name: 'side', memory: 129, memoryReservation: 129 },
      ]),
    },
    { name: 'a single container', document: task('512', [{ name: 'web', memory: 512 }]) },
    {
      name: 'a bare list',
      document: [
        { name: 'web', image: 'nginx', memory: 384 },
        { name: 'side', image: 'nginx', memory: 384 },
      ],
    },
  ],
});
