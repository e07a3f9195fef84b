import rule from '../../server/src/core/rules/firelens-router-unused';
import { testRule } from '../support/rule-tester';

const routing = (...others: unknown[]) => ({
  containerDefinitions: [{ name: 'router', firelensConfiguration: { type: 'fluentbit' } }, ...others],
});
const message =
  'Container "router" is a log router, but no container logs through awsfirelens. Let one use the log driver awsfirelens, or remove firelensConfiguration.';

testRule(rule, {
  wrong: [
    {
      name: 'no container that logs',
      text: '{ "containerDefinitions": [{ "name": "web" }, { "name": "router", «"firelensConfiguration"»: { "type": "fluentbit" } }] }',
      message,
      pointer: '/containerDefinitions/1/firelensConfiguration',
      fixes: [
        {
          title: 'Let container "web" log through awsfirelens',
          result: {
            containerDefinitions: [
              { name: 'web', logConfiguration: { logDriver: 'awsfirelens' } },
              { name: 'router', firelensConfiguration: { type: 'fluentbit' } },
            ],
          },
        },
        {
          title: 'Remove firelensConfiguration',
          result: { containerDefinitions: [{ name: 'web' }, { name: 'router' }] },
        },
      ],
    },
    {
      name: 'another driver, in a bare list',
      text: '[{ "name": "router", "image": "fluent", «"firelensConfiguration"»: {}, "logConfiguration": { "logDriver": "awslogs" } }]',
      message,
      pointer: '/0/firelensConfiguration',
      fixes: [{ title: 'Remove firelensConfiguration' }],
    },
    {
      name: 'Windows, where nothing can log through awsfirelens',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ "name": "web" }, { "name": "router", «"firelensConfiguration"»: { "type": "fluentbit" } }] }',
      message,
      pointer: '/containerDefinitions/1/firelensConfiguration',
      fixes: [{ title: 'Remove firelensConfiguration' }],
    },
  ],
  right: [
    {
      name: 'Fargate on Windows, which refuses the router',
      document: {
        requiresCompatibilities: ['FARGATE'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        ...routing({ name: 'web' }),
      },
    },
    {
      name: 'a container that uses it',
      document: routing({ name: 'web', logConfiguration: { logDriver: 'awsfirelens' } }),
    },
    {
      name: 'a driver in other capitals, which the schema reports',
      document: routing({ name: 'web', logConfiguration: { logDriver: 'awsFirelens' } }),
    },
    {
      name: 'a driver left open',
      document: routing({ name: 'web', logConfiguration: { logDriver: '${D}' } }),
    },
    { name: 'logging left open', document: routing({ name: 'web', logConfiguration: '${LOG}' }) },
    { name: 'a container left open', document: routing('${WEB}') },
    { name: 'no router', document: { containerDefinitions: [{ name: 'web', firelensConfiguration: null }] } },
  ],
});
