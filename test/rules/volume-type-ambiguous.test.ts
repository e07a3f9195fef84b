import rule from '../../server/src/core/rules/volume-type-ambiguous';
import { testRule } from '../support/rule-tester';

const volume = (types: object) => ({ volumes: [{ name: 'data', ...types }], containerDefinitions: [] });
const host = { sourcePath: '/srv' };
const message = (types: string) =>
  `A volume has one type, and this one has ${types}. Keep one, and make another volume for each of the others.`;

testRule(rule, {
  wrong: [
    {
      name: 'a host path and EFS',
      text: '{ "volumes": [{ "name": "data", "host": { "sourcePath": "/srv" }, «"efsVolumeConfiguration"»: { "fileSystemId": "fs-1" } }], "containerDefinitions": [] }',
      message: message('host and efsVolumeConfiguration'),
      pointer: '/volumes/0/efsVolumeConfiguration',
      related: ['host says one type.'],
      fixes: [
        { title: 'Remove host', result: volume({ efsVolumeConfiguration: { fileSystemId: 'fs-1' } }) },
        { title: 'Remove efsVolumeConfiguration', result: volume({ host }) },
      ],
    },
    {
      name: 'Docker and configured at launch',
      text: '{ "volumes": [{ "name": "data", "dockerVolumeConfiguration": { "scope": "task" }, «"configuredAtLaunch"»: true }], "containerDefinitions": [] }',
      message: message('dockerVolumeConfiguration and configuredAtLaunch'),
      pointer: '/volumes/0/configuredAtLaunch',
      fixes: [{ title: 'Remove dockerVolumeConfiguration' }, { title: 'Remove configuredAtLaunch' }],
    },
    {
      name: 'FSx and S3 Files',
      text: '{ "volumes": [{ "name": "data", "fsxWindowsFileServerVolumeConfiguration": { "fileSystemId": "fs-1" }, «"s3filesVolumeConfiguration"»: { "fileSystemArn": "arn" } }], "containerDefinitions": [] }',
      message: message('fsxWindowsFileServerVolumeConfiguration and s3filesVolumeConfiguration'),
      pointer: '/volumes/0/s3filesVolumeConfiguration',
      fixes: [
        { title: 'Remove fsxWindowsFileServerVolumeConfiguration' },
        { title: 'Remove s3filesVolumeConfiguration' },
      ],
    },
  ],
  right: [
    { name: 'one type', document: volume({ host }) },
    { name: 'no type', document: volume({}) },
    { name: 'a type of null', document: volume({ host, efsVolumeConfiguration: null }) },
    { name: 'a type left open', document: volume({ host, efsVolumeConfiguration: '${EFS}' }) },
    { name: 'not configured at launch', document: volume({ host, configuredAtLaunch: false }) },
    {
      name: 'an empty host, whose effect is not known',
      document: volume({ host: {}, efsVolumeConfiguration: { fileSystemId: 'fs-1' } }),
    },
    {
      name: 'an empty block, whose effect is not known',
      document: volume({ host, dockerVolumeConfiguration: {} }),
    },
  ],
});
