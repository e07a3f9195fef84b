import rule from '../../server/src/core/rules/firelens-on-windows';
import { testRule } from '../support/rule-tester';

const ROLE = 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole';
const platform = (operatingSystemFamily: string) => ({ runtimePlatform: { operatingSystemFamily } });
const app = { name: 'web', logConfiguration: { logDriver: 'awsfirelens' } };
const router = { name: 'log', firelensConfiguration: { type: 'fluentbit' } };
const message = (name: string) =>
  `Container "${name}" logs through awsfirelens, which Windows does not have. Use another log driver, such as awslogs.`;
const pointer = '/containerDefinitions/0/logConfiguration/logDriver';

testRule(rule, {
  wrong: [
    {
      name: 'on instances, with a router',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2019_FULL" }, "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"awsfirelens"» } }, { "name": "log", "firelensConfiguration": { "type": "fluentbit" } }] }',
      message: message('web'),
      pointer,
      fixes: [
        {
          title: 'Log through awslogs to "/ecs/web", and remove firelensConfiguration (fill in <REGION>)',
          result: {
            ...platform('WINDOWS_SERVER_2019_FULL'),
            containerDefinitions: [
              {
                name: 'web',
                logConfiguration: {
                  logDriver: 'awslogs',
                  options: {
                    'awslogs-group': '/ecs/web',
                    'awslogs-region': '<REGION>',
                    'awslogs-stream-prefix': 'web',
                  },
                },
              },
              { name: 'log' },
            ],
          },
        },
        {
          title: 'Remove logConfiguration, and remove firelensConfiguration',
          result: {
            ...platform('WINDOWS_SERVER_2019_FULL'),
            containerDefinitions: [{ name: 'web' }, { name: 'log' }],
          },
        },
      ],
    },
    {
      name: 'on Fargate, without a router, and with what awslogs needs',
      text: `{ "family": "shop", "requiresCompatibilities": ["FARGATE"], "executionRoleArn": "${ROLE}", "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ "name": "web", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1", "logConfiguration": { "logDriver": «"awsfirelens"» } }] }`,
      message: message('web'),
      pointer,
      fixes: [{ title: 'Log through awslogs to "/ecs/shop"' }, { title: 'Remove logConfiguration' }],
    },
    {
      name: 'on Fargate, with a router',
      text: `{ "requiresCompatibilities": ["FARGATE"], "executionRoleArn": "${ROLE}", "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"awsfirelens"» } }, { "name": "log", "firelensConfiguration": { "type": "fluentbit" } }] }`,
      message: message('web'),
      pointer,
      fixes: [
        { title: 'Log through awslogs to "/ecs/web", and remove firelensConfiguration (fill in <REGION>)' },
        { title: 'Remove logConfiguration, and remove firelensConfiguration' },
      ],
    },
    {
      name: 'two containers: the router stays until the last one is changed',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2019_FULL" }, "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"awsfirelens"» } }, { "name": "job", "logConfiguration": { "logDriver": «"awsfirelens"» } }, { "name": "log", "firelensConfiguration": { "type": "fluentbit" } }] }',
      message: message('web'),
      pointer,
      fixes: [
        { title: 'Log through awslogs to "/ecs/web" (fill in <REGION>)' },
        { title: 'Remove logConfiguration' },
      ],
      more: [
        {
          message: message('job'),
          pointer: '/containerDefinitions/1/logConfiguration/logDriver',
          fixes: [
            { title: 'Log through awslogs to "/ecs/job" (fill in <REGION>)' },
            { title: 'Remove logConfiguration' },
          ],
        },
      ],
    },
  ],
  right: [
    { name: 'Linux', document: { ...platform('LINUX'), containerDefinitions: [app, router] } },
    { name: 'no platform', document: { containerDefinitions: [app, router] } },
    { name: 'a platform left open', document: { ...platform('${OS}'), containerDefinitions: [app, router] } },
    {
      name: 'on Fargate a router that nobody uses, which is reported',
      document: {
        requiresCompatibilities: ['FARGATE'],
        ...platform('WINDOWS_SERVER_2022_CORE'),
        containerDefinitions: [{ name: 'web' }, router],
      },
    },
    {
      name: 'another driver',
      document: {
        ...platform('WINDOWS_SERVER_2022_CORE'),
        containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'awslogs' } }],
      },
    },
  ],
});
