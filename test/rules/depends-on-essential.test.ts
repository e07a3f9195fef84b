import rule from '../../server/src/core/rules/depends-on-essential';
import { testRule } from '../support/rule-tester';

const waiting = (condition: string, target: object) => ({
  containerDefinitions: [
    { name: 'web', dependsOn: [{ containerName: 'migrate', condition }] },
    { name: 'migrate', ...target },
  ],
});

testRule(rule, {
  wrong: [
    {
      name: 'SUCCESS of a container that is essential by default',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": "migrate", "condition": «"SUCCESS"» }] }, { "name": "migrate" }] }',
      message:
        'SUCCESS waits until "migrate" has finished, but "migrate" is essential (the default) and its end stops the whole task. Add "essential": false to it, or use another condition.',
      pointer: '/containerDefinitions/0/dependsOn/0/condition',
      related: [],
      fixes: [
        {
          title: 'Add "essential": false to container "migrate"',
          result: waiting('SUCCESS', { essential: false }),
        },
        { title: 'Change condition to "START"', result: waiting('START', {}) },
      ],
    },
    {
      name: 'COMPLETE of a container that says it is essential',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": "migrate", "condition": «"COMPLETE"» }] }, { "name": "migrate", "essential": true }] }',
      message:
        'COMPLETE waits until "migrate" has finished, but "migrate" is essential and its end stops the whole task. Set its "essential" to false, or use another condition.',
      pointer: '/containerDefinitions/0/dependsOn/0/condition',
      related: ['"migrate" is essential here.'],
      fixes: [
        {
          title: 'Change essential of "migrate" to false',
          result: waiting('COMPLETE', { essential: false }),
        },
        { title: 'Change condition to "START"' },
      ],
    },
    {
      name: 'the only essential container, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "essential": false, "dependsOn": [{ "containerName": "migrate", "condition": «"COMPLETE"» }] }, { "name": "migrate", "image": "busybox" }]',
      message:
        'COMPLETE waits until "migrate" has finished, but "migrate" is essential (the default) and its end stops the whole task. Add "essential": false to it, or use another condition.',
      pointer: '/0/dependsOn/0/condition',
      fixes: [{ title: 'Change condition to "START"' }],
    },
  ],
  right: [
    { name: 'a container that is not essential', document: waiting('SUCCESS', { essential: false }) },
    { name: 'START of an essential container', document: waiting('START', { essential: true }) },
    { name: 'a condition left open', document: waiting('${CONDITION}', {}) },
    { name: 'essential left open', document: waiting('SUCCESS', { essential: '${ESSENTIAL}' }) },
    { name: 'essential in other capitals', document: waiting('SUCCESS', { Essential: false }) },
    { name: 'essential of null', document: waiting('SUCCESS', { essential: null }) },
    {
      name: 'an unknown container, which is another rule',
      document: {
        containerDefinitions: [{ name: 'web', dependsOn: [{ containerName: 'nope', condition: 'SUCCESS' }] }],
      },
    },
    {
      name: 'itself, which is another rule',
      document: {
        containerDefinitions: [{ name: 'web', dependsOn: [{ containerName: 'web', condition: 'SUCCESS' }] }],
      },
    },
  ],
});
