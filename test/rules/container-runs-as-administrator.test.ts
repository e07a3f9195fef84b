import rule from '../../server/src/core/rules/container-runs-as-administrator';
import { testRule } from '../support/rule-tester';

const runtimePlatform = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' };
const task = (container: object, more: object = { runtimePlatform }) => ({
  ...more,
  containerDefinitions: [{ name: 'web', ...container }],
});
const platform = `"runtimePlatform": ${JSON.stringify(runtimePlatform)}`;
const pointer = '/containerDefinitions/0/user';
const administrator =
  'The container "web" runs as ContainerAdministrator. Let it run as ContainerUser, where the program allows it.';
const change = { title: 'Change user to "ContainerUser"', result: task({ user: 'ContainerUser' }) };

testRule(rule, {
  wrong: [
    {
      name: 'the administrator, in other capitals',
      text: `{ ${platform}, "containerDefinitions": [{ "name": "web", "user": «"containeradministrator"» }] }`,
      message: administrator,
      pointer,
      fixes: [change],
    },
    {
      name: 'the administrator with a domain',
      text: `{ ${platform}, "containerDefinitions": [{ "name": "web", "user": «"User Manager\\\\ContainerAdministrator"» }] }`,
      message: administrator,
      pointer,
      fixes: [change],
    },
    {
      name: 'no user',
      text: `{ ${platform}, "containerDefinitions": [{ "name": «"web"» }] }`,
      message:
        'The container "web" runs as the user of its image, which is ContainerAdministrator unless the image says otherwise. Name ContainerUser, where the program allows it.',
      severity: 'hint',
      pointer: '/containerDefinitions/0',
      fixes: [{ title: 'Add "user": "ContainerUser"', result: task({ user: 'ContainerUser' }) }],
    },
  ],
  right: [
    { name: 'another user', document: task({ user: 'ContainerUser' }) },
    { name: 'left open', document: task({ user: '${USER}' }) },
    { name: 'Linux', document: task({}, {}) },
    {
      name: 'a system left open',
      document: task({}, { runtimePlatform: { operatingSystemFamily: '${OS}' } }),
    },
  ],
});
