import rule from '../../server/src/core/rules/firelens-without-output';
import { testRule } from '../support/rule-tester';

const ROUTER = { name: 'log', image: 'log', firelensConfiguration: { type: 'fluentbit' } };
const task = (options: unknown, router: object = ROUTER) => [
  { name: 'web', image: 'web', logConfiguration: { logDriver: 'awsfirelens', options } },
  router,
];
const router = JSON.stringify(ROUTER);
const message =
  'Container "web" logs through awsfirelens without options, and the router "log" names no configuration file. Unless its image has one, the logs go nowhere. Add options with the "Name" of an output.';

testRule(rule, {
  wrong: [
    {
      name: 'no options',
      text: `[{ "name": "web", "image": "web", «"logConfiguration"»: { "logDriver": "awsfirelens" } }, ${router}]`,
      message,
      pointer: '/0/logConfiguration',
    },
    {
      name: 'an option that is no output',
      text: `[{ "name": "web", "image": "web", "logConfiguration": { "logDriver": "awsfirelens", «"options"»: { "log-driver-buffer-limit": "1" } } }, ${router}]`,
      message,
      pointer: '/0/logConfiguration/options',
    },
    {
      name: 'a router with metadata switched on, and a variable',
      text: '[{ "name": "web", "image": "web", "logConfiguration": { "logDriver": "awsfirelens", «"options"»: {} } }, { "name": "log", "image": "log", "environment": [{ "name": "A", "value": "1" }], "firelensConfiguration": { "type": "fluentbit", "options": { "enable-ecs-log-metadata": "true" } } }]',
      message,
      pointer: '/0/logConfiguration/options',
    },
  ],
  right: [
    { name: 'an output', document: task({ Name: 'stdout' }) },
    { name: 'options left open', document: task('${OPTIONS}') },
    {
      name: 'a file of the router',
      document: task(undefined, {
        ...ROUTER,
        firelensConfiguration: {
          type: 'fluentbit',
          options: { 'config-file-type': 'file', 'config-file-value': '/a.conf' },
        },
      }),
    },
    {
      name: 'options of the router left open',
      document: task(undefined, { ...ROUTER, firelensConfiguration: { type: 'fluentbit', options: '${O}' } }),
    },
    {
      name: 'files that the router fetches',
      document: task(undefined, {
        ...ROUTER,
        environment: [{ name: 'aws_fluent_bit_init_s3_1', value: 'arn:aws:s3:::bucket/a.conf' }],
      }),
    },
    { name: 'a command of the router', document: task(undefined, { ...ROUTER, command: ['-c', '/a.conf'] }) },
    {
      name: 'an entry point of the router',
      document: task(undefined, { ...ROUTER, entryPoint: ['/start.sh'] }),
    },
    {
      name: 'a volume of the router',
      document: task(undefined, { ...ROUTER, mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] }),
    },
    {
      name: 'no router, which another rule reports',
      document: task(undefined, { name: 'job', image: 'job' }),
    },
  ],
});
