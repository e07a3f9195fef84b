import rule from '../../server/src/core/rules/health-check-prefix-missing';
import { testRule } from '../support/rule-tester';

const check = (...command: readonly string[]) => ({
  containerDefinitions: [{ name: 'web', healthCheck: { command } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a program alone',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": [«"/healthcheck"»] } }] }',
      message: 'Begin the health check with "CMD", which is what ECS takes this one for.',
      pointer: '/containerDefinitions/0/healthCheck/command/0',
      fixes: [{ title: 'Begin with "CMD"', result: check('CMD', '/healthcheck') }],
    },
    {
      name: 'a program that evaluates text',
      text: '[{ "name": "web", "image": "a", "healthCheck": { "command": [«"powershell"», "-c", "a || exit 1"] } }]',
      message: 'Begin the health check with "CMD", which is what ECS takes this one for.',
      pointer: '/0/healthCheck/command/0',
      fixes: [{ title: 'Begin with "CMD"' }],
    },
  ],
  right: [
    { name: 'CMD', document: check('CMD', '/healthcheck') },
    { name: 'CMD-SHELL', document: check('CMD-SHELL', 'curl -f http://localhost') },
    { name: 'NONE', document: check('NONE') },
    { name: 'nothing', document: check() },
    { name: 'a misspelt prefix, which is a finding of its own', document: check('cmd_shell', 'curl') },
    {
      name: 'a text for a shell, which is a finding of its own',
      document: check('curl -f http://localhost'),
    },
    { name: 'a sign for a shell, which is a finding of its own', document: check('curl', '||', 'exit', '1') },
    { name: 'a text left open', document: check('${CHECK}') },
  ],
});
