import rule from '../../server/src/core/rules/volumes-from-unknown-container';
import { testRule } from '../support/rule-tester';

const copying = (sourceContainer: string, ...others: unknown[]) => ({
  containerDefinitions: [{ name: 'web', volumesFrom: [{ sourceContainer }] }, ...others],
});

testRule(rule, {
  wrong: [
    {
      name: 'an unknown container, and one other there is',
      text: '{ "containerDefinitions": [{ "name": "web", "volumesFrom": [{ "sourceContainer": «"files"» }] }, { "name": "store" }] }',
      message:
        'No container of this task is called "files", so there are no mounts to copy. Name another container of the task.',
      pointer: '/containerDefinitions/0/volumesFrom/0/sourceContainer',
      fixes: [
        {
          title: 'Change sourceContainer to "store"',
          result: copying('store', { name: 'store' }),
        },
        { title: 'Remove this volumesFrom entry' },
      ],
    },
    {
      name: 'an unknown container with a similar name, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "volumesFrom": [{ "sourceContainer": «"Shiper"» }] }, { "name": "cache", "image": "redis" }, { "name": "shipper", "image": "busybox" }]',
      message:
        'No container of this task is called "Shiper", so there are no mounts to copy. Name another container of the task.',
      pointer: '/0/volumesFrom/0/sourceContainer',
      fixes: [{ title: 'Change sourceContainer to "shipper"' }, { title: 'Remove this volumesFrom entry' }],
    },
    {
      name: 'itself',
      text: '{ "containerDefinitions": [{ "name": "web", "volumesFrom": [{ "sourceContainer": «"web"» }] }] }',
      message:
        'Container "web" cannot take volumes from itself. Name another container, or remove the entry.',
      pointer: '/containerDefinitions/0/volumesFrom/0/sourceContainer',
      fixes: [
        {
          title: 'Remove this volumesFrom entry',
          result: { containerDefinitions: [{ name: 'web', volumesFrom: [] }] },
        },
      ],
    },
  ],
  right: [
    { name: 'another container', document: copying('store', { name: 'store' }) },
    { name: 'a name left open', document: copying('${STORE}', { name: 'store' }) },
    { name: 'a container with an open name', document: copying('files', { name: '${STORE}' }) },
    { name: 'a container left open', document: copying('files', '${SIDECAR}') },
  ],
});
