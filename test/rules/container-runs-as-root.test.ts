import rule from '../../server/src/core/rules/container-runs-as-root';
import { testRule } from '../support/rule-tester';

const task = (container: object, more = {}) => ({
  ...more,
  containerDefinitions: [{ name: 'web', ...container }],
});
const root = 'The container "web" runs as root. Let it run as a user without rights, by name or by number.';
const missing =
  'The container "web" runs as the user of its image, which is root unless the image says otherwise. Name a user without rights.';

testRule(rule, {
  wrong: [
    {
      name: 'root and its group',
      text: '{ "containerDefinitions": [{ "name": "web", "user": «"root:root"» }] }',
      message: root,
      pointer: '/containerDefinitions/0/user',
      fixes: [{ title: 'Change user to "1000:1000"', result: task({ user: '1000:1000' }) }],
    },
    {
      name: 'no user',
      text: '{ "containerDefinitions": [{ "name": «"web"» }] }',
      message: missing,
      severity: 'hint',
      pointer: '/containerDefinitions/0',
      fixes: [{ title: 'Add "user": "1000:1000"', result: task({ user: '1000:1000' }) }],
    },
    {
      name: 'no user, privileged in the network of the host',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "name": «"web"», "privileged": true }] }',
      message: missing,
      severity: 'hint',
      pointer: '/containerDefinitions/0',
      fixes: [{ title: 'Add "user": "1000:1000"' }],
    },
  ],
  right: [
    { name: 'a user', document: task({ user: 'app' }) },
    { name: 'a number', document: task({ user: '1000' }) },
    { name: 'left open', document: task({ user: '${USER}' }) },
    { name: 'null', document: task({ user: null }) },
    {
      name: 'the network of the host, which another rule reports',
      document: task({}, { networkMode: 'host' }),
    },
    {
      name: 'a FireLens router',
      document: task({ user: '0', firelensConfiguration: { type: 'fluentbit' } }),
    },
    { name: 'a bare list', document: [{ name: 'web', image: 'nginx' }] },
    {
      name: 'Windows',
      document: task({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
    { name: 'a system left open', document: task({}, { runtimePlatform: '${PLATFORM}' }) },
  ],
});
