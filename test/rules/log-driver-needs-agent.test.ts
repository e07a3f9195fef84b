import rule from '../../server/src/core/rules/log-driver-needs-agent';
import { testRule } from '../support/rule-tester';

const message = (driver: string) =>
  `The log driver "${driver}" runs only on instances whose agent lists it in ECS_AVAILABLE_LOGGING_DRIVERS.`;
const wrong = (driver: string, launchType: string) => ({
  name: `${driver} on ${launchType}`,
  text: `{ "requiresCompatibilities": ["${launchType}"], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": «"${driver}"» } }] }`,
  message: message(driver),
  pointer: '/containerDefinitions/0/logConfiguration/logDriver',
});
const on = (logDriver: string, ...requiresCompatibilities: string[]) => ({
  requiresCompatibilities,
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver } }],
});

testRule(rule, {
  wrong: [
    wrong('fluentd', 'EC2'),
    wrong('gelf', 'EC2'),
    wrong('journald', 'EXTERNAL'),
    wrong('syslog', 'EXTERNAL'),
  ],
  right: [
    { name: 'json-file, which agents offer by themselves', document: on('json-file', 'EC2') },
    { name: 'awslogs', document: on('awslogs', 'EC2') },
    { name: 'a launch type that is not said', document: on('syslog') },
    { name: 'Fargate as well', document: on('syslog', 'EC2', 'FARGATE') },
    { name: 'Managed Instances as well', document: on('syslog', 'EC2', 'MANAGED_INSTANCES') },
  ],
});
