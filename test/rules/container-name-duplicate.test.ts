import rule from '../../server/src/core/rules/container-name-duplicate';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'the same name twice, and the next free one taken',
      text: '{ "containerDefinitions": [{ "name": "web" }, { "name": "web-2" }, { "name": «"web"» }] }',
      message: 'Another container of this task is called "web" already. Give this one a name of its own.',
      pointer: '/containerDefinitions/2/name',
      related: ['The first container called "web".'],
      fixes: [
        {
          title: 'Rename this container to "web-3"',
          result: { containerDefinitions: [{ name: 'web' }, { name: 'web-2' }, { name: 'web-3' }] },
        },
      ],
    },
    {
      name: 'in a bare list of containers',
      text: '[{ "name": "a", "image": "x" }, { "name": «"a"», "image": "y" }]',
      message: 'Another container of this task is called "a" already. Give this one a name of its own.',
      pointer: '/1/name',
      fixes: [{ title: 'Rename this container to "a-2"' }],
    },
  ],
  right: [
    {
      name: 'names that differ in case',
      document: { containerDefinitions: [{ name: 'web' }, { name: 'Web' }] },
    },
    {
      name: 'the same placeholder twice',
      document: { containerDefinitions: [{ name: '${NAME}' }, { name: '${NAME}' }] },
    },
  ],
});
