import rule from '../../server/src/core/rules/awslogs-stream-prefix-missing';
import { testRule } from '../support/rule-tester';

const message =
  'On Fargate the log driver awslogs needs awslogs-stream-prefix, with which the names of its log streams begin. Add it to the options.';
const logging = (options: unknown, launchType = 'FARGATE') => ({
  requiresCompatibilities: [launchType],
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'awslogs', options } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'no prefix',
      text: '{ "requiresCompatibilities": ["EC2", "FARGATE"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/web" } } }] }',
      message,
      pointer: '/containerDefinitions/0/logConfiguration/options',
      fixes: [
        {
          title: 'Add "awslogs-stream-prefix": "web"',
          result: {
            ...logging({ 'awslogs-group': '/web', 'awslogs-stream-prefix': 'web' }),
            requiresCompatibilities: ['EC2', 'FARGATE'],
          },
        },
      ],
    },
    {
      name: 'no prefix, in a container whose name is open',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "${NAME}", "logConfiguration": { "logDriver": "awslogs", «"options"»: {} } }] }',
      message,
      pointer: '/containerDefinitions/0/logConfiguration/options',
      fixes: [{ title: 'Add "awslogs-stream-prefix": "ecs"' }],
    },
  ],
  right: [
    { name: 'a prefix', document: logging({ 'awslogs-stream-prefix': 'web' }) },
    { name: 'EC2', document: logging({}, 'EC2') },
    { name: 'no options, which another rule reports', document: logging(undefined) },
    { name: 'a prefix of null', document: logging({ 'awslogs-stream-prefix': null }) },
    { name: 'a key in other capitals', document: logging({ 'awslogs-Stream-Prefix': 'web' }) },
  ],
});
