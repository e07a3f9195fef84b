import rule from '../../server/src/core/rules/host-port-mismatch';
import { testRule } from '../support/rule-tester';

const mapped = (networkMode: unknown, mapping: object) => ({
  networkMode,
  containerDefinitions: [{ name: 'web', portMappings: [mapping] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'another port with awsvpc',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "hostPort": «8080» }] }] }',
      message:
        'In network mode awsvpc nothing is mapped, so hostPort 8080 must equal containerPort 80. Remove hostPort, or make it 80.',
      pointer: '/containerDefinitions/0/portMappings/0/hostPort',
      fixes: [
        { title: 'Remove hostPort', result: mapped('awsvpc', { containerPort: 80 }) },
        { title: 'Change hostPort to 80', result: mapped('awsvpc', { containerPort: 80, hostPort: 80 }) },
      ],
    },
    {
      name: 'a dynamic port in host mode',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "hostPort": «0» }] }] }',
      message:
        'In network mode host nothing is mapped, so hostPort 0 must equal containerPort 80. Remove hostPort, or make it 80.',
      pointer: '/containerDefinitions/0/portMappings/0/hostPort',
      fixes: [{ title: 'Remove hostPort' }, { title: 'Change hostPort to 80' }],
    },
    {
      name: 'a dynamic port with awsvpc',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "hostPort": «0» }] }] }',
      message:
        'hostPort 0 asks for a free port of the host, which network mode awsvpc does not have; AWS has refused it. Remove hostPort.',
      pointer: '/containerDefinitions/0/portMappings/0/hostPort',
      severity: 'warning',
      fixes: [{ title: 'Remove hostPort', result: mapped('awsvpc', { containerPort: 80 }) }],
    },
  ],
  right: [
    { name: 'the same port', document: mapped('awsvpc', { containerPort: 80, hostPort: 80 }) },
    { name: 'no host port', document: mapped('host', { containerPort: 80 }) },
    { name: 'bridge', document: mapped('bridge', { containerPort: 80, hostPort: 8080 }) },
    { name: 'no mode', document: mapped(undefined, { containerPort: 80, hostPort: 8080 }) },
    { name: 'a mode left open', document: mapped('${MODE}', { containerPort: 80, hostPort: 8080 }) },
    { name: 'a port left open', document: mapped('awsvpc', { containerPort: '${PORT}', hostPort: 8080 }) },
    {
      name: 'Fargate without a mode',
      document: {
        requiresCompatibilities: ['FARGATE'],
        ...mapped(undefined, { containerPort: 81, hostPort: 80 }),
      },
    },
  ],
});
