import rule from '../../server/src/core/rules/external-network-mode';
import { testRule } from '../support/rule-tester';

const message =
  'External instances are outside of any VPC, so networkMode "awsvpc" cannot work with the launch type EXTERNAL. Use "bridge", "host" or "none".';

testRule(rule, {
  wrong: [
    {
      name: 'awsvpc on external instances',
      text: '{ "requiresCompatibilities": ["EC2", "EXTERNAL"], "networkMode": «"awsvpc"» }',
      message,
      pointer: '/networkMode',
      fixes: [
        {
          title: 'Change networkMode to "bridge"',
          result: { requiresCompatibilities: ['EC2', 'EXTERNAL'], networkMode: 'bridge' },
        },
        { title: 'Change networkMode to "host"' },
        { title: 'Change networkMode to "none"' },
      ],
    },
    {
      name: 'beside Fargate no mode is a repair',
      text: '{ "requiresCompatibilities": ["FARGATE", "EXTERNAL"], "networkMode": «"awsvpc"» }',
      message,
      pointer: '/networkMode',
    },
    {
      name: 'mapped ports leave no mode without a network',
      text: '{ "requiresCompatibilities": ["EXTERNAL"], "networkMode": «"awsvpc"», "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80 }] }] }',
      message,
      pointer: '/networkMode',
      fixes: [{ title: 'Change networkMode to "bridge"' }, { title: 'Change networkMode to "host"' }],
    },
    {
      name: 'kernel parameters of the network are not for the network of the host, and a proxy is a mistake of its own',
      text: '{ "requiresCompatibilities": ["EXTERNAL"], "networkMode": «"awsvpc"», "proxyConfiguration": { "containerName": "envoy" }, "containerDefinitions": [{ "name": "web", "systemControls": [{ "namespace": "net.core.somaxconn", "value": "1" }] }] }',
      message,
      pointer: '/networkMode',
      fixes: [{ title: 'Change networkMode to "bridge"' }, { title: 'Change networkMode to "none"' }],
    },
  ],
  right: [
    { name: 'bridge', document: { requiresCompatibilities: ['EXTERNAL'], networkMode: 'bridge' } },
    { name: 'no mode', document: { requiresCompatibilities: ['EXTERNAL'] } },
    { name: 'awsvpc on EC2', document: { requiresCompatibilities: ['EC2'], networkMode: 'awsvpc' } },
    { name: 'a mode left open', document: { requiresCompatibilities: ['EXTERNAL'], networkMode: '<MODE>' } },
  ],
});
