import rule from '../../server/src/core/rules/windows-network-mode';
import { testRule } from '../support/rule-tester';

const windows = (networkMode: string, more: object = {}) => ({
  networkMode,
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
  ...more,
});

testRule(rule, {
  wrong: [
    {
      name: 'host',
      text: '{ "networkMode": «"host"», "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" } }',
      message:
        'Windows containers have no network mode "host", so no instance can run this task. Remove networkMode for Docker\'s nat network, or use "awsvpc".',
      pointer: '/networkMode',
      fixes: [
        {
          title: 'Remove networkMode',
          result: { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
        },
        { title: 'Change networkMode to "awsvpc"', result: windows('awsvpc') },
      ],
    },
    {
      name: 'none, on external instances, which have no awsvpc either',
      text: '{ "requiresCompatibilities": ["EXTERNAL"], "networkMode": «"none"», "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2019_FULL" } }',
      message:
        'Windows containers have no network mode "none", so no instance can run this task. Remove networkMode for Docker\'s nat network.',
      pointer: '/networkMode',
      fixes: [{ title: 'Remove networkMode' }],
    },
  ],
  right: [
    { name: 'awsvpc', document: windows('awsvpc') },
    { name: 'bridge, which agents read as nat', document: windows('bridge') },
    {
      name: 'Fargate, where fargate-network-mode reports it',
      document: windows('host', { requiresCompatibilities: ['FARGATE'] }),
    },
    {
      name: 'Linux',
      document: { networkMode: 'host', runtimePlatform: { operatingSystemFamily: 'LINUX' } },
    },
    { name: 'no platform', document: { networkMode: 'host', containerDefinitions: [{ name: 'web' }] } },
    {
      name: 'an open platform',
      document: { networkMode: 'host', runtimePlatform: { operatingSystemFamily: '${OS}' } },
    },
  ],
});
