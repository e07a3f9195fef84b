import rule from '../../server/src/core/rules/windows-memory-reservation';
import { testRule } from '../support/rule-tester';

const WINDOWS = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2019_FULL" }';

testRule(rule, {
  wrong: [
    {
      name: 'alone',
      text: `{ ${WINDOWS}, "containerDefinitions": [{ "name": "web", "memoryReservation": «2048» }] }`,
      message: 'Windows containers do not support memoryReservation. Use memory, the hard limit.',
      pointer: '/containerDefinitions/0/memoryReservation',
      fixes: [
        {
          title: 'Rename memoryReservation to memory',
          result: {
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' },
            containerDefinitions: [{ name: 'web', memory: 2048 }],
          },
        },
      ],
    },
    {
      name: 'beside memory',
      text: `{ ${WINDOWS}, "containerDefinitions": [{ "name": "web", "memory": 4096, "memoryReservation": «2048» }] }`,
      message: 'Windows containers do not support memoryReservation. Use memory, the hard limit.',
      pointer: '/containerDefinitions/0/memoryReservation',
      fixes: [{ title: 'Remove memoryReservation' }],
    },
  ],
  right: [
    {
      name: 'memory',
      document: `{ ${WINDOWS}, "containerDefinitions": [{ "name": "web", "memory": 2048 }] }`,
    },
    { name: 'Linux', document: { containerDefinitions: [{ name: 'web', memoryReservation: 2048 }] } },
    { name: 'a bare list', document: [{ name: 'web', image: 'nginx', memoryReservation: 2048 }] },
  ],
});
