import rule from '../../server/src/core/rules/awslogs-stream-prefix-missing';
import { testRule } from '../support/rule-tester';

const message =
  'On Fargate the log driver awslogs needs awslogs-stream-prefix, with which the names of its log streams begin. Add it to the options.';
const REQUIRED = { 'awslogs-group': '/web', 'awslogs-region': 'eu-west-1' };
const logging = (options: unknown, launchType = 'FARGATE') => ({
  requiresCompatibilities: [launchType],
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'awslogs', options } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'no prefix',
      text: '{ "requiresCompatibilities": ["EC2", "FARGATE"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/web", "awslogs-region": "eu-west-1" } } }] }',
      message,
      pointer: '/containerDefinitions/0/logConfiguration/options',
      fixes: [
        {
          title: 'Add "awslogs-stream-prefix": "web"',
          result: {
            ...logging({ ...REQUIRED, 'awslogs-stream-prefix': 'web' }),
            requiresCompatibilities: ['EC2', 'FARGATE'],
          },
        },
      ],
    },
    {
      name: 'no prefix, in a container whose name is open',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "${NAME}", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/web", "awslogs-region": "eu-west-1" } } }] }',
      message,
      pointer: '/containerDefinitions/0/logConfiguration/options',
      fixes: [{ title: 'Add "awslogs-stream-prefix": "ecs"' }],
    },
  ],
  right: [
    { name: 'a prefix', document: logging({ ...REQUIRED, 'awslogs-stream-prefix': 'web' }) },
    { name: 'EC2', document: logging(REQUIRED, 'EC2') },
    { name: 'no options, which another rule reports', document: logging(undefined) },
    { name: 'a prefix of null', document: logging({ ...REQUIRED, 'awslogs-stream-prefix': null }) },
    { name: 'a key in other capitals', document: logging({ ...REQUIRED, 'awslogs-Stream-Prefix': 'web' }) },
    { name: 'another name, which another rule reports', document: logging({ ...REQUIRED, prefix: 'web' }) },
    { name: 'more is missing, which another rule reports', document: logging({ 'awslogs-group': '/web' }) },
  ],
});
