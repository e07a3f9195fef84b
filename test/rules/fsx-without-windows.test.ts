import rule from '../../server/src/core/rules/fsx-without-windows';
import { testRule } from '../support/rule-tester';

const task = (runtimePlatform: unknown, more: object = {}) => ({
  ...more,
  runtimePlatform,
  containerDefinitions: [{ name: 'iis' }],
  volumes: [{ name: 'share', fsxWindowsFileServerVolumeConfiguration: { rootDirectory: 'share' } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'Linux',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "LINUX" }, "containerDefinitions": [{ "name": "iis" }], "volumes": [{ "name": "share", «"fsxWindowsFileServerVolumeConfiguration"»: { "rootDirectory": "share" } }] }',
      message:
        'Only Windows tasks can mount FSx for Windows File Server, and operatingSystemFamily says "LINUX". Change it, or use another kind of volume.',
      pointer: '/volumes/0/fsxWindowsFileServerVolumeConfiguration',
      related: ['The task runs on Linux.'],
      fixes: [
        {
          title: 'Remove fsxWindowsFileServerVolumeConfiguration',
          result: {
            runtimePlatform: { operatingSystemFamily: 'LINUX' },
            containerDefinitions: [{ name: 'iis' }],
            volumes: [{ name: 'share' }],
          },
        },
        {
          title: 'Change operatingSystemFamily to "WINDOWS_SERVER_2022_CORE"',
          result: task({ operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }),
        },
      ],
    },
  ],
  right: [
    { name: 'Windows', document: task({ operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' }) },
    { name: 'no platform', document: task(undefined) },
    { name: 'an open platform', document: task({ operatingSystemFamily: '${OS}' }) },
    {
      name: 'Fargate, where member-not-supported reports it',
      document: task({ operatingSystemFamily: 'LINUX' }, { requiresCompatibilities: ['FARGATE'] }),
    },
    {
      name: 'Managed Instances, where member-not-supported reports it',
      document: task({ operatingSystemFamily: 'LINUX' }, { requiresCompatibilities: ['MANAGED_INSTANCES'] }),
    },
  ],
});
