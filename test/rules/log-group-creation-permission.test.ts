import rule from '../../server/src/core/rules/log-group-creation-permission';
import { testRule } from '../support/rule-tester';

const logging = (create: unknown, logDriver = 'awslogs') => ({
  containerDefinitions: [
    { name: 'web', logConfiguration: { logDriver, options: { 'awslogs-create-group': create } } },
  ],
});

testRule(rule, {
  wrong: [
    {
      name: 'two containers, one finding',
      text: '[{ "name": "a", "image": "a", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-create-group": «"True"» } } }, { "name": "b", "image": "b", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-create-group": "true" } } }]',
      message:
        'awslogs-create-group needs logs:CreateLogGroup in the policy of the execution role; AmazonECSTaskExecutionRolePolicy does not have it.',
      pointer: '/0/logConfiguration/options/awslogs-create-group',
    },
  ],
  right: [
    { name: 'off, which another rule reports', document: logging('false') },
    { name: 'left open', document: logging('${CREATE}') },
    { name: 'another driver', document: logging('true', 'awsfirelens') },
  ],
});
