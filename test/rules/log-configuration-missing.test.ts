import rule from '../../server/src/core/rules/log-configuration-missing';
import { testRule } from '../support/rule-tester';

const message =
  'Container "web" has no logConfiguration, so what it prints is not kept. Send it to CloudWatch Logs with the log driver awslogs, or to another place.';
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1';
const awslogs = (group: string, prefix: string) => ({
  logDriver: 'awslogs',
  options: { 'awslogs-group': group, 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': prefix },
});

testRule(rule, {
  wrong: [
    {
      name: 'no Region known',
      text: '{ "containerDefinitions": [{ "name": «"web"» }] }',
      message,
      pointer: '/containerDefinitions/0',
    },
    {
      name: 'a Region known from the image',
      text: `{ "family": "shop", "containerDefinitions": [{ "name": «"web"», "image": "${image}" }] }`,
      message,
      pointer: '/containerDefinitions/0',
      fixes: [
        {
          title: 'Log to the CloudWatch log group "/ecs/shop" in eu-west-1',
          result: {
            family: 'shop',
            containerDefinitions: [{ name: 'web', image, logConfiguration: awslogs('/ecs/shop', 'web') }],
          },
        },
      ],
    },
    {
      name: 'a family that names no log group',
      text: `{ "family": "my shop:", "containerDefinitions": [{ "name": «"web"», "image": "${image}" }] }`,
      message,
      pointer: '/containerDefinitions/0',
    },
    {
      name: 'beside one that logs, in a bare list',
      text: `[{ "name": «"web"», "image": "web" }, { "name": "api", "image": "api", "logConfiguration": ${JSON.stringify(awslogs('shop', 'api'))} }]`,
      message,
      pointer: '/0',
      fixes: [
        {
          title: 'Log to the CloudWatch log group "shop" in eu-west-1',
          result: [
            { name: 'web', image: 'web', logConfiguration: awslogs('shop', 'web') },
            { name: 'api', image: 'api', logConfiguration: awslogs('shop', 'api') },
          ],
        },
      ],
    },
    {
      name: 'on Fargate without the role that awslogs would need',
      text: `{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": «"web"», "image": "${image}" }] }`,
      message,
      pointer: '/containerDefinitions/0',
    },
    {
      name: 'a container without a name',
      text: '{ "family": "shop", "containerDefinitions": [«{» "image": "web" }] }',
      message: message.replace('"web"', '"#1"'),
      pointer: '/containerDefinitions/0',
    },
    {
      name: 'a container whose name a template fills in',
      text: '{ "family": "shop", "containerDefinitions": [{ "name": «"${NAME}"», "image": "web" }] }',
      message: message.replace('"web"', '"${NAME}"'),
      pointer: '/containerDefinitions/0',
    },
  ],
  right: [
    {
      name: 'a log configuration',
      document: { containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'json-file' } }] },
    },
    {
      name: 'one left open',
      document: { containerDefinitions: [{ name: 'web', logConfiguration: '${LOGS}' }] },
    },
    {
      name: 'null, which the schema says',
      document: { containerDefinitions: [{ name: 'web', logConfiguration: null }] },
    },
    {
      name: 'other capitals, which the schema says',
      document: { containerDefinitions: [{ name: 'web', logconfiguration: {} }] },
    },
  ],
});
