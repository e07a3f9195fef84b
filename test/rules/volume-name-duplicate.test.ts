import rule from '../../server/src/core/rules/volume-name-duplicate';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'the same name a second and a third time',
      text: '{ "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "data" }, { "name": "logs" }, { "name": «"data"», "host": {} }, { "name": «"data"» }] }',
      message:
        'Another volume is called "data" too, so it is open which one a container mounts. Give them different names, or remove one.',
      pointer: '/volumes/2/name',
      related: ['The first volume "data".'],
      fixes: [
        {
          title: 'Remove this volume "data"',
          result: {
            containerDefinitions: [{ name: 'web' }],
            volumes: [{ name: 'data' }, { name: 'logs' }, { name: 'data' }],
          },
        },
      ],
      more: [
        {
          message:
            'Another volume is called "data" too, so it is open which one a container mounts. Give them different names, or remove one.',
          pointer: '/volumes/3/name',
          fixes: [{ title: 'Remove this volume "data"' }],
        },
      ],
    },
  ],
  right: [
    {
      name: 'names that differ in case',
      document: { containerDefinitions: [{ name: 'web' }], volumes: [{ name: 'data' }, { name: 'Data' }] },
    },
    {
      name: 'open, empty and missing names',
      document: {
        containerDefinitions: [{ name: 'web' }],
        volumes: [{ name: '${A}' }, { name: '${A}' }, { name: '' }, { name: '' }, {}, {}],
      },
    },
  ],
});
