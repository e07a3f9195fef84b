import rule from '../../server/src/core/rules/s3-files-role-missing';
import { testRule } from '../support/rule-tester';

const volume = (name: string) => ({
  name,
  s3filesVolumeConfiguration: {
    fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
  },
});

testRule(rule, {
  wrong: [
    {
      name: 'two volumes and no role',
      text: '{ "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "scratch" }, { "name": "a", «"s3filesVolumeConfiguration"»: { "fileSystemArn": "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0" } }, { "name": "b", "s3filesVolumeConfiguration": { "fileSystemArn": "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0" } }] }',
      message: 'A volume of S3 Files is mounted with the task role, and this task has none. Add taskRoleArn.',
      pointer: '/volumes/1/s3filesVolumeConfiguration',
      related: ['This volume needs the task role too.'],
      fixes: [
        {
          title: 'Add "taskRoleArn": "arn:aws:iam::111122223333:role/ecsTaskRole"',
          result: {
            containerDefinitions: [{ name: 'web' }],
            volumes: [{ name: 'scratch' }, volume('a'), volume('b')],
            taskRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskRole',
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'a role',
      document: {
        taskRoleArn: 'ecsTaskRole',
        containerDefinitions: [{ name: 'web' }],
        volumes: [volume('a')],
      },
    },
    {
      name: 'an open role',
      document: { taskRoleArn: '${ROLE}', containerDefinitions: [{ name: 'web' }], volumes: [volume('a')] },
    },
    {
      name: 'EFS',
      document: {
        containerDefinitions: [{ name: 'web' }],
        volumes: [{ name: 'a', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0' } }],
      },
    },
  ],
});
