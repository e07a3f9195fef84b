import rule from '../../server/src/core/rules/root-filesystem-writable';
import { testRule } from '../support/rule-tester';

const task = (container: object, more = {}) => ({
  ...more,
  containerDefinitions: [{ name: 'web', ...container }],
});
const message =
  'The container "web" can write to its root file system. Set readonlyRootFilesystem to true, and mount a volume or a tmpfs where the program has to write.';
const tmpfs = [{ containerPath: '/tmp', size: 64 }];

testRule(rule, {
  wrong: [
    {
      name: 'nothing said',
      text: '{ "containerDefinitions": [{ "name": «"web"» }] }',
      message,
      pointer: '/containerDefinitions/0',
      fixes: [
        { title: 'Add "readonlyRootFilesystem": true', result: task({ readonlyRootFilesystem: true }) },
        {
          title: 'Add "readonlyRootFilesystem": true, with a tmpfs of 64 MiB on /tmp',
          result: task({ readonlyRootFilesystem: true, linuxParameters: { tmpfs } }),
        },
      ],
    },
    {
      name: 'switched off, with parameters already',
      text: '{ "containerDefinitions": [{ "name": "web", "readonlyRootFilesystem": «false», "linuxParameters": {} }] }',
      message,
      pointer: '/containerDefinitions/0/readonlyRootFilesystem',
      fixes: [
        {
          title: 'Change readonlyRootFilesystem to true',
          result: task({ readonlyRootFilesystem: true, linuxParameters: {} }),
        },
      ],
    },
  ],
  right: [
    { name: 'read-only', document: task({ readonlyRootFilesystem: true }) },
    { name: 'left open', document: task({ readonlyRootFilesystem: '${READ_ONLY}' }) },
    { name: 'null', document: task({ readonlyRootFilesystem: null }) },
    { name: 'a bare list', document: [{ name: 'web', image: 'nginx' }] },
    {
      name: 'Windows',
      document: task({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
    {
      name: 'a system left open',
      document: task({}, { runtimePlatform: { operatingSystemFamily: '${OS}' } }),
    },
  ],
});
