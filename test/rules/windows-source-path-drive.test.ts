import rule from '../../server/src/core/rules/windows-source-path-drive';
import { testRule } from '../support/rule-tester';

const task = (sourcePath: string, more: object = {}) => ({
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
  ...more,
  containerDefinitions: [{ name: 'iis' }],
  volumes: [{ name: 'data', host: { sourcePath } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'drive D',
      text: String.raw`{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ "name": "iis" }], "volumes": [{ "name": "data", "host": { "sourcePath": «"d:\\web\\data"» } }] }`,
      message:
        'Windows containers mount directories of the drive that holds ProgramData, which is usually C:, and "d:\\web\\data" is on D:. Use a directory on C:.',
      pointer: '/volumes/0/host/sourcePath',
      fixes: [{ title: 'Change sourcePath to "C:\\web\\data"', result: task('C:\\web\\data') }],
    },
  ],
  right: [
    { name: 'drive C', document: task('C:\\data') },
    { name: 'drive c, with slashes', document: task('c:/data') },
    { name: 'a drive as a whole', document: task('D:\\') },
    { name: 'a pipe', document: task('\\\\.\\pipe\\docker_engine') },
    { name: 'an open path', document: task('D:\\${DIRECTORY}') },
    { name: 'no platform', document: task('D:\\data', { runtimePlatform: undefined }) },
    {
      name: 'Fargate, where member-not-supported reports it',
      document: task('D:\\data', { requiresCompatibilities: ['FARGATE'] }),
    },
  ],
});
