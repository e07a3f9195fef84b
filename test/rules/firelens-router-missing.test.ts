import rule from '../../server/src/core/rules/firelens-router-missing';
import { testRule } from '../support/rule-tester';

const logging = { logDriver: 'awsfirelens' };
const message =
  'Container "web" logs through awsfirelens, but no container of the task has a firelensConfiguration to take the logs. Add a log router container.';

testRule(rule, {
  wrong: [
    {
      name: 'two containers, one finding',
      text: '{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"awsfirelens"» } }, { "name": "job", "logConfiguration": { "logDriver": "awsfirelens" } }] }',
      message,
      pointer: '/containerDefinitions/0/logConfiguration/logDriver',
      fixes: [
        {
          title: 'Add a Fluent Bit container called "log_router"',
          result: {
            containerDefinitions: [
              { name: 'web', logConfiguration: logging },
              { name: 'job', logConfiguration: logging },
              {
                name: 'log_router',
                image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
                essential: true,
                memoryReservation: 50,
                firelensConfiguration: { type: 'fluentbit' },
              },
            ],
          },
        },
      ],
    },
    {
      name: 'a name that is taken, in a bare list',
      text: '[{ "name": "log_router", "image": "fluent" }, { "name": "web", "image": "web", "logConfiguration": { "logDriver": «"awsfirelens"» } }]',
      message,
      pointer: '/1/logConfiguration/logDriver',
    },
  ],
  right: [
    {
      name: 'Windows, which has no FireLens',
      document: {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        containerDefinitions: [{ name: 'web', logConfiguration: logging }],
      },
    },
    {
      name: 'a router',
      document: {
        containerDefinitions: [
          { name: 'web', logConfiguration: logging },
          { name: 'log_router', firelensConfiguration: { type: 'fluentbit' } },
        ],
      },
    },
    {
      name: 'a router left open',
      document: {
        containerDefinitions: [
          { name: 'web', logConfiguration: logging },
          { name: 'log_router', firelensConfiguration: '${FIRELENS}' },
        ],
      },
    },
    {
      name: 'a container left open',
      document: { containerDefinitions: [{ name: 'web', logConfiguration: logging }, '${SIDECAR}'] },
    },
    {
      name: 'another driver',
      document: { containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'fluentd' } }] },
    },
  ],
});
