import rule from '../../server/src/core/rules/source-path-relative';
import { testRule } from '../support/rule-tester';

const task = (sourcePath: string, more: object = {}) => ({
  ...more,
  containerDefinitions: [{ name: 'web' }],
  volumes: [{ name: 'data', host: { sourcePath } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a name',
      text: '{ "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "data", "host": { "sourcePath": «"srv/data"» } }] }',
      message:
        'A sourcePath begins at the root of the instance, unlike "srv/data", with which the container cannot be created. Write the whole path.',
      pointer: '/volumes/0/host/sourcePath',
      fixes: [{ title: 'Change sourcePath to "/srv/data"', result: task('/srv/data') }],
    },
    {
      name: 'a path from here',
      text: '{ "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "data", "host": { "sourcePath": «"./data"» } }] }',
      message:
        'A sourcePath begins at the root of the instance, unlike "./data", with which the container cannot be created. Write the whole path.',
      pointer: '/volumes/0/host/sourcePath',
    },
  ],
  right: [
    { name: 'an absolute path', document: task('/srv/data') },
    { name: 'a blank path, which the schema reports', document: task(' ') },
    { name: 'an open path', document: task('${DIRECTORY}') },
    {
      name: 'Windows',
      document: task('data', { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
    {
      name: 'Fargate, where member-not-supported reports it',
      document: task('data', { requiresCompatibilities: ['FARGATE'] }),
    },
  ],
});
