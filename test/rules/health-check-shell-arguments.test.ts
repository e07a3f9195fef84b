import rule from '../../server/src/core/rules/health-check-shell-arguments';
import { testRule } from '../support/rule-tester';

const check = (...command: readonly string[]) => ({
  containerDefinitions: [{ name: 'web', healthCheck: { command } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'words that need no shell',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": ["CMD-SHELL", "curl", «"-f"», "http://localhost/"] } }] }',
      message: 'The shell runs "curl" alone; what follows is lost. Write the whole command as one string.',
      pointer: '/containerDefinitions/0/healthCheck/command/2',
      fixes: [
        { title: 'Change "CMD-SHELL" to "CMD"', result: check('CMD', 'curl', '-f', 'http://localhost/') },
        { title: 'Join the strings', result: check('CMD-SHELL', 'curl -f http://localhost/') },
      ],
    },
    {
      name: 'a second half, in quotes too many',
      text: '{ "containerDefinitions": [{ "name": "web", "healthCheck": { "command": ["CMD-SHELL", "curl http://localhost/a/path/that/is/long", «"\\"|| exit 1\\""»] } }] }',
      message:
        'The shell runs "curl http://localhost/a/path/that/is/lon..." alone; what follows is lost. Write the whole command as one string.',
      pointer: '/containerDefinitions/0/healthCheck/command/2',
      fixes: [
        {
          title: 'Join the strings',
          result: check('CMD-SHELL', 'curl http://localhost/a/path/that/is/long || exit 1'),
        },
      ],
    },
  ],
  right: [
    { name: 'one string', document: check('CMD-SHELL', 'curl -f http://localhost/') },
    { name: 'CMD', document: check('CMD', 'curl', '-f', 'http://localhost/') },
    { name: 'an item left open', document: check('CMD-SHELL', 'curl', '{{ .Url }}') },
    { name: 'no command', document: { containerDefinitions: [{ name: 'web', healthCheck: {} }] } },
  ],
});
