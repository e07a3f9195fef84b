import rule from '../../server/src/core/rules/fsx-without-windows';
import { testRule } from '../support/rule-tester';

const task = (runtimePlatform: unknown, more: object = {}) => ({
  ...more,
  runtimePlatform,
  containerDefinitions: [{ name: 'iis' }],
  volumes: [{ name: 'share', fsxWindowsFileServerVolumeConfiguration: { rootDirectory: 'share' } }],
});

const message =
  'Only Windows tasks can mount FSx for Windows File Server, and operatingSystemFamily says "LINUX". Change it, or use another kind of volume.';

testRule(rule, {
  wrong: [
    {
      name: 'Linux',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "LINUX" }, "containerDefinitions": [{ "name": "iis" }], "volumes": [{ "name": "share", «"fsxWindowsFileServerVolumeConfiguration"»: { "rootDirectory": "share" } }] }',
      message,
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
    {
      name: 'beside EFS, which Windows does not have',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "LINUX" }, "containerDefinitions": [{ "name": "iis" }], "volumes": [{ "name": "share", «"fsxWindowsFileServerVolumeConfiguration"»: {} }, { "efsVolumeConfiguration": { "fileSystemId": "fs-1" } }] }',
      message,
      pointer: '/volumes/0/fsxWindowsFileServerVolumeConfiguration',
      related: ['The task runs on Linux.'],
      fixes: [{ title: 'Remove fsxWindowsFileServerVolumeConfiguration' }],
    },
    {
      name: 'on ARM64, which Windows does not have',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "LINUX", "cpuArchitecture": "ARM64" }, "containerDefinitions": [{ "name": "iis" }], "volumes": [{ "name": "share", «"fsxWindowsFileServerVolumeConfiguration"»: {} }] }',
      message,
      pointer: '/volumes/0/fsxWindowsFileServerVolumeConfiguration',
      related: ['The task runs on Linux.'],
      fixes: [{ title: 'Remove fsxWindowsFileServerVolumeConfiguration' }],
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
