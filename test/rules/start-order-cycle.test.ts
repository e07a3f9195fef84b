import rule from '../../server/src/core/rules/start-order-cycle';
import { testRule } from '../support/rule-tester';

const on = (containerName: string) => [{ containerName, condition: 'START' }];
const from = (sourceContainer: string) => [{ sourceContainer }];
const message = (path: string) =>
  `These containers wait for each other in a circle, so the task cannot start: ${path}. Take one of these out.`;

testRule(rule, {
  wrong: [
    {
      name: 'volumes of each other',
      text: '[{ "name": "a", "image": "a", "volumesFrom": [{ "sourceContainer": «"b"» }] }, { "name": "b", "image": "b", "volumesFrom": [{ "sourceContainer": "a" }] }]',
      message: message('"a" takes volumes from "b", "b" takes volumes from "a"'),
      pointer: '/0/volumesFrom/0',
      related: ['"b" takes volumes from "a".'],
      fixes: [
        {
          title: 'Remove "b" from volumesFrom of "a"',
          result: [
            { name: 'a', image: 'a', volumesFrom: [] },
            { name: 'b', image: 'b', volumesFrom: from('a') },
          ],
        },
        { title: 'Remove "a" from volumesFrom of "b"' },
      ],
    },
    {
      name: 'volumes that are taken twice',
      text: '[{ "name": "a", "image": "a", "volumesFrom": [{ "sourceContainer": «"b"» }, { "sourceContainer": "b", "readOnly": true }] }, { "name": "b", "image": "b", "volumesFrom": [{ "sourceContainer": "a" }] }]',
      message: message('"a" takes volumes from "b", "b" takes volumes from "a"'),
      pointer: '/0/volumesFrom/0',
      fixes: [
        {
          title: 'Remove "b" from volumesFrom of "a"',
          result: [
            { name: 'a', image: 'a', volumesFrom: [] },
            { name: 'b', image: 'b', volumesFrom: from('a') },
          ],
        },
        { title: 'Remove "a" from volumesFrom of "b"' },
      ],
    },
    {
      name: 'one of each kind',
      text: '[{ "name": "a", "image": "a", "dependsOn": [{ "containerName": «"b"», "condition": "START" }] }, { "name": "b", "image": "b", "links": ["c:web"] }, { "name": "c", "image": "c", "volumesFrom": [{ "sourceContainer": "a" }] }]',
      message: message('"a" waits for "b", "b" links to "c", "c" takes volumes from "a"'),
      pointer: '/0/dependsOn/0',
      related: ['"b" links to "c".', '"c" takes volumes from "a".'],
      fixes: [
        { title: 'Remove "b" from dependsOn of "a"' },
        {
          title: 'Remove "c" from links of "b"',
          result: [
            { name: 'a', image: 'a', dependsOn: on('b') },
            { name: 'b', image: 'b', links: [] },
            { name: 'c', image: 'c', volumesFrom: from('a') },
          ],
        },
        { title: 'Remove "a" from volumesFrom of "c"' },
      ],
    },
  ],
  right: [
    {
      name: 'a circle of dependsOn, which another rule reports',
      document: [
        { name: 'a', image: 'a', dependsOn: on('b'), volumesFrom: from('b') },
        { name: 'b', image: 'b', dependsOn: on('a') },
      ],
    },
    {
      name: 'a circle of links, which another rule reports',
      document: [
        { name: 'a', image: 'a', links: ['b'], dependsOn: on('b') },
        { name: 'b', image: 'b', links: ['a'] },
      ],
    },
    {
      name: 'links and dependsOn in one direction',
      document: [
        { name: 'a', image: 'a', links: ['b'], dependsOn: on('b'), volumesFrom: from('b') },
        { name: 'b', image: 'b' },
      ],
    },
    {
      name: 'its own volumes, which another rule reports',
      document: [{ name: 'a', image: 'a', volumesFrom: from('a') }],
    },
    {
      name: 'names left open',
      document: [
        { name: 'a', image: 'a', volumesFrom: from('${B}') },
        { name: '${B}', image: 'b', dependsOn: on('a') },
      ],
    },
  ],
});
