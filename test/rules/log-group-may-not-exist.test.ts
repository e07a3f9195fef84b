import rule from '../../server/src/core/rules/log-group-may-not-exist';
import { testRule } from '../support/rule-tester';

const container = (name: string, options: unknown, logDriver = 'awslogs') => ({
  name,
  image: name,
  logConfiguration: { logDriver, options },
});
const message = (group: string) =>
  `The log group "${group}" must exist before the task starts. Create it, or let awslogs-create-group do it.`;
const title = 'Add "awslogs-create-group": "true"';

testRule(rule, {
  wrong: [
    {
      name: 'one group for two containers, another for the third',
      text: '[{ "name": "a", "image": "a", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/ecs" } } }, { "name": "b", "image": "b", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs" } } }, { "name": "c", "image": "c", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/c" } } }]',
      message: message('/ecs'),
      pointer: '/0/logConfiguration/options',
      fixes: [
        {
          title,
          result: [
            container('a', { 'awslogs-group': '/ecs', 'awslogs-create-group': 'true' }),
            container('b', { 'awslogs-group': '/ecs' }),
            container('c', { 'awslogs-group': '/c' }),
          ],
        },
      ],
      more: [{ message: message('/c'), pointer: '/2/logConfiguration/options', fixes: [{ title }] }],
    },
  ],
  right: [
    {
      name: 'a group that is created',
      document: [container('a', { 'awslogs-group': '/ecs', 'awslogs-create-group': 'true' })],
    },
    {
      name: 'a group that another container creates',
      document: [
        container('a', { 'awslogs-group': '/ecs' }),
        container('b', { 'awslogs-group': '/ecs', 'awslogs-create-group': '${CREATE}' }),
      ],
    },
    { name: 'a group left open', document: [container('a', { 'awslogs-group': '${GROUP}' })] },
    { name: 'an empty group', document: [container('a', { 'awslogs-group': '' })] },
    { name: 'another driver', document: [container('a', { 'awslogs-group': '/ecs' }, 'fluentd')] },
  ],
});
