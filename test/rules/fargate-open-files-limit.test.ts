import rule from '../../server/src/core/rules/fargate-open-files-limit';
import { testRule } from '../support/rule-tester';

const limited = (name: string, softLimit: number, hardLimit: number) => ({
  requiresCompatibilities: ['FARGATE'],
  containerDefinitions: [{ name: 'web', ulimits: [{ name, softLimit, hardLimit }] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'the hard limit',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "ulimits": [{ "name": "nofile", "softLimit": 65535, "hardLimit": «1048577» }] }] }',
      message: 'Fargate gives a container at most 1048576 open files, not 1048577. Lower the ulimit nofile.',
      pointer: '/containerDefinitions/0/ulimits/0/hardLimit',
      fixes: [{ title: 'Change hardLimit to 1048576', result: limited('nofile', 65535, 1048576) }],
    },
    {
      name: 'both limits',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "web", "ulimits": [{ "name": "nofile", "softLimit": 2000000, "hardLimit": «2000000» }] }] }',
      message: 'Fargate gives a container at most 1048576 open files, not 2000000. Lower the ulimit nofile.',
      pointer: '/containerDefinitions/0/ulimits/0/hardLimit',
      fixes: [{ title: 'Change both limits to 1048576', result: limited('nofile', 1048576, 1048576) }],
    },
  ],
  right: [
    { name: 'the most', document: limited('nofile', 1048576, 1048576) },
    { name: 'another limit', document: limited('fsize', 2000000, 2000000) },
    { name: 'unlimited', document: limited('nofile', -1, -1) },
    { name: 'EC2', document: { ...limited('nofile', 2000000, 2000000), requiresCompatibilities: ['EC2'] } },
    {
      name: 'Windows',
      document: {
        ...limited('nofile', 2000000, 2000000),
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      },
    },
  ],
});
