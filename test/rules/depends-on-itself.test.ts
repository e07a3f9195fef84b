import rule from '../../server/src/core/rules/depends-on-itself';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'its own name',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": "cache", "condition": "START" }, { "containerName": «"web"», "condition": "START" }] }, { "name": "cache" }] }',
      message:
        'Container "web" waits for itself and could never start. Name another container, or remove the dependency.',
      pointer: '/containerDefinitions/0/dependsOn/1/containerName',
      fixes: [
        {
          title: 'Remove the dependency of "web" on itself',
          result: {
            containerDefinitions: [
              { name: 'web', dependsOn: [{ containerName: 'cache', condition: 'START' }] },
              { name: 'cache' },
            ],
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'another name',
      document: {
        containerDefinitions: [
          { name: 'web', dependsOn: [{ containerName: 'Web', condition: 'START' }] },
          { name: 'Web' },
        ],
      },
    },
    {
      name: 'open names',
      document: {
        containerDefinitions: [
          { name: '${NAME}', dependsOn: [{ containerName: '${NAME}', condition: 'START' }] },
        ],
      },
    },
  ],
});
