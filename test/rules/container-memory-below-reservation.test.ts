import rule from '../../server/src/core/rules/container-memory-below-reservation';
import { testRule } from '../support/rule-tester';

const message =
  'Container "web" has a memory limit of 128 MiB, below its memoryReservation of 256 MiB. Raise the limit or lower the reservation.';
const related = ['256 MiB are reserved here.'];

testRule(rule, {
  wrong: [
    {
      name: 'in a task',
      text: '{ "containerDefinitions": [{ "name": "web", "memory": «128», "memoryReservation": 256 }] }',
      message,
      pointer: '/containerDefinitions/0/memory',
      related,
      fixes: [
        {
          title: 'Change memory to 256',
          result: { containerDefinitions: [{ name: 'web', memory: 256, memoryReservation: 256 }] },
        },
        {
          title: 'Change memoryReservation to 128',
          result: { containerDefinitions: [{ name: 'web', memory: 128, memoryReservation: 128 }] },
        },
      ],
    },
    {
      name: 'in a task that is smaller than the reservation',
      text: '{ "memory": "200", "containerDefinitions": [{ "name": "web", "memory": «128», "memoryReservation": 256 }] }',
      message,
      pointer: '/containerDefinitions/0/memory',
      related,
      fixes: [{ title: 'Change memoryReservation to 128' }],
    },
    {
      name: 'in a bare list of containers',
      text: '[{ "name": "web", "image": "nginx", "memory": «128», "memoryReservation": 256 }]',
      message,
      pointer: '/0/memory',
      related,
      fixes: [{ title: 'Change memory to 256' }, { title: 'Change memoryReservation to 128' }],
    },
  ],
  right: [
    { name: 'above', document: { containerDefinitions: [{ memory: 512, memoryReservation: 256 }] } },
    { name: 'equal', document: { containerDefinitions: [{ memory: 256, memoryReservation: 256 }] } },
    { name: 'no reservation', document: { containerDefinitions: [{ memory: 128 }] } },
    { name: 'no limit', document: { containerDefinitions: [{ memoryReservation: 128 }] } },
    {
      name: 'text, which the schema reports',
      document: { containerDefinitions: [{ memory: '128', memoryReservation: 256 }] },
    },
  ],
});
