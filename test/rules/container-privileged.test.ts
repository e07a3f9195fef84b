import rule from '../../server/src/core/rules/container-privileged';
import { testRule } from '../support/rule-tester';

const task = (container: object, more = {}) => ({ ...more, containerDefinitions: [container] });
const message = (name: string) =>
  `The container "${name}" is privileged, which gives it nearly the power of root on its host. Remove privileged; where a capability or a device is missing, add that one in linuxParameters.`;

testRule(rule, {
  wrong: [
    {
      name: 'a privileged container',
      text: '{ "containerDefinitions": [{ "name": "web", "privileged": «true» }] }',
      message: message('web'),
      pointer: '/containerDefinitions/0/privileged',
      fixes: [{ title: 'Remove privileged', result: task({ name: 'web' }) }],
    },
    {
      name: 'in a bare list, without a name',
      text: '[{ "image": "nginx", "memory": 128, "privileged": «true» }]',
      message: message('#1'),
      pointer: '/0/privileged',
      fixes: [{ title: 'Remove privileged', result: [{ image: 'nginx', memory: 128 }] }],
    },
  ],
  right: [
    { name: 'not privileged', document: task({ name: 'web', privileged: false }) },
    { name: 'nothing said', document: task({ name: 'web' }) },
    { name: 'left open', document: task({ name: 'web', privileged: '${PRIVILEGED}' }) },
    {
      name: 'Fargate, which refuses it',
      document: task({ name: 'web', privileged: true }, { requiresCompatibilities: ['FARGATE'] }),
    },
    {
      name: 'Windows, which does not know it',
      document: task(
        { name: 'web', privileged: true },
        { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
      ),
    },
  ],
});
