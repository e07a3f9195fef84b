import rule from '../../server/src/core/rules/root-user-on-host-network';
import { testRule } from '../support/rule-tester';

const host = (container: object, more = {}) => ({
  networkMode: 'host',
  ...more,
  containerDefinitions: [{ name: 'web', ...container }],
});
const root =
  'The container "web" runs as root in the network of the host, where it can take any port and reach what listens on localhost. Let it run as another user, or use another networkMode.';
const missing =
  'The container "web" runs in the network of the host as the user of its image, which is root unless the image says otherwise. Name a user, or use another networkMode.';
const user = '/containerDefinitions/0/user';
const change = { title: 'Change user to "1000:1000"', result: host({ user: '1000:1000' }) };

testRule(rule, {
  wrong: [
    {
      name: 'root',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "name": "web", "user": «"root"» }] }',
      message: root,
      pointer: user,
      fixes: [change],
    },
    {
      name: 'the number of root, with a group',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "name": "web", "user": «"0:1000"» }] }',
      message: root,
      pointer: user,
      fixes: [change],
    },
    {
      name: 'no user',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "name": «"web"», "privileged": false }] }',
      message: missing,
      pointer: '/containerDefinitions/0',
      fixes: [{ title: 'Add "user": "1000:1000"', result: host({ privileged: false, user: '1000:1000' }) }],
    },
    {
      name: 'an empty user',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "name": "web", "user": «""» }] }',
      message: missing,
      pointer: user,
      fixes: [change],
    },
  ],
  right: [
    { name: 'another user', document: host({ user: 'app' }) },
    { name: 'another number', document: host({ user: '10:0' }) },
    { name: 'a name that begins like root', document: host({ user: 'rootless' }) },
    { name: 'a user left open', document: host({ user: '${USER}' }) },
    { name: 'privileged', document: host({ privileged: true }) },
    { name: 'perhaps privileged', document: host({ privileged: '${PRIVILEGED}' }) },
    { name: 'another mode', document: host({}, { networkMode: 'bridge' }) },
    { name: 'Fargate, which refuses the mode', document: host({}, { requiresCompatibilities: ['FARGATE'] }) },
    {
      name: 'Windows',
      document: host({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
  ],
});
