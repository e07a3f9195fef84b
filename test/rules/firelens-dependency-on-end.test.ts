import rule from '../../server/src/core/rules/firelens-dependency-on-end';
import { testRule } from '../support/rule-tester';

const firelensConfiguration = { type: 'fluentbit' };
const task = (condition: string, router: object) => ({
  containerDefinitions: [
    { name: 'web', dependsOn: [{ containerName: 'log', condition }] },
    { name: 'log', ...router },
  ],
});
const message = (condition: string) =>
  `${condition} waits until "log" has finished, but it is the log router and runs as long as the task. Wait for START or HEALTHY.`;
const pointer = '/containerDefinitions/0/dependsOn/0/condition';
const router = { essential: false, firelensConfiguration };

testRule(rule, {
  wrong: [
    {
      name: 'COMPLETE',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": "log", "condition": «"COMPLETE"» }] }, { "name": "log", "essential": false, "firelensConfiguration": { "type": "fluentbit" } }] }',
      message: message('COMPLETE'),
      pointer,
      fixes: [{ title: 'Change condition to "START"', result: task('START', router) }],
    },
    {
      name: 'SUCCESS of a router with a health check',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": "log", "condition": «"SUCCESS"» }] }, { "name": "log", "essential": false, "firelensConfiguration": { "type": "fluentbit" }, "healthCheck": { "command": ["CMD", "true"] } }] }',
      message: message('SUCCESS'),
      pointer,
      fixes: [{ title: 'Change condition to "START"' }, { title: 'Change condition to "HEALTHY"' }],
    },
  ],
  right: [
    { name: 'START', document: task('START', router) },
    {
      name: 'an essential router, which another rule reports',
      document: task('COMPLETE', { firelensConfiguration }),
    },
    { name: 'a container that is no router', document: task('COMPLETE', { essential: false }) },
    { name: 'a condition left open', document: task('${CONDITION}', router) },
  ],
});
