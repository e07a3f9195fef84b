import rule from '../../server/src/core/rules/fargate-log-driver';
import { testRule } from '../support/rule-tester';

const logging = (logDriver: string, launchType = 'FARGATE') => ({
  requiresCompatibilities: [launchType],
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver } }],
});
const message = (driver: string) =>
  `Fargate has no log driver "${driver}", only awslogs, splunk and awsfirelens. Use one of these, or remove logConfiguration.`;

const AWSLOGS =
  'Log through awslogs to "/ecs/web", with an execution role (fill in <REGION> and <ACCOUNT_ID>)';

testRule(rule, {
  wrong: [
    {
      name: 'json-file, without an execution role',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"json-file"» } }] }',
      message: message('json-file'),
      pointer: '/containerDefinitions/0/logConfiguration/logDriver',
      fixes: [
        {
          title: AWSLOGS,
          result: {
            requiresCompatibilities: ['FARGATE'],
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
            ],
            executionRoleArn: 'arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole',
          },
        },
        {
          title: 'Remove logConfiguration',
          result: { requiresCompatibilities: ['FARGATE'], containerDefinitions: [{ name: 'web' }] },
        },
      ],
    },
    {
      name: 'syslog, where everything for awslogs is known',
      text: '{ "family": "shop", "requiresCompatibilities": ["FARGATE"], "executionRoleArn": "arn:aws:iam::123456789012:role/x", "containerDefinitions": [{ "name": "web", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web", "logConfiguration": { "logDriver": «"syslog"», "options": { "tag": "web" } } }] }',
      message: message('syslog'),
      pointer: '/containerDefinitions/0/logConfiguration/logDriver',
      fixes: [
        {
          title: 'Log through awslogs to "/ecs/shop"',
          result: {
            family: 'shop',
            requiresCompatibilities: ['FARGATE'],
            executionRoleArn: 'arn:aws:iam::123456789012:role/x',
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
        { title: 'Remove logConfiguration' },
      ],
    },
    ...['fluentd', 'gelf', 'journald'].map((driver) => ({
      name: driver,
      text: `{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"${driver}"» } }] }`,
      message: message(driver),
      pointer: '/containerDefinitions/0/logConfiguration/logDriver',
      fixes: [{ title: AWSLOGS }, { title: 'Remove logConfiguration' }],
    })),
  ],
  right: [
    ...['awslogs', 'splunk', 'awsfirelens'].map((driver) => ({ name: driver, document: logging(driver) })),
    { name: 'json-file on EC2', document: logging('json-file', 'EC2') },
    { name: 'a driver left open', document: logging('${DRIVER}') },
    { name: 'a driver that does not exist, which the schema reports', document: logging('cloudwatch') },
  ],
});
