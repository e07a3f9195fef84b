import rule from '../../server/src/core/rules/port-mapped-twice';
import { testRule } from '../support/rule-tester';

const mapped = (networkMode: unknown, ...portMappings: object[]) => ({
  networkMode,
  containerDefinitions: [{ name: 'web', portMappings }],
});

testRule(rule, {
  wrong: [
    {
      name: 'one container port in two containers with awsvpc',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "containerPort": 80 }] }, { "portMappings": [{ "containerPort": «80», "protocol": "tcp" }] }] }',
      message:
        'Container port 80/tcp is mapped twice, and all containers of an awsvpc task share its ports. Let one of them listen on another port.',
      pointer: '/containerDefinitions/1/portMappings/0/containerPort',
      related: ['The first mapping of port 80.'],
      fixes: [
        {
          title: 'Change the port to 8080',
          result: {
            networkMode: 'awsvpc',
            containerDefinitions: [
              { portMappings: [{ containerPort: 80 }] },
              { portMappings: [{ containerPort: 8080, protocol: 'tcp' }] },
            ],
          },
        },
      ],
    },
    {
      name: 'one container port in two containers with awsvpc, written twice, beside the next one',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "containerPort": 8080 }, { "containerPort": 8081 }] }, { "portMappings": [{ "containerPort": «8080», "hostPort": 8080 }] }] }',
      message:
        'Container port 8080/tcp is mapped twice, and all containers of an awsvpc task share its ports. Let one of them listen on another port.',
      pointer: '/containerDefinitions/1/portMappings/0/containerPort',
      fixes: [
        {
          title: 'Change the port to 8082',
          result: {
            networkMode: 'awsvpc',
            containerDefinitions: [
              { portMappings: [{ containerPort: 8080 }, { containerPort: 8081 }] },
              { portMappings: [{ containerPort: 8082, hostPort: 8082 }] },
            ],
          },
        },
      ],
    },
    {
      name: 'the last port, which has no next one',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "containerPort": 65535 }] }, { "portMappings": [{ "containerPort": «65535» }] }] }',
      message:
        'Container port 65535/tcp is mapped twice, and all containers of an awsvpc task share its ports. Let one of them listen on another port.',
      pointer: '/containerDefinitions/1/portMappings/0/containerPort',
    },
    {
      name: 'one host port in bridge mode, which is the mode without a key',
      text: '{ "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, "hostPort": 8080 }, { "containerPort": 81, "hostPort": «8080» }] }] }',
      message:
        'Host port 8080/tcp is mapped twice in this task. Choose another one, or leave hostPort out for a free port.',
      pointer: '/containerDefinitions/0/portMappings/1/hostPort',
      fixes: [
        {
          title: 'Change hostPort to 8081',
          result: {
            containerDefinitions: [
              {
                portMappings: [
                  { containerPort: 80, hostPort: 8080 },
                  { containerPort: 81, hostPort: 8081 },
                ],
              },
            ],
          },
        },
        { title: 'Change hostPort to 0, for any free port' },
        {
          title: 'Remove hostPort',
          result: {
            containerDefinitions: [
              { portMappings: [{ containerPort: 80, hostPort: 8080 }, { containerPort: 81 }] },
            ],
          },
        },
      ],
    },
    {
      name: 'the last host port, which has no next one',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, "hostPort": 65535 }, { "containerPort": 81, "hostPort": «65535» }] }] }',
      message:
        'Host port 65535/tcp is mapped twice in this task. Choose another one, or leave hostPort out for a free port.',
      pointer: '/containerDefinitions/0/portMappings/1/hostPort',
      fixes: [{ title: 'Change hostPort to 0, for any free port' }, { title: 'Remove hostPort' }],
    },
    {
      name: 'in host mode without hostPort',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, "protocol": "http" }, { "containerPort": «80» }] }] }',
      message:
        'Port 80/tcp is mapped twice, and in network mode host all containers share the ports of the instance. Let one of them listen on another port.',
      pointer: '/containerDefinitions/0/portMappings/1/containerPort',
      fixes: [
        {
          title: 'Remove this mapping',
          result: {
            networkMode: 'host',
            containerDefinitions: [{ portMappings: [{ containerPort: 80, protocol: 'http' }] }],
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'tcp and udp',
      document: mapped('awsvpc', { containerPort: 53 }, { containerPort: 53, protocol: 'udp' }),
    },
    {
      name: 'dynamic host ports in bridge mode',
      document: mapped('bridge', { containerPort: 80 }, { containerPort: 80, hostPort: 0 }),
    },
    {
      name: 'a mode left open',
      document: mapped('${MODE}', { containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }),
    },
    {
      name: 'a protocol left open',
      document: mapped('awsvpc', { containerPort: 80 }, { containerPort: 80, protocol: '${P}' }),
    },
    {
      name: 'Fargate without a mode, which is said elsewhere',
      document: {
        requiresCompatibilities: ['FARGATE'],
        ...mapped(undefined, { containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }),
      },
    },
  ],
});
