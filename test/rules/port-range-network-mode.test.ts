import rule from '../../server/src/core/rules/port-range-network-mode';
import { testRule } from '../support/rule-tester';

const task = (networkMode: unknown, containerPortRange: unknown = '8080-8090') => ({
  networkMode,
  containerDefinitions: [{ name: 'web', portMappings: [{ containerPortRange }] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'host mode',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80 }, { "containerPortRange": «"8080-8090"» }] }] }',
      message:
        'Network mode host does not take containerPortRange. List single ports with containerPort, or use bridge or awsvpc.',
      pointer: '/containerDefinitions/0/portMappings/1/containerPortRange',
      fixes: [
        {
          title: 'Remove this mapping',
          result: {
            networkMode: 'host',
            containerDefinitions: [{ name: 'web', portMappings: [{ containerPort: 80 }] }],
          },
        },
        {
          title: 'Change networkMode to "awsvpc"',
          result: {
            networkMode: 'awsvpc',
            containerDefinitions: [
              {
                name: 'web',
                portMappings: [{ containerPort: 80 }, { containerPortRange: '8080-8090' }],
              },
            ],
          },
        },
        { title: 'Change networkMode to "bridge"' },
      ],
    },
    {
      name: 'host mode on a managed instance, which has no bridge',
      text: '{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "networkMode": "host", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPortRange": «"8080-8090"» }] }] }',
      message:
        'Network mode host does not take containerPortRange. List single ports with containerPort, or use bridge or awsvpc.',
      pointer: '/containerDefinitions/0/portMappings/0/containerPortRange',
      fixes: [{ title: 'Remove this mapping' }, { title: 'Change networkMode to "awsvpc"' }],
    },
    {
      name: 'host mode on an external instance, which has no awsvpc',
      text: '{ "requiresCompatibilities": ["EXTERNAL"], "networkMode": "host", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPortRange": «"8080-8090"» }] }] }',
      message:
        'Network mode host does not take containerPortRange. List single ports with containerPort, or use bridge or awsvpc.',
      pointer: '/containerDefinitions/0/portMappings/0/containerPortRange',
      fixes: [{ title: 'Remove this mapping' }, { title: 'Change networkMode to "bridge"' }],
    },
  ],
  right: [
    { name: 'awsvpc', document: task('awsvpc') },
    { name: 'bridge', document: task('bridge') },
    { name: 'no mode, which is bridge', document: task(undefined) },
    { name: 'a mode left open', document: task('${MODE}') },
    { name: 'none, which member-not-supported reports', document: task('none') },
    {
      name: 'host mode on Fargate, which fargate-network-mode reports',
      document: { ...task('host'), requiresCompatibilities: ['FARGATE'] },
    },
    { name: 'a range left open', document: task('host', '${RANGE}') },
    { name: 'a range that is none, which the schema reports', document: task('host', '') },
    {
      name: 'single ports in host mode',
      document: { networkMode: 'host', containerDefinitions: [{ portMappings: [{ containerPort: 80 }] }] },
    },
  ],
});
