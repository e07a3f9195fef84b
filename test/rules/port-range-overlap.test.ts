import rule from '../../server/src/core/rules/port-range-overlap';
import { testRule } from '../support/rule-tester';

const task = (networkMode: unknown, ...containers: object[][]) => ({
  networkMode,
  containerDefinitions: containers.map((portMappings, i) => ({ name: `c${i}`, portMappings })),
});

testRule(rule, {
  wrong: [
    {
      name: 'two ranges of one container',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "portMappings": [{ "containerPortRange": "8080-8090" }, { "containerPortRange": «"8085-8095"» }] }] }',
      message:
        'Port 8085/tcp is in 8085-8095 and in 8080-8090, and a port can be mapped once only. Make the ports different.',
      pointer: '/containerDefinitions/0/portMappings/1/containerPortRange',
      related: ['The other mapping of 8080-8090.'],
      fixes: [
        {
          title: 'Change containerPortRange to "8091-8095"',
          result: {
            networkMode: 'bridge',
            containerDefinitions: [
              { portMappings: [{ containerPortRange: '8080-8090' }, { containerPortRange: '8091-8095' }] },
            ],
          },
        },
      ],
    },
    {
      name: 'a range and a single port of two containers with awsvpc',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "containerPort": 53, "protocol": "udp" }] }, { "portMappings": [{ "containerPortRange": «"50-60"», "protocol": "udp" }] }] }',
      message:
        'Port 53/udp is in 50-60 and in port 53, and a port can be mapped once only. Make the ports different.',
      pointer: '/containerDefinitions/1/portMappings/0/containerPortRange',
      related: ['The other mapping of port 53.'],
      fixes: [
        { title: 'Change containerPortRange to "50-52"' },
        { title: 'Change containerPortRange to "54-60"' },
      ],
    },
    {
      name: 'a single port behind the range that holds it, without a network mode',
      text: '{ "containerDefinitions": [{ "portMappings": [{ "containerPortRange": "8080-8090" }, { "containerPort": «8090» }] }] }',
      message:
        'Port 8090/tcp is in port 8090 and in 8080-8090, and a port can be mapped once only. Make the ports different.',
      pointer: '/containerDefinitions/0/portMappings/1/containerPort',
      fixes: [
        {
          title: 'Remove this mapping',
          result: { containerDefinitions: [{ portMappings: [{ containerPortRange: '8080-8090' }] }] },
        },
      ],
    },
    {
      name: 'a single port in the range of another container with awsvpc',
      text: '{ "networkMode": "awsvpc", "containerDefinitions": [{ "name": "c0", "portMappings": [{ "containerPortRange": "8080-8090" }] }, { "name": "c1", "portMappings": [{ "containerPort": «8085» }] }] }',
      message:
        'Port 8085/tcp is in port 8085 and in 8080-8090, and a port can be mapped once only. Make the ports different.',
      pointer: '/containerDefinitions/1/portMappings/0/containerPort',
      fixes: [
        {
          title: 'Change the range 8080-8090 to "8080-8084"',
          result: task('awsvpc', [{ containerPortRange: '8080-8084' }], [{ containerPort: 8085 }]),
        },
        { title: 'Change the range 8080-8090 to "8086-8090"' },
      ],
    },
    {
      name: 'three ranges, the last of which meets both others',
      text: '{ "containerDefinitions": [{ "portMappings": [{ "containerPortRange": "1-10" }, { "containerPortRange": "20-30" }, { "containerPortRange": «"5-25"» }] }] }',
      message:
        'Port 5/tcp is in 5-25 and in 1-10, and a port can be mapped once only. Make the ports different.',
      pointer: '/containerDefinitions/0/portMappings/2/containerPortRange',
    },
    {
      name: 'three ranges, the first of which meets both others',
      text: '{ "containerDefinitions": [{ "portMappings": [{ "containerPortRange": "5-25" }, { "containerPortRange": «"1-10"» }, { "containerPortRange": «"20-30"» }] }] }',
      message:
        'Port 5/tcp is in 1-10 and in 5-25, and a port can be mapped once only. Make the ports different.',
      pointer: '/containerDefinitions/0/portMappings/1/containerPortRange',
      fixes: [{ title: 'Change containerPortRange to "1-4"' }],
      more: [
        {
          message:
            'Port 20/tcp is in 20-30 and in 5-25, and a port can be mapped once only. Make the ports different.',
          pointer: '/containerDefinitions/0/portMappings/2/containerPortRange',
          fixes: [{ title: 'Change containerPortRange to "26-30"' }],
        },
      ],
    },
  ],
  right: [
    {
      name: 'neighbours',
      document: task('awsvpc', [{ containerPortRange: '80-90' }, { containerPortRange: '91-95' }]),
    },
    {
      name: 'tcp and udp',
      document: task('awsvpc', [
        { containerPortRange: '80-90' },
        { containerPortRange: '80-90', protocol: 'udp' },
      ]),
    },
    {
      name: 'two containers in bridge mode',
      document: task('bridge', [{ containerPortRange: '80-90' }], [{ containerPortRange: '80-90' }]),
    },
    {
      name: 'single ports, which port-mapped-twice reports',
      document: task('awsvpc', [{ containerPort: 80 }, { containerPort: 80 }]),
    },
    {
      name: 'a single port and a range in one mapping, which port-range-with-single-port reports',
      document: task('awsvpc', [{ containerPort: 80, containerPortRange: '80-90' }]),
    },
    {
      name: 'a range that runs backwards, which port-range-invalid reports',
      document: task('awsvpc', [{ containerPortRange: '90-80' }, { containerPort: 85 }]),
    },
    {
      name: 'host mode, which port-range-network-mode reports',
      document: task('host', [{ containerPortRange: '80-90' }, { containerPortRange: '80-90' }]),
    },
    {
      name: 'a range left open',
      document: task('awsvpc', [{ containerPortRange: '${RANGE}' }, { containerPort: 80 }]),
    },
    {
      name: 'a protocol left open',
      document: task('awsvpc', [{ containerPortRange: '80-90', protocol: '${P}' }, { containerPort: 80 }]),
    },
  ],
});
