import rule from '../../server/src/core/rules/efs-access-point-root-directory';
import { testRule } from '../support/rule-tester';

const efs = (rootDirectory: unknown, accessPointId: unknown) => ({
  volumes: [
    {
      name: 'data',
      efsVolumeConfiguration: {
        rootDirectory,
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId },
      },
    },
  ],
  containerDefinitions: [],
});

testRule(rule, {
  wrong: [
    {
      name: 'a directory beside an access point',
      text: '{ "volumes": [{ "name": "data", "efsVolumeConfiguration": { "rootDirectory": «"/web"», "transitEncryption": "ENABLED", "authorizationConfig": { "accessPointId": "fsap-1" } } }], "containerDefinitions": [] }',
      message:
        'With the access point "fsap-1" the rootDirectory can only be "/" or left out, not "/web": the access point has a directory of its own. Remove rootDirectory.',
      pointer: '/volumes/0/efsVolumeConfiguration/rootDirectory',
      related: ['The access point is named here.'],
      fixes: [
        { title: 'Remove rootDirectory', result: JSON.parse(JSON.stringify(efs(undefined, 'fsap-1'))) },
        { title: 'Change rootDirectory to "/"', result: efs('/', 'fsap-1') },
      ],
    },
  ],
  right: [
    { name: 'the root', document: efs('/', 'fsap-1') },
    { name: 'no directory', document: efs(undefined, 'fsap-1') },
    { name: 'no access point', document: efs('/web', undefined) },
    { name: 'a directory left open', document: efs('/${DIR}', 'fsap-1') },
    { name: 'an access point left open', document: efs('/web', '${AP}') },
  ],
});
