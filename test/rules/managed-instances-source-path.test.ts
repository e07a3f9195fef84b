import rule from '../../server/src/core/rules/managed-instances-source-path';
import { testRule } from '../support/rule-tester';

const task = (sourcePath: string, requiresCompatibilities: string[] = ['MANAGED_INSTANCES']) => ({
  requiresCompatibilities,
  containerDefinitions: [{ name: 'web' }],
  volumes: [{ name: 'data', host: { sourcePath } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a directory of its own',
      text: '{ "requiresCompatibilities": ["EC2", "MANAGED_INSTANCES"], "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "data", "host": { "sourcePath": «"/srv/data"» } }] }',
      message:
        'Managed Instances have a read-only root file system, where "/srv/data" cannot be made, and the task does not start. Use a directory below /var or /tmp.',
      pointer: '/volumes/0/host/sourcePath',
      fixes: [
        {
          title: 'Change sourcePath to "/var/srv/data"',
          result: task('/var/srv/data', ['EC2', 'MANAGED_INSTANCES']),
        },
      ],
    },
    {
      name: 'a name that only begins like a writable one',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "containerDefinitions": [{ "name": "web" }], "volumes": [{ "name": "data", "host": { "sourcePath": «"/variable"» } }] }',
      message:
        'Managed Instances have a read-only root file system, where "/variable" cannot be made, and the task does not start. Use a directory below /var or /tmp.',
      pointer: '/volumes/0/host/sourcePath',
      fixes: [{ title: 'Change sourcePath to "/var/variable"' }],
    },
  ],
  right: [
    { name: 'below /var', document: task('/var/data') },
    { name: 'below /tmp', document: task('/tmp/data') },
    { name: 'what the system shows', document: task('/proc') },
    { name: 'EC2', document: task('/srv/data', ['EC2']) },
    {
      name: 'Fargate, where member-not-supported reports it',
      document: task('/srv/data', ['MANAGED_INSTANCES', 'FARGATE']),
    },
    { name: 'an open path', document: task('/${DIRECTORY}/data') },
    { name: 'a relative path, which source-path-relative reports', document: task('data') },
  ],
});
