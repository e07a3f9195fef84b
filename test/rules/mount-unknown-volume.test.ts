import rule from '../../server/src/core/rules/mount-unknown-volume';
import { testRule } from '../support/rule-tester';

const mounting = (sourceVolume: unknown, volumes: unknown) => ({
  volumes,
  containerDefinitions: [{ name: 'web', mountPoints: [{ sourceVolume, containerPath: '/data' }] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'no volumes at all',
      text: '{ "containerDefinitions": [{ "name": "web", "mountPoints": [{ "sourceVolume": «"data"», "containerPath": "/data" }] }] }',
      message: 'This task has no volumes, so "data" cannot be mounted. Add it to volumes.',
      pointer: '/containerDefinitions/0/mountPoints/0/sourceVolume',
      fixes: [
        {
          title: 'Add a volume called "data"',
          result: {
            containerDefinitions: [
              { name: 'web', mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
            ],
            volumes: [{ name: 'data' }],
          },
        },
      ],
    },
    {
      name: 'a misspelt volume',
      text: '{ "volumes": [{ "name": "logs" }, { "name": "data" }], "containerDefinitions": [{ "name": "web", "mountPoints": [{ "sourceVolume": "logs", "containerPath": "/logs" }, { "sourceVolume": «"dtaa"», "containerPath": "/data" }] }] }',
      message:
        'No volume of this task is called "dtaa"; there is "logs", "data". Use one of them, or add "dtaa" to volumes.',
      pointer: '/containerDefinitions/0/mountPoints/1/sourceVolume',
      fixes: [
        { title: 'Change sourceVolume to "data"' },
        {
          title: 'Add a volume called "dtaa"',
          result: {
            volumes: [{ name: 'logs' }, { name: 'data' }, { name: 'dtaa' }],
            containerDefinitions: [
              {
                name: 'web',
                mountPoints: [
                  { sourceVolume: 'logs', containerPath: '/logs' },
                  { sourceVolume: 'dtaa', containerPath: '/data' },
                ],
              },
            ],
          },
        },
      ],
    },
    {
      name: 'more volumes than a message can list',
      text: '{ "volumes": [{ "name": "v1" }, { "name": "v2" }, { "name": "v3" }, { "name": "v4" }, { "name": "v5" }, { "name": "v6" }, { "name": "v7" }], "containerDefinitions": [{ "name": "web", "mountPoints": [{ "sourceVolume": «"data"», "containerPath": "/data" }] }] }',
      message:
        'No volume of this task is called "data"; there is "v1", "v2", "v3", "v4", "v5" and 2 more. Use one of them, or add "data" to volumes.',
      pointer: '/containerDefinitions/0/mountPoints/0/sourceVolume',
      fixes: [{ title: 'Add a volume called "data"' }],
    },
    {
      name: 'a name that no volume may have',
      text: '{ "volumes": [], "containerDefinitions": [{ "name": "web", "mountPoints": [{ "sourceVolume": «"my data"», "containerPath": "/data" }] }] }',
      message: 'This task has no volumes, so "my data" cannot be mounted. Add it to volumes.',
      pointer: '/containerDefinitions/0/mountPoints/0/sourceVolume',
    },
  ],
  right: [
    { name: 'a known volume', document: mounting('data', [{ name: 'data' }]) },
    { name: 'a volume left open', document: mounting('data', ['${VOLUMES}']) },
    { name: 'a volume with an open name', document: mounting('data', [{ name: '${VOLUME}' }]) },
    { name: 'a volume without a name', document: mounting('data', [{ host: {} }]) },
    { name: 'volumes of the wrong type', document: mounting('data', { name: 'data' }) },
    { name: 'volumes of null', document: mounting('data', null) },
    { name: 'a mount left open', document: mounting('${VOLUME}', [{ name: 'data' }]) },
    {
      name: 'a bare list of containers',
      document: [{ name: 'web', image: 'nginx', mountPoints: [{ sourceVolume: 'data' }] }],
    },
  ],
});
