import rule from '../../server/src/core/rules/efs-iam-without-tls';
import { testRule } from '../support/rule-tester';

const efs = (settings: unknown) => ({
  volumes: [{ name: 'data', efsVolumeConfiguration: settings }],
  containerDefinitions: [],
});
const authorizationConfig = { iam: 'ENABLED' };
const message =
  'IAM authorization of an EFS volume works over TLS only, and transitEncryption is not "ENABLED" (the default is off). Enable it.';
const pointer = '/volumes/0/efsVolumeConfiguration/authorizationConfig/iam';

testRule(rule, {
  wrong: [
    {
      name: 'nothing said about encryption',
      text: '{ "volumes": [{ "name": "data", "efsVolumeConfiguration": { "authorizationConfig": { "iam": «"ENABLED"» } } }], "containerDefinitions": [] }',
      message,
      pointer,
      fixes: [
        {
          title: 'Add "transitEncryption": "ENABLED"',
          safe: true,
          result: efs({ authorizationConfig, transitEncryption: 'ENABLED' }),
        },
      ],
    },
    {
      name: 'encryption switched off',
      text: '{ "volumes": [{ "name": "data", "efsVolumeConfiguration": { "transitEncryption": "DISABLED", "authorizationConfig": { "iam": «"ENABLED"» } } }], "containerDefinitions": [] }',
      message,
      pointer,
      fixes: [
        {
          title: 'Change transitEncryption to "ENABLED"',
          result: efs({ authorizationConfig, transitEncryption: 'ENABLED' }),
        },
      ],
    },
  ],
  right: [
    { name: 'encrypted', document: efs({ authorizationConfig, transitEncryption: 'ENABLED' }) },
    { name: 'no IAM', document: efs({ authorizationConfig: { iam: 'DISABLED' } }) },
    { name: 'IAM left open', document: efs({ authorizationConfig: { iam: '${IAM}' } }) },
    { name: 'encryption left open', document: efs({ authorizationConfig, transitEncryption: '${TLS}' }) },
    { name: 'encryption of null', document: efs({ authorizationConfig, transitEncryption: null }) },
    {
      name: 'an unknown word, which the schema reports',
      document: efs({ authorizationConfig, transitEncryption: 'on' }),
    },
    {
      name: 'encryption in other capitals',
      document: efs({ authorizationConfig, TransitEncryption: 'ENABLED' }),
    },
    { name: 'EFS left open', document: efs('${EFS}') },
  ],
});
