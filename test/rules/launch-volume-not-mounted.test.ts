import rule from '../../server/src/core/rules/launch-volume-not-mounted';
import { testRule } from '../support/rule-tester';

const mounting = (mountPoints: unknown, volume: object = { name: 'data', configuredAtLaunch: true }) => ({
  volumes: [volume],
  containerDefinitions: [{ name: 'web', mountPoints }],
});

testRule(rule, {
  wrong: [
    {
      name: 'no container mounts it',
      text: '{ "volumes": [{ "name": «"data"», "configuredAtLaunch": true }, { "name": "logs" }], "containerDefinitions": [{ "name": "web" }, { "name": "job", "mountPoints": [{ "sourceVolume": "logs", "containerPath": "/logs" }] }] }',
      message:
        'No container mounts "data", and a volume with configuredAtLaunch must be mounted. Add it to the mountPoints of a container.',
      pointer: '/volumes/0',
      fixes: [
        {
          title: 'Mount "data" at /data in container "web"',
          result: {
            volumes: [{ name: 'data', configuredAtLaunch: true }, { name: 'logs' }],
            containerDefinitions: [
              { name: 'web', mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
              { name: 'job', mountPoints: [{ sourceVolume: 'logs', containerPath: '/logs' }] },
            ],
          },
        },
        {
          title: 'Mount "data" at /data in container "job"',
          result: {
            volumes: [{ name: 'data', configuredAtLaunch: true }, { name: 'logs' }],
            containerDefinitions: [
              { name: 'web' },
              {
                name: 'job',
                mountPoints: [
                  { sourceVolume: 'logs', containerPath: '/logs' },
                  { sourceVolume: 'data', containerPath: '/data' },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
  right: [
    { name: 'mounted', document: mounting([{ sourceVolume: 'data', containerPath: '/d' }]) },
    { name: 'a plain volume', document: mounting([], { name: 'data' }) },
    { name: 'at launch left open', document: mounting([], { name: 'data', configuredAtLaunch: '${X}' }) },
    { name: 'a mount left open', document: mounting([{ sourceVolume: '${VOLUME}' }]) },
    { name: 'an entry left open', document: mounting(['${MOUNT}']) },
    { name: 'mounts left open', document: mounting('${MOUNTS}') },
    { name: 'mounts of null', document: mounting(null) },
    {
      name: 'a container left open',
      document: { ...mounting([]), containerDefinitions: [{ name: 'web' }, '${SIDECAR}'] },
    },
  ],
});
