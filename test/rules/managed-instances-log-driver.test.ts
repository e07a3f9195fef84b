import rule from '../../server/src/core/rules/managed-instances-log-driver';
import { testRule } from '../support/rule-tester';

const message = (driver: string) =>
  `AWS does not list the log driver "${driver}" for Managed Instances. awslogs, splunk and awsfirelens are sure to work.`;
const on = (logDriver: string, ...requiresCompatibilities: string[]) => ({
  requiresCompatibilities,
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver } }],
});

testRule(rule, {
  wrong: ['fluentd', 'gelf', 'journald', 'syslog'].map((driver) => ({
    name: driver,
    text: `{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"${driver}"» } }] }`,
    message: message(driver),
    pointer: '/containerDefinitions/0/logConfiguration/logDriver',
  })),
  right: [
    ...['awslogs', 'splunk', 'awsfirelens', 'json-file', '${DRIVER}'].map((driver) => ({
      name: driver,
      document: on(driver, 'MANAGED_INSTANCES'),
    })),
    { name: 'EC2', document: on('syslog', 'EC2') },
    { name: 'Fargate as well, which refuses it', document: on('syslog', 'MANAGED_INSTANCES', 'FARGATE') },
  ],
});
