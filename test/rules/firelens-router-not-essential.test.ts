import rule from '../../server/src/core/rules/firelens-router-not-essential';
import { testRule } from '../support/rule-tester';

const router = (essential?: unknown) => ({
  containerDefinitions: [{ name: 'log', essential, firelensConfiguration: { type: 'fluentbit' } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a router that may stop',
      text: '{ "containerDefinitions": [{ "name": "log", "essential": «false», "firelensConfiguration": { "type": "fluentbit" } }] }',
      message:
        'The log router "log" is not essential: if it stops, the task runs on and its logs are lost. Make it essential.',
      pointer: '/containerDefinitions/0/essential',
      fixes: [{ title: 'Change essential to true', result: router(true) }],
    },
    {
      name: 'a router for whose end a container waits, which is no longer possible then',
      text: '[{ "name": "log", "image": "b", "essential": «false», "firelensConfiguration": { "type": "fluentbit" } }, { "name": "web", "image": "b", "dependsOn": [{ "containerName": "log", "condition": "SUCCESS" }] }]',
      message:
        'The log router "log" is not essential: if it stops, the task runs on and its logs are lost. Make it essential.',
      pointer: '/0/essential',
    },
  ],
  right: [
    { name: 'essential', document: router(true) },
    { name: 'essential by default', document: router() },
    { name: 'left open', document: router('${ESSENTIAL}') },
    { name: 'no router', document: { containerDefinitions: [{ name: 'web', essential: false }] } },
  ],
});
