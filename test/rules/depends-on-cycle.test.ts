import rule from '../../server/src/core/rules/depends-on-cycle';
import { testRule } from '../support/rule-tester';

const container = (name: string, ...targets: string[]) => ({
  name,
  dependsOn: targets.map((containerName) => ({ containerName, condition: 'START' })),
});
const message = (path: string) =>
  `These containers wait for each other in a circle, so none can start: ${path}. Remove one of the dependencies.`;

testRule(rule, {
  wrong: [
    {
      name: 'two containers',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": «"cache"», "condition": "START" }] }, { "name": "cache", "dependsOn": [{ "containerName": "web", "condition": "START" }] }] }',
      message: message('web -> cache -> web'),
      pointer: '/containerDefinitions/0/dependsOn/0',
      related: ['"cache" waits for "web".'],
      fixes: [
        {
          title: 'Remove the dependency of "web" on "cache"',
          result: { containerDefinitions: [container('web'), container('cache', 'web')] },
        },
        {
          title: 'Remove the dependency of "cache" on "web"',
          result: { containerDefinitions: [container('web', 'cache'), container('cache')] },
        },
      ],
    },
    {
      name: 'a dependency that stands there twice',
      text: '{ "containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": «"db"», "condition": "START" }, { "containerName": "db", "condition": "HEALTHY" }] }, { "name": "db", "dependsOn": [{ "containerName": "web", "condition": "START" }] }] }',
      message: message('web -> db -> web'),
      pointer: '/containerDefinitions/0/dependsOn/0',
      fixes: [
        {
          title: 'Remove the dependency of "web" on "db"',
          result: { containerDefinitions: [container('web'), container('db', 'web')] },
        },
        { title: 'Remove the dependency of "db" on "web"' },
      ],
    },
    {
      name: 'two circles behind a container that is in none, in a bare list',
      text: `[
        { "name": "proxy", "image": "p", "dependsOn": [{ "containerName": "a", "condition": "START" }] },
        { "name": "a", "image": "a", "dependsOn": [{ "containerName": «"b"», "condition": "START" }] },
        { "name": "b", "image": "b", "dependsOn": [{ "containerName": "c", "condition": "HEALTHY" }] },
        { "name": "c", "image": "c", "dependsOn": [{ "containerName": "a", "condition": "START" }, { "containerName": «"d"», "condition": "START" }] },
        { "name": "d", "image": "d", "dependsOn": [{ "containerName": "c", "condition": "START" }] }
      ]`,
      message: message('a -> b -> c -> a'),
      pointer: '/1/dependsOn/0',
      related: ['"b" waits for "c".', '"c" waits for "a".'],
      fixes: [
        { title: 'Remove the dependency of "a" on "b"' },
        { title: 'Remove the dependency of "b" on "c"' },
        { title: 'Remove the dependency of "c" on "a"' },
      ],
      more: [
        {
          message: message('c -> d -> c'),
          pointer: '/3/dependsOn/1',
          related: ['"d" waits for "c".'],
          fixes: [
            { title: 'Remove the dependency of "c" on "d"' },
            { title: 'Remove the dependency of "d" on "c"' },
          ],
        },
      ],
    },
  ],
  right: [
    {
      name: 'two ways to one container',
      document: {
        containerDefinitions: [
          container('a', 'b', 'c'),
          container('b', 'd'),
          container('c', 'd'),
          container('d'),
        ],
      },
    },
    { name: 'itself, which is another rule', document: { containerDefinitions: [container('a', 'a')] } },
    {
      name: 'open names',
      document: { containerDefinitions: [container('a', '${B}'), container('${B}', 'a')] },
    },
  ],
});
