import rule from '../../server/src/core/rules/credential-in-command';
import { testRule } from '../support/rule-tester';

const message = (member: string, what: string) =>
  `${member} holds ${what} in plain text, for everyone to read who may describe the task definition. Set a variable with it in secrets, and let a shell or the program read that.`;
const container = (more: object) => ({ containerDefinitions: [{ name: 'web', ...more }] });

testRule(rule, {
  wrong: [
    {
      name: 'a URL with a password',
      text: '{ "containerDefinitions": [{ "name": "web", "command": ["migrate", «"postgres://app:wX4t9qLm@db/app"»] }] }',
      message: message('command', 'a URL with a password'),
      pointer: '/containerDefinitions/0/command/1',
    },
    {
      name: 'a token among shell variables',
      text: `{ "containerDefinitions": [{ "name": "web", "entryPoint": ["sh", "-c", «"run $X --token=${'gl'}pat-wX4t9qLmB7vR2nK8sZ5c"»] }] }`,
      message: message('entryPoint', 'a GitLab token'),
      pointer: '/containerDefinitions/0/entryPoint/2',
    },
    {
      name: 'a password of little use elsewhere',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": ["CMD-SHELL", «"curl -f http://me:wX4t9qLm@localhost/health"»] } }] }',
      message: message('healthCheck', 'a URL with a password'),
      severity: 'info',
      pointer: '/containerDefinitions/0/healthCheck/command/1',
    },
  ],
  right: [
    {
      name: 'a variable of the shell',
      document: container({ command: ['sh', '-c', 'migrate postgres://app:$PASSWORD@db/app'] }),
    },
    {
      name: 'a variable in braces',
      document: container({ command: ['sh', '-c', 'migrate postgres://app:${PASSWORD}@db/app'] }),
    },
    {
      name: 'the output of a command',
      document: container({ command: ['sh', '-c', 'x postgres://app:$(cat/pw)@db/app'] }),
    },
    {
      name: 'a header with a variable',
      document: container({ command: ['curl', '-H', 'Authorization: Bearer $TOKEN'] }),
    },
    {
      name: 'a password that only its name gives away',
      document: container({ command: ['run', '--password=hunter2'] }),
    },
    { name: 'no strings', document: container({ command: [1, null], healthCheck: { command: '${CHECK}' } }) },
  ],
});
