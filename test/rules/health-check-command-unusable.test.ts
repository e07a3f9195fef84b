import rule from '../../server/src/core/rules/health-check-command-unusable';
import { testRule } from '../support/rule-tester';

const check = (...command: readonly string[]) => ({
  containerDefinitions: [{ name: 'web', healthCheck: { command } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'no command',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { «"command"»: [] } }] }',
      message:
        'This health check has no command. Write one behind "CMD" or "CMD-SHELL", or remove healthCheck.',
      pointer: '/containerDefinitions/0/healthCheck/command',
    },
    {
      name: 'nothing behind CMD-SHELL',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { «"command"»: ["CMD-SHELL"] } }] }',
      message:
        'This health check has no command. Write one behind "CMD" or "CMD-SHELL", or remove healthCheck.',
      pointer: '/containerDefinitions/0/healthCheck/command',
    },
    {
      name: 'prefix and command in one string',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": [«"CMD curl -f http://localhost"»] } }] }',
      message: '"CMD" has to be a string of its own, with the command in the next one.',
      pointer: '/containerDefinitions/0/healthCheck/command/0',
      fixes: [
        { title: 'Split it behind "CMD-SHELL"', result: check('CMD-SHELL', 'curl -f http://localhost') },
      ],
    },
    {
      name: 'a misspelt CMD-SHELL',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": [«"cmd_shell"», "exit 0"] } }] }',
      message: '"cmd_shell" is taken for a program. Write "CMD-SHELL".',
      pointer: '/containerDefinitions/0/healthCheck/command/0',
      fixes: [
        { title: 'Change "cmd_shell" to "CMD-SHELL"', safe: true, result: check('CMD-SHELL', 'exit 0') },
      ],
    },
    {
      name: 'CMD in small letters',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": [«"cmd"», "healthcheck"] } }] }',
      message: '"cmd" is taken for a program. Write "CMD".',
      pointer: '/containerDefinitions/0/healthCheck/command/0',
      fixes: [{ title: 'Change "cmd" to "CMD"', safe: true, result: check('CMD', 'healthcheck') }],
    },
    {
      name: 'a line of text behind CMD',
      text: '[{ "name": "web", "image": "a", "healthCheck": { "command": ["CMD", «"curl -f http://localhost || exit 1"»] } }]',
      message:
        'Without a shell the whole text is taken for the name of a program. Put "CMD-SHELL" before it.',
      pointer: '/0/healthCheck/command/1',
      fixes: [
        {
          title: 'Run it with "CMD-SHELL"',
          result: [
            {
              name: 'web',
              image: 'a',
              healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost || exit 1'] },
            },
          ],
        },
      ],
    },
    {
      name: 'a line of text alone',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": [«"curl -f http://localhost"»] } }] }',
      message:
        'Without a shell the whole text is taken for the name of a program. Put "CMD-SHELL" before it.',
      pointer: '/containerDefinitions/0/healthCheck/command/0',
      fixes: [{ title: 'Run it with "CMD-SHELL"', result: check('CMD-SHELL', 'curl -f http://localhost') }],
    },
    {
      name: 'signs for a shell behind CMD',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": ["CMD", "curl", "-f", "http://localhost", «"||"», "exit", "1"] } }] }',
      message:
        '"||" means something to a shell only; here the program gets it as an argument. Write one text behind "CMD-SHELL".',
      pointer: '/containerDefinitions/0/healthCheck/command/4',
      fixes: [
        {
          title: 'Run it with "CMD-SHELL"',
          result: check('CMD-SHELL', 'curl -f http://localhost || exit 1'),
        },
      ],
    },
    {
      name: 'signs for a shell without a prefix, beside an argument with a blank',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": ["curl", "-H", "a: b", «"|| exit 1"»] } }] }',
      message:
        '"|| exit 1" means something to a shell only; here the program gets it as an argument. Write one text behind "CMD-SHELL".',
      pointer: '/containerDefinitions/0/healthCheck/command/3',
    },
  ],
  right: [
    { name: 'a program with arguments', document: check('CMD', 'curl', '-f', 'http://localhost') },
    { name: 'a line for the shell', document: check('CMD-SHELL', 'curl -f http://localhost || exit 1') },
    { name: 'a program alone', document: check('/healthcheck') },
    { name: 'a shell as the program', document: check('CMD', 'sh', '-c', 'curl localhost || exit 1') },
    {
      name: 'an argument with blanks',
      document: check('CMD', 'curl', '-H', 'Host: example.com', 'http://localhost'),
    },
    { name: 'NONE', document: check('NONE') },
    { name: 'an item left open', document: check('CMD', '{{ .Check }} a b') },
    { name: 'cmd of Windows', document: check('cmd', '/c', 'exit 0') },
    {
      name: 'a path with a blank on Windows',
      document: {
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        ...check('CMD', 'C:\\\\Program Files\\\\check.exe'),
      },
    },
    {
      name: 'a text, which the schema reports',
      document: { containerDefinitions: [{ name: 'web', healthCheck: { command: 'curl -f x' } }] },
    },
  ],
});
