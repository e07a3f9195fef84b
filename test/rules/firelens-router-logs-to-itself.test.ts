import rule from '../../server/src/core/rules/firelens-router-logs-to-itself';
import { testRule } from '../support/rule-tester';

const ROLE = 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole';
const message =
  'The log router "log" logs through awsfirelens, which is itself: when it fails, so does the message about it. Use another driver, such as awslogs.';
const firelensConfiguration = { type: 'fluentbit' };
const router = (logDriver: string) => ({
  containerDefinitions: [{ name: 'log', firelensConfiguration, logConfiguration: { logDriver } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'nothing known for awslogs',
      text: '[{ "name": "log", "image": "log", "firelensConfiguration": { "type": "fluentbit" }, "logConfiguration": { "logDriver": «"awsfirelens"» } }]',
      message,
      pointer: '/0/logConfiguration/logDriver',
      fixes: [
        {
          title: 'Log through awslogs to "/ecs/log" (fill in <REGION>)',
          uncovers: ['firelens-router-unused'],
        },
      ],
    },
    {
      name: 'another container that logs to CloudWatch',
      text: `{ "family": "shop", "executionRoleArn": "${ROLE}", "containerDefinitions": [{ "name": "log", "firelensConfiguration": { "type": "fluentbit" }, "logConfiguration": { "logDriver": «"awsfirelens"» } }, { "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "g", "awslogs-region": "eu-west-1" } } }, { "name": "job", "logConfiguration": { "logDriver": "awsfirelens" } }] }`,
      message,
      pointer: '/containerDefinitions/0/logConfiguration/logDriver',
      fixes: [{ title: 'Log through awslogs to "/ecs/shop"' }],
    },
  ],
  right: [
    { name: 'awslogs', document: router('awslogs') },
    { name: 'a driver left open', document: router('${DRIVER}') },
    {
      name: 'a container beside the router',
      document: {
        containerDefinitions: [
          { name: 'log', firelensConfiguration },
          { name: 'web', logConfiguration: { logDriver: 'awsfirelens' } },
        ],
      },
    },
    {
      name: 'Windows, where the driver is refused',
      document: {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        ...router('awsfirelens'),
      },
    },
  ],
});
