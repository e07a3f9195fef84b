import rule from '../../server/src/core/rules/port-range-with-single-port';
import { testRule } from '../support/rule-tester';

const mapped = (mapping: object) => ({
  networkMode: 'awsvpc',
  containerDefinitions: [{ name: 'web', portMappings: [mapping] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'a port and a range',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": «8080», "containerPortRange": "8080-8090" }] }] }',
      message:
        'A mapping has containerPort or containerPortRange, not both. Keep 8080 or 8080-8090, or make two mappings of them.',
      pointer: '/containerDefinitions/0/portMappings/0/containerPort',
      fixes: [
        { title: 'Remove containerPort', result: mapped({ containerPortRange: '8080-8090' }) },
        { title: 'Remove containerPortRange', result: mapped({ containerPort: 8080 }) },
      ],
      related: ['The range 8080-8090.'],
    },
    {
      name: 'a host port and a range',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPortRange": "8080-8090", "hostPort": «8080» }] }] }',
      message:
        'hostPort does not go with containerPortRange: ECS chooses the host ports of a range itself. Remove hostPort.',
      pointer: '/containerDefinitions/0/portMappings/0/hostPort',
      fixes: [{ title: 'Remove hostPort', result: mapped({ containerPortRange: '8080-8090' }) }],
    },
    {
      name: 'all three',
      text: '[{ "name": "web", "image": "nginx", "portMappings": [{ "containerPortRange": "8080-8090", "hostPort": 8080, "containerPort": «8080» }] }]',
      message:
        'A mapping has containerPort or containerPortRange, not both. Keep 8080 or 8080-8090, or make two mappings of them.',
      pointer: '/0/portMappings/0/containerPort',
      fixes: [{ title: 'Remove containerPort and hostPort' }, { title: 'Remove containerPortRange' }],
    },
  ],
  right: [
    { name: 'a range', document: mapped({ containerPortRange: '8080-8090', protocol: 'udp' }) },
    { name: 'a port', document: mapped({ containerPort: 8080, hostPort: 8080 }) },
    {
      name: 'one mapping for each',
      document: {
        containerDefinitions: [
          { portMappings: [{ containerPort: 80 }, { containerPortRange: '8080-8090' }] },
        ],
      },
    },
    { name: 'any host port', document: mapped({ containerPortRange: '8080-8090', hostPort: 0 }) },
    { name: 'a range left open', document: mapped({ containerPort: 80, containerPortRange: '${RANGE}' }) },
    {
      name: 'a range that is none, which the schema reports',
      document: mapped({ containerPort: 80, containerPortRange: '' }),
    },
    { name: 'a port left open', document: mapped({ containerPort: '<PORT>', containerPortRange: '80-90' }) },
  ],
});
