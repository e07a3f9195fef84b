import rule from '../../server/src/core/rules/host-network-mode';
import { testRule } from '../support/rule-tester';

const message =
  'With networkMode "host" the containers share the network of their instance, and a second copy of the task on it finds the ports taken. Use awsvpc or bridge unless the task has to be part of the host.';
const pointer = '/networkMode';
const task = (networkMode: string, more = {}) => ({ networkMode, ...more, containerDefinitions: [] });
const awsvpc = 'Change networkMode to "awsvpc"';
const bridge = 'Change networkMode to "bridge"';

testRule(rule, {
  wrong: [
    {
      name: 'the mode alone',
      text: '{ "networkMode": «"host"», "containerDefinitions": [] }',
      message,
      pointer,
      fixes: [
        { title: awsvpc, result: task('awsvpc') },
        { title: bridge, result: task('bridge') },
      ],
    },
    {
      name: 'external instances, which have no awsvpc',
      text: '{ "networkMode": «"host"», "requiresCompatibilities": ["EXTERNAL"], "containerDefinitions": [] }',
      message,
      pointer,
      fixes: [{ title: bridge }],
    },
    {
      name: 'managed instances, which have no bridge',
      text: '{ "networkMode": «"host"», "requiresCompatibilities": ["MANAGED_INSTANCES"], "containerDefinitions": [] }',
      message,
      pointer,
      fixes: [{ title: awsvpc }],
    },
    {
      name: 'hosts of its own, which awsvpc refuses, and fault injection, which bridge refuses',
      text: '{ "networkMode": «"host"», "enableFaultInjection": true, "containerDefinitions": [{ "name": "web", "extraHosts": [{ "hostname": "db", "ipAddress": "10.0.0.1" }] }] }',
      message,
      pointer,
    },
  ],
  right: [
    { name: 'bridge', document: task('bridge') },
    { name: 'left open', document: task('${MODE}') },
    { name: 'Fargate, which refuses it', document: task('host', { requiresCompatibilities: ['FARGATE'] }) },
    {
      name: 'Windows, which does not have it',
      document: task('host', { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
  ],
});
