import rule from '../../server/src/core/rules/efs-access-point-without-tls';
import { testRule } from '../support/rule-tester';

const efs = (settings: object) => ({
  volumes: [{ name: 'data', efsVolumeConfiguration: settings }],
  containerDefinitions: [],
});
const authorizationConfig = { accessPointId: 'fsap-1' };

testRule(rule, {
  wrong: [
    {
      name: 'an access point',
      text: '{ "volumes": [{ "name": "data", "efsVolumeConfiguration": { "authorizationConfig": { "accessPointId": «"fsap-1"» } } }], "containerDefinitions": [] }',
      message:
        'The EFS access point "fsap-1" can be mounted over TLS only, and transitEncryption is not "ENABLED" (the default is off). Enable it.',
      pointer: '/volumes/0/efsVolumeConfiguration/authorizationConfig/accessPointId',
      fixes: [
        {
          title: 'Add "transitEncryption": "ENABLED"',
          safe: true,
          result: efs({ authorizationConfig, transitEncryption: 'ENABLED' }),
        },
      ],
    },
  ],
  right: [
    { name: 'encrypted', document: efs({ authorizationConfig, transitEncryption: 'ENABLED' }) },
    { name: 'no access point', document: efs({ authorizationConfig: {} }) },
    { name: 'an empty access point', document: efs({ authorizationConfig: { accessPointId: '' } }) },
    { name: 'an access point left open', document: efs({ authorizationConfig: { accessPointId: '${AP}' } }) },
    { name: 'encryption left open', document: efs({ authorizationConfig, transitEncryption: '${TLS}' }) },
  ],
});
