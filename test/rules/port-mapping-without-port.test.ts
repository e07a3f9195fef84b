import rule from '../../server/src/core/rules/port-mapping-without-port';
import { testRule } from '../support/rule-tester';

const message =
  'This port mapping does not say which port the container listens on. Add containerPort, or containerPortRange for several.';
const mapped = (networkMode: unknown, mapping: object) => ({
  networkMode,
  containerDefinitions: [{ name: 'web', portMappings: [mapping] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'nothing but a protocol',
      text: '{ "containerDefinitions": [{ "name": "web", "portMappings": [«{» "protocol": "tcp" }] }] }',
      message,
      pointer: '/containerDefinitions/0/portMappings/0',
    },
    {
      name: 'a name, and a host port in a mode that maps ports',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "name": "web", "portMappings": [{ "name": «"http"», "hostPort": 8080 }] }] }',
      message,
      pointer: '/containerDefinitions/0/portMappings/0',
      fixes: [
        {
          title: 'Add "containerPort": 8080',
          result: mapped('bridge', { name: 'http', hostPort: 8080, containerPort: 8080 }),
        },
      ],
    },
    {
      name: 'a host port with awsvpc, where both are the same',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80 }, «{» "hostPort": 81 }] }] }',
      message,
      pointer: '/containerDefinitions/0/portMappings/1',
      fixes: [{ title: 'Add "containerPort": 81', safe: true }],
    },
    {
      name: 'any host port, in a bare list of containers',
      text: '[{ "name": "web", "image": "nginx", "portMappings": [«{» "hostPort": 0 }] }]',
      message,
      pointer: '/0/portMappings/0',
    },
  ],
  right: [
    { name: 'a port', document: mapped('bridge', { containerPort: 80, hostPort: 8080 }) },
    { name: 'a range', document: mapped('bridge', { containerPortRange: '80-90' }) },
    { name: 'a port left open', document: mapped('bridge', { containerPort: '${PORT}' }) },
    { name: 'a null, which the schema reports', document: mapped('bridge', { containerPort: null }) },
    { name: 'capitals, which the schema reports', document: mapped('bridge', { ContainerPort: 80 }) },
    { name: 'an unknown key, which the schema reports', document: mapped('bridge', { port: 80 }) },
    { name: 'no mapping', document: { containerDefinitions: [{ name: 'web', portMappings: [] }] } },
  ],
});
