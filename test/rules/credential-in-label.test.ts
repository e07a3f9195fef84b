import rule from '../../server/src/core/rules/credential-in-label';
import { testRule } from '../support/rule-tester';

const container = (dockerLabels: unknown) => ({ containerDefinitions: [{ name: 'web', dockerLabels }] });
const message = (label: string, what: string) =>
  `The label ${label} holds ${what} in plain text, for everyone to read who may describe the task definition. Labels cannot be secret: give it to the container in secrets, and remove the label.`;

testRule(rule, {
  wrong: [
    {
      name: 'a URL with a password',
      text: '{ "containerDefinitions": [{ "name": "web", "dockerLabels": { "a": "b", "backup": «"https://me:wX4t9qLm@example.com"» } }] }',
      message: message('backup', 'a URL with a password'),
      pointer: '/containerDefinitions/0/dockerLabels/backup',
      fixes: [{ title: 'Remove the label backup', result: container({ a: 'b' }) }],
    },
    {
      name: 'a password of little use elsewhere',
      text: '{ "containerDefinitions": [{ "name": "web", "dockerLabels": { "check": «"http://me:wX4t9qLm@localhost"» } }] }',
      message: message('check', 'a URL with a password'),
      severity: 'info',
      pointer: '/containerDefinitions/0/dockerLabels/check',
      fixes: [{ title: 'Remove the label check', result: container({}) }],
    },
  ],
  right: [
    {
      name: 'labels of a proxy',
      document: container({ 'traefik.http.routers.web.rule': 'Host(`example.com`)' }),
    },
    { name: 'a password that only its name gives away', document: container({ password: 'hunter2' }) },
    { name: 'a password left open', document: container({ backup: 'https://me:${PASSWORD}@example.com' }) },
    { name: 'labels left open', document: container('${LABELS}') },
    { name: 'a number, which the schema reports', document: container({ a: 1 }) },
  ],
});
