import rule from '../../server/src/core/rules/efs-without-tls';
import { testRule } from '../support/rule-tester';

const efs = (settings: unknown, more = {}) => ({
  ...more,
  volumes: [{ name: 'data', efsVolumeConfiguration: settings }],
  containerDefinitions: [],
});
const result = efs({ fileSystemId: 'fs-1', transitEncryption: 'ENABLED' });
const pointer = '/volumes/0/efsVolumeConfiguration';

testRule(rule, {
  wrong: [
    {
      name: 'nothing said',
      text: '{ "volumes": [{ "name": "data", «"efsVolumeConfiguration"»: { "fileSystemId": "fs-1" } }], "containerDefinitions": [] }',
      message:
        'The traffic between the task and this EFS file system is not encrypted, since transitEncryption is off by default. Set it to "ENABLED".',
      pointer,
      fixes: [{ title: 'Add "transitEncryption": "ENABLED"', result }],
    },
    {
      name: 'switched off',
      text: '{ "volumes": [{ "name": "data", "efsVolumeConfiguration": { "fileSystemId": "fs-1", "transitEncryption": «"DISABLED"» } }], "containerDefinitions": [] }',
      message:
        'The traffic between the task and this EFS file system is not encrypted. Set transitEncryption to "ENABLED".',
      pointer: `${pointer}/transitEncryption`,
      fixes: [{ title: 'Change transitEncryption to "ENABLED"', result }],
    },
  ],
  right: [
    { name: 'encrypted', document: result },
    {
      name: 'an empty block, which the schema reports, beside another type of volume',
      document: {
        volumes: [{ name: 'data', host: { sourcePath: '/data' }, efsVolumeConfiguration: {} }],
        containerDefinitions: [],
      },
    },
    { name: 'left open', document: efs({ transitEncryption: '${TLS}' }) },
    { name: 'IAM, which is refused without it', document: efs({ authorizationConfig: { iam: 'ENABLED' } }) },
    {
      name: 'an access point, which is refused without it',
      document: efs({ authorizationConfig: { accessPointId: 'fsap-1' } }),
    },
    { name: 'a port, which is refused without it', document: efs({ transitEncryptionPort: 2999 }) },
    {
      name: 'external instances, which refuse EFS',
      document: efs({}, { requiresCompatibilities: ['EXTERNAL'] }),
    },
    {
      name: 'Windows, which has no EFS',
      document: efs({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
    { name: 'another volume', document: { volumes: [{ name: 'data' }], containerDefinitions: [] } },
  ],
});
