import rule from '../../server/src/core/rules/health-check-missing';
import { testRule } from '../support/rule-tester';

const message =
  'Container "web" has no healthCheck, so ECS notices when its program ends, but not when it hangs. Add a command that asks the program itself.';

testRule(rule, {
  wrong: [
    {
      name: 'an image of which nothing is known',
      text: '{ "containerDefinitions": [{ "name": «"web"», "image": "shop:1" }] }',
      message,
      pointer: '/containerDefinitions/0',
    },
    {
      name: 'an image with a recipe, in a bare list',
      text: '[{ "name": «"web"», "image": "nginx:1.27-alpine", "essential": true }]',
      message,
      pointer: '/0',
      fixes: [
        {
          title: 'Add a health check to container "web": HTTP on port 80 with wget',
          result: [
            {
              name: 'web',
              image: 'nginx:1.27-alpine',
              essential: true,
              healthCheck: {
                command: ['CMD-SHELL', 'wget -q -O /dev/null http://127.0.0.1:80/ || exit 1'],
                interval: 30,
                timeout: 5,
                retries: 3,
              },
            },
          ],
        },
      ],
    },
    {
      name: 'beside one that is waited for',
      text: '{ "containerDefinitions": [{ "name": «"web"», "dependsOn": [{ "containerName": "db", "condition": "HEALTHY" }] }, { "name": "db" }] }',
      message,
      pointer: '/containerDefinitions/0',
    },
    {
      name: 'one whose start is waited for',
      text: '{ "containerDefinitions": [{ "name": "db", "healthCheck": { "command": ["CMD", "true"] }, "dependsOn": [{ "containerName": "web", "condition": "START" }] }, { "name": «"web"» }] }',
      message,
      pointer: '/containerDefinitions/1',
    },
  ],
  right: [
    {
      name: 'a health check',
      document: { containerDefinitions: [{ name: 'web', healthCheck: { command: ['CMD', 'true'] } }] },
    },
    {
      name: 'a container that is not essential',
      document: { containerDefinitions: [{ name: 'web', essential: false }] },
    },
    {
      name: 'a container that may not be essential',
      document: { containerDefinitions: [{ name: 'web', essential: '${ESSENTIAL}' }] },
    },
    {
      name: 'a health check left open',
      document: { containerDefinitions: [{ name: 'web', healthCheck: '${CHECK}' }] },
    },
  ],
});
