import rule from '../../server/src/core/rules/depends-on-unknown-container';
import { testRule } from '../support/rule-tester';

const waiting = (containerName: string, ...others: unknown[]) => ({
  containerDefinitions: [{ name: 'web', dependsOn: [{ containerName, condition: 'START' }] }, ...others],
});
const message = (name: string) =>
  `No container of this task is called "${name}", so nothing can wait for it. Name a container of this task, or remove the dependency.`;

testRule(rule, {
  wrong: [
    {
      name: 'nothing else to wait for',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": «"nope"», "condition": "START" }] }] }',
      message: message('nope'),
      pointer: '/containerDefinitions/0/dependsOn/0/containerName',
      fixes: [
        {
          title: 'Remove the dependency on "nope"',
          result: { containerDefinitions: [{ name: 'web', dependsOn: [] }] },
        },
      ],
    },
    {
      name: 'the only other container under another name',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": «"redis"», "condition": "START" }] }, { "name": "cache" }] }',
      message: message('redis'),
      pointer: '/containerDefinitions/0/dependsOn/0/containerName',
      fixes: [
        { title: 'Change containerName to "cache"', result: waiting('cache', { name: 'cache' }) },
        { title: 'Remove the dependency on "redis"' },
      ],
    },
    {
      name: 'the nearest of several, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "dependsOn": [{ "containerName": «"log-router"», "condition": "START" }] }, { "name": "cache", "image": "redis" }, { "name": "log_router", "image": "fluent" }]',
      message: message('log-router'),
      pointer: '/0/dependsOn/0/containerName',
      fixes: [
        { title: 'Change containerName to "log_router"' },
        { title: 'Remove the dependency on "log-router"' },
      ],
    },
    {
      name: 'none of several is near',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": «"database"», "condition": "START" }] }, { "name": "cache" }, { "name": "proxy" }] }',
      message: message('database'),
      pointer: '/containerDefinitions/0/dependsOn/0/containerName',
      fixes: [
        { title: 'Change containerName to "cache"' },
        { title: 'Change containerName to "proxy"' },
        { title: 'Remove the dependency on "database"' },
      ],
    },
    {
      name: 'none that waits for this one, directly or through another',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": «"database"», "condition": "START" }] }, { "name": "cache", "links": ["web:w"] }, { "name": "proxy", "volumesFrom": [{ "sourceContainer": "cache" }] }, { "name": "job" }] }',
      message: message('database'),
      pointer: '/containerDefinitions/0/dependsOn/0/containerName',
      fixes: [{ title: 'Change containerName to "job"' }, { title: 'Remove the dependency on "database"' }],
    },
    ...[
      ['HEALTHY', 'checked'],
      ['COMPLETE', 'job'],
      ['SUCCESS', 'job'],
    ].map(([condition, container]) => ({
      name: `only one that can be waited for under ${condition}`,
      text: `{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": «"database"», "condition": "${condition}" }] }, { "name": "plain" }, { "name": "checked", "healthCheck": { "command": ["CMD", "true"] } }, { "name": "job", "essential": false }] }`,
      message: message('database'),
      pointer: '/containerDefinitions/0/dependsOn/0/containerName',
      fixes: [
        { title: `Change containerName to "${container}"` },
        { title: 'Remove the dependency on "database"' },
      ],
    })),
  ],
  right: [
    { name: 'a container that exists', document: waiting('cache', { name: 'cache' }) },
    { name: 'itself, which is another rule', document: waiting('web') },
    { name: 'a name left open', document: waiting('${CACHE}', { name: 'cache' }) },
    { name: 'a container with an open name', document: waiting('redis', { name: '${CACHE}' }) },
    { name: 'a container without a name', document: waiting('redis', { image: 'redis:7' }) },
    { name: 'a container whose name is still empty', document: waiting('redis', { name: '' }) },
    { name: 'a container whose name AWS refuses', document: waiting('redis', { name: 'redis:7' }) },
    { name: 'a container left open', document: waiting('redis', '${SIDECAR}') },
  ],
});
