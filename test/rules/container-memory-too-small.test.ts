import rule from '../../server/src/core/rules/container-memory-too-small';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'GB that became MiB',
      text: '{ "containerDefinitions": [{ "name": "web", "memory": «2» }] }',
      message:
        '2 MiB is too little: with less than 6 the container cannot be created. memory is in MiB, so 1 GB is 1024.',
      pointer: '/containerDefinitions/0/memory',
      fixes: [
        { title: 'Change memory to 2048', result: { containerDefinitions: [{ name: 'web', memory: 2048 }] } },
        { title: 'Change memory to 6', result: { containerDefinitions: [{ name: 'web', memory: 6 }] } },
      ],
    },
    {
      name: 'a task too small for as many GB',
      text: '{ "memory": "1024", "containerDefinitions": [{ "name": "web", "memory": «5» }] }',
      message:
        '5 MiB is too little: with less than 6 the container cannot be created. memory is in MiB, so 1 GB is 1024.',
      pointer: '/containerDefinitions/0/memory',
      fixes: [{ title: 'Change memory to 6' }],
    },
    {
      name: 'both members, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "memory": «4», "memoryReservation": «4» }]',
      message:
        '4 MiB is too little: with less than 6 the container cannot be created. memory is in MiB, so 1 GB is 1024.',
      pointer: '/0/memory',
      fixes: [{ title: 'Change memory to 4096' }, { title: 'Change memory to 6' }],
      more: [
        {
          message:
            '4 MiB is too little: with less than 6 the container cannot be created. memoryReservation is in MiB, so 1 GB is 1024.',
          pointer: '/0/memoryReservation',
        },
      ],
    },
    {
      name: 'a reservation beside others',
      text: '{ "memory": "4096", "containerDefinitions": [{ "name": "web", "memoryReservation": «1» }, { "name": "side", "memoryReservation": 4000 }] }',
      message:
        '1 MiB is too little: with less than 6 the container cannot be created. memoryReservation is in MiB, so 1 GB is 1024.',
      pointer: '/containerDefinitions/0/memoryReservation',
      fixes: [{ title: 'Change memoryReservation to 6' }],
    },
    {
      name: 'nothing, where the task has memory',
      text: '{ "memory": "512", "containerDefinitions": [{ "name": "web", "memory": «0» }] }',
      message: 'memory 0 is no amount of memory. Give it at least 6 MiB, or leave it out.',
      pointer: '/containerDefinitions/0/memory',
      fixes: [{ title: 'Remove memory', result: { memory: '512', containerDefinitions: [{ name: 'web' }] } }],
    },
    {
      name: 'a limit of less than nothing',
      text: '{ "memory": "512", "containerDefinitions": [{ "name": "web", "memory": «-5» }] }',
      message: 'memory -5 is no amount of memory. Give it at least 6 MiB, or leave it out.',
      pointer: '/containerDefinitions/0/memory',
      fixes: [{ title: 'Remove memory', result: { memory: '512', containerDefinitions: [{ name: 'web' }] } }],
    },
    {
      name: 'less than nothing, and nothing else',
      text: '{ "containerDefinitions": [{ "name": "web", "memoryReservation": «-1» }] }',
      message: 'memoryReservation -1 is no amount of memory. Give it at least 6 MiB, or leave it out.',
      pointer: '/containerDefinitions/0/memoryReservation',
    },
  ],
  right: [
    {
      name: 'the least',
      document: { containerDefinitions: [{ name: 'web', memory: 6, memoryReservation: 6 }] },
    },
    {
      name: 'a limit below the reservation, which is an error of its own',
      document: { containerDefinitions: [{ name: 'web', memory: 2, memoryReservation: 128 }] },
    },
    { name: 'left open', document: { containerDefinitions: [{ name: 'web', memory: '${MEMORY}' }] } },
    {
      name: 'null',
      document: { containerDefinitions: [{ name: 'web', memory: null, memoryReservation: 64 }] },
    },
  ],
});
