import rule from '../../server/src/core/rules/no-essential-container';
import { testRule } from '../support/rule-tester';

const message =
  'No container of this task is essential, and AWS needs one to know when the task has ended. Make the main container essential.';

testRule(rule, {
  wrong: [
    {
      name: 'a single container',
      text: '{ "containerDefinitions": [{ "name": "web", "essential": «false» }] }',
      message,
      pointer: '/containerDefinitions/0/essential',
      fixes: [
        {
          title: 'Make container "web" essential',
          safe: true,
          result: { containerDefinitions: [{ name: 'web', essential: true }] },
        },
      ],
    },
    {
      name: 'two containers, one without a name',
      text: '{ "containerDefinitions": [{ "name": "web", "essential": «false» }, { "essential": false }] }',
      message,
      pointer: '/containerDefinitions/0/essential',
      fixes: [
        { title: 'Make container "web" essential' },
        {
          title: 'Make this container essential',
          result: { containerDefinitions: [{ name: 'web', essential: false }, { essential: true }] },
        },
      ],
    },
  ],
  right: [
    {
      name: 'one that does not say',
      document: { containerDefinitions: [{ name: 'web', essential: false }, { name: 'db' }] },
    },
    {
      name: 'one that a template decides',
      document: { containerDefinitions: [{ essential: false }, { essential: '${ESSENTIAL}' }] },
    },
    {
      name: 'one that is left open as a whole',
      document: { containerDefinitions: [{ essential: false }, '${SIDECAR}'] },
    },
    { name: 'no containers', document: { containerDefinitions: [] } },
    {
      name: 'a bare list, whose task may hold more',
      document: [{ name: 'a', image: 'b', essential: false }],
    },
  ],
});
