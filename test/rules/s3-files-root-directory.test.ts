import rule from '../../server/src/core/rules/s3-files-root-directory';
import { testRule } from '../support/rule-tester';

const task = (s3filesVolumeConfiguration: object) => ({
  taskRoleArn: 'ecsTaskRole',
  containerDefinitions: [{ name: 'web' }],
  volumes: [{ name: 'files', s3filesVolumeConfiguration }],
});
const accessPointArn = 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-01/access-point/fsap-01';

testRule(rule, {
  wrong: [
    {
      name: 'both',
      text: '{ "taskRoleArn": "ecsTaskRole", "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "files", "s3filesVolumeConfiguration": { "accessPointArn": "arn:aws:s3files:eu-west-1:123456789012:file-system/fs-01/access-point/fsap-01", "rootDirectory": «"/reports"» } }] }',
      message:
        'With accessPointArn the rootDirectory can only be "/" or left out, not "/reports": the access point has a directory of its own. Remove rootDirectory.',
      pointer: '/volumes/0/s3filesVolumeConfiguration/rootDirectory',
      related: ['The access point is named here.'],
      fixes: [{ title: 'Remove rootDirectory', result: task({ accessPointArn }) }],
    },
  ],
  right: [
    { name: 'the root', document: task({ accessPointArn, rootDirectory: '/' }) },
    { name: 'no access point', document: task({ rootDirectory: '/reports' }) },
    { name: 'an open directory', document: task({ accessPointArn, rootDirectory: '${DIRECTORY}' }) },
    { name: 'an open access point', document: task({ accessPointArn: '${ARN}', rootDirectory: '/reports' }) },
  ],
});
