import rule from '../../server/src/core/rules/secret-name-duplicate';
import { testRule } from '../support/rule-tester';

const named = (variable: string, ...secrets: string[]) => ({
  containerDefinitions: [
    {
      name: 'web',
      environment: [{ name: variable, value: '1' }],
      secrets: secrets.map((name) => ({ name, valueFrom: 'x' })),
    },
  ],
});
const twice = '"A" stands in secrets twice, and a variable can have only one source. Remove one of them.';

testRule(rule, {
  wrong: [
    {
      name: 'twice in environment too, a mistake of its own',
      text: '{ "containerDefinitions": [{ "name": "web", "environment": [{ "name": "A", "value": "1" }, { "name": "B", "value": "1" }, { "name": "A", "value": "2" }], "secrets": [{ "name": «"A"», "valueFrom": "x" }] }] }',
      message:
        '"A" is also set in environment, and a variable can have only one source. Remove it from environment or from secrets.',
      pointer: '/containerDefinitions/0/secrets/0/name',
      related: ['"A" is set in environment here.'],
      fixes: [
        { title: 'Remove "A" from environment', result: named('B', 'A') },
        { title: 'Remove this "A" from secrets' },
      ],
    },
    {
      name: 'in environment too',
      text: '{ "containerDefinitions": [{ "name": "web", "environment": [{ "name": "A", "value": "1" }], "secrets": [{ "name": "B", "valueFrom": "x" }, { "name": «"A"», "valueFrom": "x" }] }] }',
      message:
        '"A" is also set in environment, and a variable can have only one source. Remove it from environment or from secrets.',
      pointer: '/containerDefinitions/0/secrets/1/name',
      related: ['"A" is set in environment here.'],
      fixes: [
        {
          title: 'Remove "A" from environment',
          result: {
            containerDefinitions: [
              {
                name: 'web',
                environment: [],
                secrets: [
                  { name: 'B', valueFrom: 'x' },
                  { name: 'A', valueFrom: 'x' },
                ],
              },
            ],
          },
        },
        { title: 'Remove this "A" from secrets', result: named('A', 'B') },
      ],
    },
    {
      name: 'twice in secrets, with one source',
      text: '{ "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": "x" }, { "name": «"A"», "valueFrom": "x" }] }] }',
      message: twice,
      pointer: '/containerDefinitions/0/secrets/1/name',
      related: ['"A" stands here first.'],
      fixes: [
        {
          title: 'Remove this "A" from secrets',
          safe: true,
          result: { containerDefinitions: [{ name: 'web', secrets: [{ name: 'A', valueFrom: 'x' }] }] },
        },
      ],
    },
    {
      name: 'twice in secrets, with two sources',
      text: '{ "containerDefinitions": [{ "name": "web", "secrets": [{ "name": "A", "valueFrom": "x" }, { "name": «"A"», "valueFrom": "y" }] }] }',
      message: twice,
      pointer: '/containerDefinitions/0/secrets/1/name',
      fixes: [{ title: 'Remove this "A" from secrets' }],
    },
  ],
  right: [
    { name: 'names that differ in capitals', document: named('A', 'a', 'B') },
    { name: 'names left open', document: named('${A}', '${A}', '${A}') },
    {
      name: 'the name in another container',
      document: {
        containerDefinitions: [
          { name: 'web', environment: [{ name: 'A', value: '1' }] },
          { name: 'job', secrets: [{ name: 'A', valueFrom: 'x' }] },
        ],
      },
    },
  ],
});
