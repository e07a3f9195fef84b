import rule from '../../server/src/core/rules/volume-name-missing';
import { testRule } from '../support/rule-tester';

const task = (volume: object) => ({
  containerDefinitions: [
    {
      name: 'web',
      mountPoints: [
        { sourceVolume: 'data', containerPath: '/data' },
        { sourceVolume: 'logs', containerPath: '/logs' },
        { sourceVolume: 'data', containerPath: '/more' },
      ],
    },
  ],
  volumes: [{ name: 'logs' }, volume],
});

testRule(rule, {
  wrong: [
    {
      name: 'no name, where a container mounts one that is not there',
      text: '{ "containerDefinitions": [{ "name": "web", "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }, { "sourceVolume": "logs", "containerPath": "/logs" }, { "sourceVolume": "data", "containerPath": "/more" }] }], "volumes": [{ "name": "logs" }, «{» "host": { "sourcePath": "/srv" } }] }',
      message: 'This volume has no name, so no container can mount it. Add a name, or remove the volume.',
      pointer: '/volumes/1',
      fixes: [{ title: 'Add "name": "data"', result: task({ host: { sourcePath: '/srv' }, name: 'data' }) }],
    },
    {
      name: 'no name that could be meant',
      text: '{ "containerDefinitions": [{ "name": "web" }], "volumes": [«{» "host": {} }] }',
      message: 'This volume has no name, so no container can mount it. Add a name, or remove the volume.',
      pointer: '/volumes/0',
    },
  ],
  right: [
    { name: 'a name', document: task({ name: 'data' }) },
    { name: 'an open name', document: task({ name: '${DATA}' }) },
    { name: 'a wrongly cased key, which the schema reports', document: task({ Name: 'data' }) },
  ],
});
