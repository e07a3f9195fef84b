import rule from '../../server/src/core/rules/firelens-router-twice';
import { testRule } from '../support/rule-tester';

const router = { firelensConfiguration: { type: 'fluentbit' } };

testRule(rule, {
  wrong: [
    {
      name: 'two, one without a name',
      text: '[{ "name": "a", "image": "a", "firelensConfiguration": { "type": "fluentbit" } }, { "image": "b", «"firelensConfiguration"»: { "type": "fluentd" } }]',
      message:
        'Container "#2" is a log router, and so is "a": a task has at most one. Remove firelensConfiguration from one of them.',
      pointer: '/1/firelensConfiguration',
      related: ['This is a log router too.'],
      fixes: [
        {
          title: 'Remove firelensConfiguration from "#2"',
          result: [{ name: 'a', image: 'a', ...router }, { image: 'b' }],
          uncovers: ['firelens-router-unused'],
        },
        {
          title: 'Remove firelensConfiguration from "a"',
          result: [
            { name: 'a', image: 'a' },
            { image: 'b', firelensConfiguration: { type: 'fluentd' } },
          ],
          uncovers: ['firelens-router-unused'],
        },
      ],
    },
  ],
  right: [
    {
      name: 'one',
      document: { containerDefinitions: [{ name: 'a', ...router }, { name: 'b' }] },
    },
    {
      name: 'one and a place left open',
      document: {
        containerDefinitions: [
          { name: 'a', ...router },
          { name: 'b', firelensConfiguration: '${ROUTER}' },
        ],
      },
    },
  ],
});
