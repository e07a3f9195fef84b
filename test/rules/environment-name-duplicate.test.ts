import rule from '../../server/src/core/rules/environment-name-duplicate';
import { testRule } from '../support/rule-tester';

const other = (name: string) =>
  `"${name}" stands in environment twice, and AWS does not say which one the program gets. Remove one of them.`;
const right = (...environment: unknown[]) => ({ containerDefinitions: [{ name: 'web', environment }] });

testRule(rule, {
  wrong: [
    {
      name: 'two values',
      text: '{ "containerDefinitions": [{ "name": "web", "environment": [{ "name": "A", "value": "1" }, { "name": «"A"», "value": "2" }] }] }',
      message: other('A'),
      pointer: '/containerDefinitions/0/environment/1/name',
      related: ['"A" stands here first.'],
      fixes: [
        { title: 'Remove this "A" from environment', result: right({ name: 'A', value: '1' }) },
        { title: 'Remove the first "A" from environment', result: right({ name: 'A', value: '2' }) },
      ],
    },
    {
      name: 'the same value, in a bare list',
      text: '[{ "name": "web", "image": "web", "environment": [{ "name": "A", "value": "" }, { "name": "B", "value": "" }, { "name": «"A"», "value": "" }] }]',
      message: '"A" stands in environment twice, with the same value. Remove one of them.',
      pointer: '/0/environment/2/name',
      fixes: [
        {
          title: 'Remove this "A" from environment',
          safe: true,
          result: [
            {
              name: 'web',
              image: 'web',
              environment: [
                { name: 'A', value: '' },
                { name: 'B', value: '' },
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'two values left open',
      text: '{ "containerDefinitions": [{ "name": "web", "environment": [{ "name": "A", "value": "${A}" }, { "name": «"A"», "value": "${A}" }] }] }',
      message: other('A'),
      pointer: '/containerDefinitions/0/environment/1/name',
      fixes: [
        { title: 'Remove this "A" from environment' },
        { title: 'Remove the first "A" from environment' },
      ],
    },
  ],
  right: [
    { name: 'two names', document: right({ name: 'A', value: '1' }, { name: 'B', value: '1' }) },
    {
      name: 'names that differ in case',
      document: right({ name: 'a', value: '1' }, { name: 'A', value: '1' }),
    },
    { name: 'names left open', document: right({ name: '${A}', value: '1' }, { name: '${A}', value: '2' }) },
    { name: 'no names', document: right({ value: '1' }, { value: '2' }) },
    {
      name: 'two containers',
      document: {
        containerDefinitions: [
          { name: 'web', environment: [{ name: 'A', value: '1' }] },
          { name: 'job', environment: [{ name: 'A', value: '2' }] },
        ],
      },
    },
  ],
});
