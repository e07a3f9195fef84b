import rule from '../../server/src/core/rules/efs-port-without-tls';
import { testRule } from '../support/rule-tester';

const efs = (settings: object) => ({
  volumes: [{ name: 'data', efsVolumeConfiguration: settings }],
  containerDefinitions: [],
});

testRule(rule, {
  wrong: [
    {
      name: 'a port alone',
      text: '{ "volumes": [{ "name": "data", "efsVolumeConfiguration": { "fileSystemId": "fs-1", "transitEncryptionPort": «2999» } }], "containerDefinitions": [] }',
      message:
        'Port 2999 is for encrypted traffic to EFS, and transitEncryption is not "ENABLED" (the default is off). Enable it, or remove transitEncryptionPort.',
      pointer: '/volumes/0/efsVolumeConfiguration/transitEncryptionPort',
      fixes: [
        {
          title: 'Add "transitEncryption": "ENABLED"',
          result: efs({ fileSystemId: 'fs-1', transitEncryptionPort: 2999, transitEncryption: 'ENABLED' }),
        },
        { title: 'Remove transitEncryptionPort', result: efs({ fileSystemId: 'fs-1' }) },
      ],
    },
  ],
  right: [
    { name: 'encrypted', document: efs({ transitEncryption: 'ENABLED', transitEncryptionPort: 2999 }) },
    { name: 'no port', document: efs({ transitEncryption: 'DISABLED' }) },
    { name: 'port 0', document: efs({ transitEncryptionPort: 0 }) },
    { name: 'a port left open', document: efs({ transitEncryptionPort: '${PORT}' }) },
    {
      name: 'encryption left open',
      document: efs({ transitEncryption: '${TLS}', transitEncryptionPort: 2999 }),
    },
  ],
});
