import rule from '../../server/src/core/rules/s3-files-not-arn';
import { testRule } from '../support/rule-tester';

const task = (s3filesVolumeConfiguration: object) => ({
  containerDefinitions: [{ name: 'web', image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1' }],
  volumes: [{ name: 'files', s3filesVolumeConfiguration }],
});

testRule(rule, {
  wrong: [
    {
      name: 'short ids, where the document names account and Region',
      text: '{ "containerDefinitions": [{ "name": "web", "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1" }], "volumes": [{ "name": "files", "s3filesVolumeConfiguration": { "fileSystemArn": «"fs-0123456789abcdef0"», "accessPointArn": «"fsap-0123456789abcdef0"» } }] }',
      message:
        'fileSystemArn takes a whole ARN, and "fs-0123456789abcdef0" is none. Write it like arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0.',
      pointer: '/volumes/0/s3filesVolumeConfiguration/fileSystemArn',
      fixes: [
        {
          title: 'Change it to "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0"',
          result: task({
            fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
            accessPointArn: 'fsap-0123456789abcdef0',
          }),
        },
      ],
      more: [
        {
          message:
            'accessPointArn takes a whole ARN, and "fsap-0123456789abcdef0" is none. Write it like arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0.',
          pointer: '/volumes/0/s3filesVolumeConfiguration/accessPointArn',
          fixes: [
            {
              title:
                'Change it to "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0"',
            },
          ],
        },
      ],
    },
    {
      name: 'a short id, where the document names neither',
      text: '{ "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "files", "s3filesVolumeConfiguration": { "fileSystemArn": «"fs-0123456789abcdef0"» } }] }',
      message:
        'fileSystemArn takes a whole ARN, and "fs-0123456789abcdef0" is none. Write it like arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0.',
      pointer: '/volumes/0/s3filesVolumeConfiguration/fileSystemArn',
      fixes: [
        {
          title:
            'Change it to "arn:aws:s3files:<REGION>:<ACCOUNT_ID>:file-system/fs-0123456789abcdef0" (fill in <REGION> and <ACCOUNT_ID>)',
        },
      ],
    },
    {
      name: 'something else, and an access point of a file system that is not named',
      text: '{ "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "files", "s3filesVolumeConfiguration": { "fileSystemArn": "${FS}", "accessPointArn": «"uploads"» } }] }',
      message:
        'accessPointArn takes a whole ARN, and "uploads" is none. Write it like arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0.',
      pointer: '/volumes/0/s3filesVolumeConfiguration/accessPointArn',
      fixes: [
        {
          title:
            'Change it to "arn:aws:s3files:<REGION>:<ACCOUNT_ID>:file-system/<FILE_SYSTEM_ID>/access-point/<ACCESS_POINT_ID>" (fill in <REGION>, <ACCOUNT_ID>, <FILE_SYSTEM_ID> and <ACCESS_POINT_ID>)',
        },
      ],
    },
  ],
  right: [
    {
      name: 'ARNs',
      document: task({
        fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
        accessPointArn: 'arn:aws-cn:s3files:cn-north-1:111122223333:file-system/fs-01/access-point/fsap-01',
      }),
    },
    { name: 'an open ARN', document: task({ fileSystemArn: '${FILE_SYSTEM}' }) },
  ],
});
