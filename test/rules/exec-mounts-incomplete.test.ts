import rule from '../../server/src/core/rules/exec-mounts-incomplete';
import { testRule } from '../support/rule-tester';

const mount = (...paths: unknown[]) =>
  paths.map((containerPath, i) => ({ sourceVolume: `v${i}`, containerPath }));
const task = (mountPoints: unknown, readonlyRootFilesystem: unknown = true) => ({
  containerDefinitions: [{ name: 'web', readonlyRootFilesystem, mountPoints }],
});
const message = (missing: string) =>
  `For ECS Exec beside a read-only root file system, mount a writable volume on ${missing} too.`;
const wrong = (...paths: string[]) =>
  `{ "containerDefinitions": [{ "name": "web", "readonlyRootFilesystem": true, «"mountPoints"»: ${JSON.stringify(mount(...paths))} }] }`;
const pointer = '/containerDefinitions/0/mountPoints';

testRule(rule, {
  wrong: [
    {
      name: 'one of three',
      text: wrong('/managed-agents'),
      message: message('/var/lib/amazon/ssm and /var/log/amazon/ssm'),
      pointer,
    },
    {
      name: 'two of three, one with a slash behind',
      text: wrong('/data', '/var/lib/amazon/ssm/', '/var/log/amazon/ssm'),
      message: message('/managed-agents'),
      pointer,
    },
  ],
  right: [
    {
      name: 'all three',
      document: task(mount('/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm')),
    },
    { name: 'none of them', document: task(mount('/data')) },
    { name: 'a path left open', document: task(mount('/managed-agents', '${PATH}')) },
    { name: 'a mount left open', document: task([...mount('/managed-agents'), '${MOUNT}']) },
    { name: 'a writable root file system', document: task(mount('/managed-agents'), false) },
    { name: 'a file system left open', document: task(mount('/managed-agents'), '${READONLY}') },
    { name: 'no mounts', document: task([]) },
  ],
});
