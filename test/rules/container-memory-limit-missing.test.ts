import rule from '../../server/src/core/rules/container-memory-limit-missing';
import { testRule } from '../support/rule-tester';

const ofTask = (limit: string) =>
  `Container "web" has no memory limit of its own, so it may take all ${limit} of the task. Add memory.`;
const ofInstance =
  'Container "web" has memoryReservation but no limit, so it may take all memory of the instance. Add memory.';

testRule(rule, {
  wrong: [
    {
      name: 'the only container of a task',
      text: '{ "requiresCompatibilities": ["FARGATE"], "memory": "1 GB", "containerDefinitions": [{ "name": «"web"» }] }',
      message: ofTask('1 GB'),
      pointer: '/containerDefinitions/0',
      fixes: [
        {
          title: 'Add "memory": 1024 (a limit in MiB)',
          result: {
            requiresCompatibilities: ['FARGATE'],
            memory: '1 GB',
            containerDefinitions: [{ name: 'web', memory: 1024 }],
          },
        },
      ],
    },
    {
      name: 'beside others',
      text: '{ "memory": "1000", "containerDefinitions": [{ "name": "db", "memory": 300 }, { "name": «"web"» }, { "name": "log", "memory": 100, "memoryReservation": 50 }] }',
      message: ofTask('1000 MiB'),
      pointer: '/containerDefinitions/1',
      fixes: [{ title: 'Add "memory": 600 (a limit in MiB)' }],
    },
    {
      name: 'beside one with less than nothing',
      text: '{ "memory": "1000", "containerDefinitions": [{ "name": "db", "memory": -1 }, { "name": «"web"» }] }',
      message: ofTask('1000 MiB'),
      pointer: '/containerDefinitions/1',
      fixes: [{ title: 'Add "memory": 1000 (a limit in MiB)' }],
    },
    {
      name: 'beside others that leave nothing',
      text: '{ "memory": "1024", "containerDefinitions": [{ "name": "db", "memory": 1024 }, { "name": «"web"» }] }',
      message: ofTask('1 GB'),
      pointer: '/containerDefinitions/1',
    },
    {
      name: 'beside others that leave less than it reserves',
      text: '{ "memory": "1024", "containerDefinitions": [{ "name": "db", "memory": 900 }, { "name": «"web"», "memoryReservation": 128 }] }',
      message: ofTask('1 GB'),
      pointer: '/containerDefinitions/1',
    },
    {
      name: 'a reservation in a task without memory',
      text: '{ "containerDefinitions": [{ "name": «"web"», "memoryReservation": 256 }] }',
      message: ofInstance,
      pointer: '/containerDefinitions/0',
      fixes: [
        {
          title: 'Add "memory": 512 (a limit in MiB, twice its memoryReservation)',
          result: { containerDefinitions: [{ name: 'web', memoryReservation: 256, memory: 512 }] },
        },
      ],
    },
  ],
  right: [
    { name: 'a limit', document: { memory: '1024', containerDefinitions: [{ name: 'web', memory: 256 }] } },
    {
      name: 'a limit left open',
      document: { memory: '1024', containerDefinitions: [{ name: 'web', memory: '${MEMORY}' }] },
    },
    {
      name: "a task's memory left open",
      document: { memory: '${MEMORY}', containerDefinitions: [{ name: 'web', memoryReservation: 256 }] },
    },
    {
      name: 'neither member, which container-memory-missing says',
      document: { containerDefinitions: [{ name: 'web' }] },
    },
    {
      name: 'Fargate without a size, which fargate-size-missing says',
      document: {
        requiresCompatibilities: ['FARGATE'],
        containerDefinitions: [{ name: 'web', memoryReservation: 256 }],
      },
    },
    {
      name: 'a bare list, whose task may have memory',
      document: [{ name: 'web', image: 'web', memoryReservation: 256 }],
    },
  ],
});
