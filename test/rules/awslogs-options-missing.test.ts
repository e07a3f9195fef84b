import rule from '../../server/src/core/rules/awslogs-options-missing';
import { testRule } from '../support/rule-tester';

const missing = (options: string) =>
  `The options of the log driver awslogs lack ${options}. There is no default, and AWS refuses the driver without. Add what is missing.`;
const logging = (options: unknown) => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'awslogs', options } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'no options, and no Region to propose',
      text: '{ "family": "shop", "containerDefinitions": [{ "name": "web", «"logConfiguration"»: { "logDriver": "awslogs" } }] }',
      message: missing('awslogs-group and awslogs-region'),
      pointer: '/containerDefinitions/0/logConfiguration',
      fixes: [
        {
          title: 'Add "awslogs-group": "/ecs/shop", "awslogs-region": "<REGION>" (fill in <REGION>)',
          result: {
            family: 'shop',
            ...logging({ 'awslogs-group': '/ecs/shop', 'awslogs-region': '<REGION>' }),
          },
        },
      ],
    },
    {
      name: 'no options on Fargate, and a Region in another value',
      text: '{ "family": "shop", "requiresCompatibilities": ["FARGATE"], "taskRoleArn": "arn:aws:iam::123456789012:role/task", "containerDefinitions": [{ "name": "web", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web", «"logConfiguration"»: { "logDriver": "awslogs" } }] }',
      message: missing('awslogs-group, awslogs-region and awslogs-stream-prefix'),
      pointer: '/containerDefinitions/0/logConfiguration',
      fixes: [
        {
          title:
            'Add "awslogs-group": "/ecs/shop", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web"',
          result: {
            family: 'shop',
            requiresCompatibilities: ['FARGATE'],
            taskRoleArn: 'arn:aws:iam::123456789012:role/task',
            containerDefinitions: [
              {
                name: 'web',
                image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web',
                logConfiguration: {
                  logDriver: 'awslogs',
                  options: {
                    'awslogs-group': '/ecs/shop',
                    'awslogs-region': 'eu-west-1',
                    'awslogs-stream-prefix': 'web',
                  },
                },
              },
            ],
          },
        },
      ],
    },
    {
      name: 'no Region on Fargate, and no prefix either',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/web" } } }] }',
      message: missing('awslogs-region and awslogs-stream-prefix'),
      pointer: '/containerDefinitions/0/logConfiguration/options',
      fixes: [
        {
          title: 'Add "awslogs-region": "<REGION>", "awslogs-stream-prefix": "web" (fill in <REGION>)',
        },
      ],
    },
    {
      name: 'no Region, and another container that has one, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/web" } } }, { "name": "job", "image": "job", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/job", "awslogs-region": "eu-central-1" } } }]',
      message: missing('awslogs-region'),
      pointer: '/0/logConfiguration/options',
      fixes: [{ title: 'Add "awslogs-region": "eu-central-1"' }],
    },
    {
      name: 'no Region, and two that others have',
      text: '[{ "name": "web", "image": "nginx", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/web" } } }, { "name": "job", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/job", "secrets": [{ "name": "A", "valueFrom": "arn:aws:ssm:us-east-1:123456789012:parameter/a" }] }]',
      message: missing('awslogs-region'),
      pointer: '/0/logConfiguration/options',
      fixes: [{ title: 'Add "awslogs-region": "<REGION>" (fill in <REGION>)' }],
    },
    {
      name: 'no Region, and a log router that has one',
      text: '[{ "name": "web", "image": "nginx", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-group": "/web" } } }, { "name": "job", "image": "job", "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "cloudwatch", "region": "eu-central-1" } } }]',
      message: missing('awslogs-region'),
      pointer: '/0/logConfiguration/options',
      fixes: [{ title: 'Add "awslogs-region": "eu-central-1"' }],
    },
    {
      name: 'no name that AWS takes: the group is left to a person',
      text: '[{ "name": "a b", "image": "nginx", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-region": "eu-west-1" } } }]',
      message: missing('awslogs-group'),
      pointer: '/0/logConfiguration/options',
      fixes: [{ title: 'Add "awslogs-group": "<LOG_GROUP>" (fill in <LOG_GROUP>)' }],
    },
    {
      name: 'no group and no family: the container lends its name',
      text: '[{ "name": "web", "image": "nginx", "logConfiguration": { "logDriver": "awslogs", «"options"»: { "awslogs-region": "eu-west-1" } } }]',
      message: missing('awslogs-group'),
      pointer: '/0/logConfiguration/options',
      fixes: [{ title: 'Add "awslogs-group": "/ecs/web"' }],
    },
    {
      name: 'both empty',
      text: '{ "family": "shop", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": «""», "awslogs-region": «""» } } }] }',
      message:
        'awslogs-group is empty, and the log driver awslogs has no default for it. Write the name of a log group.',
      pointer: '/containerDefinitions/0/logConfiguration/options/awslogs-group',
      fixes: [
        {
          title: 'Change awslogs-group to "/ecs/shop"',
          result: {
            family: 'shop',
            ...logging({ 'awslogs-group': '/ecs/shop', 'awslogs-region': '' }),
          },
        },
      ],
      more: [
        {
          message:
            'awslogs-region is empty, and the log driver awslogs has no default for it. Write a Region.',
          pointer: '/containerDefinitions/0/logConfiguration/options/awslogs-region',
          fixes: [{ title: 'Change awslogs-region to "<REGION>" (fill in <REGION>)' }],
        },
      ],
    },
  ],
  right: [
    {
      name: 'options under other names, which another rule reports',
      document: logging({ group: '/web', 'aws-region': 'eu-west-1' }),
    },
    { name: 'group and Region', document: logging({ 'awslogs-group': 'a', 'awslogs-region': 'eu-west-1' }) },
    {
      name: 'values left open',
      document: logging({ 'awslogs-group': '${GROUP}', 'awslogs-region': '$AWS_REGION' }),
    },
    { name: 'a key left open', document: logging({ '${KEY}': 'x' }) },
    { name: 'options left open', document: logging('${OPTIONS}') },
    { name: 'options of null', document: logging(null) },
    {
      name: 'keys in other capitals',
      document: logging({ 'AWSLogs-Group': 'a', awslogs_region: 'eu-west-1' }),
    },
    {
      name: 'another driver',
      document: { containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'json-file' } }] },
    },
    {
      name: 'a driver left open',
      document: { containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: '${DRIVER}' } }] },
    },
  ],
});
