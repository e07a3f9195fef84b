import rule from '../../server/src/core/rules/ulimit-soft-over-hard';
import { testRule } from '../support/rule-tester';

const limited = (softLimit: unknown, hardLimit: unknown) => ({
  containerDefinitions: [{ name: 'web', ulimits: [{ name: 'nofile', softLimit, hardLimit }] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'one above',
      text: '{ "containerDefinitions": [{ "name": "web", "ulimits": [{ "name": "nofile", "softLimit": «1025», "hardLimit": 1024 }] }] }',
      message:
        'The soft limit 1025 of nofile is above its hard limit 1024. Lower softLimit, or raise hardLimit.',
      pointer: '/containerDefinitions/0/ulimits/0/softLimit',
      related: ['The hard limit of nofile.'],
      fixes: [
        { title: 'Change softLimit to 1024', result: limited(1024, 1024) },
        { title: 'Change hardLimit to 1025', result: limited(1025, 1025) },
      ],
    },
    {
      name: 'a limit without a name, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "ulimits": [{ "softLimit": «2», "hardLimit": 1 }] }]',
      message:
        'The soft limit 2 of this ulimit is above its hard limit 1. Lower softLimit, or raise hardLimit.',
      pointer: '/0/ulimits/0/softLimit',
      fixes: [{ title: 'Change softLimit to 1' }, { title: 'Change hardLimit to 2' }],
    },
  ],
  right: [
    { name: 'equal', document: limited(1024, 1024) },
    { name: 'no hard limit, which the schema reports', document: limited(1024, undefined) },
    { name: 'an unlimited hard limit', document: limited(1024, -1) },
    { name: 'a limit left open', document: limited(1025, '${HARD}') },
    {
      name: 'a limit that is no integer',
      document:
        '{ "containerDefinitions": [{ "name": "web", "ulimits": [{ "name": "nofile", "softLimit": 1026.0, "hardLimit": 1024 }] }] }',
    },
  ],
});
