import rule from '../../server/src/core/rules/user-malformed';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'three parts',
      text: '{ "containerDefinitions": [{ "name": "web", "user": «"1:2:3"» }] }',
      message:
        '"1:2:3" is no user. Write a name or a number, with a group behind a colon if need be, such as "1000:1000".',
      pointer: '/containerDefinitions/0/user',
    },
    {
      name: 'blanks',
      text: '{ "containerDefinitions": [{ "name": "web", "user": «"1000: 1000 "» }] }',
      message:
        '"1000: 1000 " is no user. Write a name or a number, with a group behind a colon if need be, such as "1000:1000".',
      pointer: '/containerDefinitions/0/user',
      fixes: [
        {
          title: 'Change user to "1000:1000"',
          result: { containerDefinitions: [{ name: 'web', user: '1000:1000' }] },
        },
      ],
    },
    {
      name: 'no group behind the colon',
      text: '[{ "name": "web", "image": "a", "user": «"app:"» }]',
      message:
        '"app:" is no user. Write a name or a number, with a group behind a colon if need be, such as "1000:1000".',
      pointer: '/0/user',
      fixes: [{ title: 'Change user to "app"' }],
    },
    {
      name: 'a number below 0',
      text: '[{ "name": "web", "image": "a", "user": «"-1"» }]',
      message:
        '"-1" is no user. Write a name or a number, with a group behind a colon if need be, such as "1000:1000".',
      pointer: '/0/user',
    },
  ],
  right: [
    ...['app', '0', '0:0', 'app:1000', '1000:staff', 'www-data', '_apt', '', '${USER}', '$UID:$GID'].map(
      (user) => ({
        name: JSON.stringify(user),
        document: { containerDefinitions: [{ name: 'web', user }] },
      }),
    ),
    {
      name: 'an account on Windows',
      document: {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        containerDefinitions: [{ name: 'web', user: 'NT AUTHORITY\\\\SYSTEM' }],
      },
    },
  ],
});
