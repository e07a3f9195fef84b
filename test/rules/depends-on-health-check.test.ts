import rule from '../../server/src/core/rules/depends-on-health-check';
import { testRule } from '../support/rule-tester';

const waiting = (condition: string, target: object) => ({
  containerDefinitions: [
    { name: 'web', dependsOn: [{ containerName: 'api', condition }] },
    { name: 'api', ...target },
  ],
});
const message =
  'HEALTHY waits for the health check of "api", and "api" has no healthCheck (one in its image does not count). Add one to it, or use another condition.';

testRule(rule, {
  wrong: [
    {
      name: 'a container without ports',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": "api", "condition": «"HEALTHY"» }] }, { "name": "api" }] }',
      message,
      pointer: '/containerDefinitions/0/dependsOn/0/condition',
      fixes: [{ title: 'Change condition to "START"', result: waiting('START', {}) }],
    },
    {
      name: 'a container of an unknown image with ports, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "dependsOn": [{ "containerName": "api", "condition": «"HEALTHY"» }] }, { "name": "api", "image": "api", "portMappings": [{ "containerPortRange": "9000-9010" }, { "containerPort": 8080 }] }]',
      message,
      pointer: '/0/dependsOn/0/condition',
      fixes: [
        {
          title: 'Add a health check to container "api": HTTP on port 8080 with curl (if the image has curl)',
          result: [
            { name: 'web', image: 'nginx', dependsOn: [{ containerName: 'api', condition: 'HEALTHY' }] },
            {
              name: 'api',
              image: 'api',
              portMappings: [{ containerPortRange: '9000-9010' }, { containerPort: 8080 }],
              healthCheck: {
                command: ['CMD-SHELL', 'curl -f http://127.0.0.1:8080/ || exit 1'],
                interval: 30,
                timeout: 5,
                retries: 3,
              },
            },
          ],
        },
        {
          title: 'Add a health check to container "api": HTTP on port 8080 with wget (if the image has wget)',
        },
        { title: 'Change condition to "START"' },
      ],
    },
    {
      name: 'a container of a known image',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": "api", "condition": «"HEALTHY"» }] }, { "name": "api", "image": "redis:7" }] }',
      message,
      pointer: '/containerDefinitions/0/dependsOn/0/condition',
      fixes: [
        {
          title: 'Add a health check to container "api": redis-cli ping',
          result: waiting('HEALTHY', {
            image: 'redis:7',
            healthCheck: {
              command: ['CMD-SHELL', 'redis-cli ping || exit 1'],
              interval: 30,
              timeout: 5,
              retries: 3,
            },
          }),
        },
        { title: 'Change condition to "START"' },
      ],
    },
  ],
  right: [
    {
      name: 'a health check',
      document: waiting('HEALTHY', { healthCheck: { command: ['CMD', 'true'] } }),
    },
    { name: 'another condition', document: waiting('START', {}) },
    { name: 'a condition left open', document: waiting('${CONDITION}', {}) },
    { name: 'a health check left open', document: waiting('HEALTHY', { healthCheck: '${CHECK}' }) },
    { name: 'a health check in other capitals', document: waiting('HEALTHY', { healthcheck: {} }) },
    {
      name: 'an unknown container, which is another rule',
      document: {
        containerDefinitions: [{ name: 'web', dependsOn: [{ containerName: 'nope', condition: 'HEALTHY' }] }],
      },
    },
  ],
});
