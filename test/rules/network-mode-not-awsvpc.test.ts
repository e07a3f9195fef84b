import rule from '../../server/src/core/rules/network-mode-not-awsvpc';
import { testRule } from '../support/rule-tester';

const other = (mode: string) =>
  `With networkMode "${mode}" the task has no security group of its own. With awsvpc access can be granted to this task alone.`;
const missing =
  'Without networkMode a task on EC2 uses the bridge of its instance and has no security group of its own. With awsvpc access can be granted to this task alone.';
const task = (more: object, portMappings: unknown = []) => ({
  ...more,
  containerDefinitions: [{ name: 'web', portMappings }],
});

testRule(rule, {
  wrong: [
    {
      name: 'bridge, with ports of the host',
      text: '{ "networkMode": «"bridge"», "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "hostPort": 8080 }, { "containerPort": 81, "hostPort": 81 }, { "containerPort": 82, "hostPort": 0 }] }] }',
      message: other('bridge'),
      pointer: '/networkMode',
      fixes: [
        {
          title: 'Change networkMode to "awsvpc"',
          result: task({ networkMode: 'awsvpc' }, [
            { containerPort: 80 },
            { containerPort: 81, hostPort: 81 },
            { containerPort: 82 },
          ]),
        },
      ],
    },
    {
      name: 'none',
      text: '{ "networkMode": «"none"», "containerDefinitions": [{ "name": "web", "portMappings": [] }] }',
      message: other('none'),
      pointer: '/networkMode',
      fixes: [{ title: 'Change networkMode to "awsvpc"', result: task({ networkMode: 'awsvpc' }) }],
    },
    {
      name: 'nothing said',
      text: '«{» "containerDefinitions": [{ "name": "web", "portMappings": [] }] }',
      message: missing,
      pointer: '',
      fixes: [{ title: 'Add "networkMode": "awsvpc"', result: task({ networkMode: 'awsvpc' }) }],
    },
    {
      name: 'links, which awsvpc refuses',
      text: '«{» "containerDefinitions": [{ "name": "web", "links": ["db"] }, { "name": "db" }] }',
      message: missing,
      pointer: '',
    },
    {
      name: 'two containers that listen on one port, and would share it',
      text: '«{» "containerDefinitions": [{ "name": "a", "portMappings": [{ "containerPort": 80 }] }, { "name": "b", "portMappings": [{ "containerPort": 80 }] }] }',
      message: missing,
      pointer: '',
    },
    {
      name: 'a port inside of a range',
      text: '«{» "containerDefinitions": [{ "name": "a", "portMappings": [{ "containerPort": 81 }, { "containerPortRange": "70-90" }] }] }',
      message: missing,
      pointer: '',
    },
    {
      name: 'two ports of one name',
      text: '«{» "containerDefinitions": [{ "name": "a", "portMappings": [{ "name": "p", "containerPort": 80 }, { "name": "p", "containerPort": 81 }] }] }',
      message: missing,
      pointer: '',
    },
    {
      name: 'one port for each protocol, behind a range that ends before it',
      text: '«{» "containerDefinitions": [{ "name": "a", "portMappings": [{ "containerPort": 80 }, { "containerPort": 80, "protocol": "udp" }, { "containerPortRange": "70-79" }] }] }',
      message: missing,
      pointer: '',
      fixes: [{ title: 'Add "networkMode": "awsvpc"' }],
    },
  ],
  right: [
    { name: 'awsvpc', document: task({ networkMode: 'awsvpc' }) },
    { name: 'the network of the host, which another rule reports', document: task({ networkMode: 'host' }) },
    { name: 'left open', document: task({ networkMode: '${MODE}' }) },
    { name: 'no mode at all, which the schema reports', document: task({ networkMode: 'vpc' }) },
    { name: 'null', document: task({ networkMode: null }) },
    {
      name: 'Fargate, where another rule asks for it',
      document: task({ requiresCompatibilities: ['FARGATE'] }),
    },
    {
      name: 'external instances, which refuse it',
      document: task({ requiresCompatibilities: ['EXTERNAL'] }),
    },
    {
      name: 'managed instances, where it is the default',
      document: task({ requiresCompatibilities: ['MANAGED_INSTANCES'] }),
    },
    {
      name: 'Windows',
      document: task({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
    { name: 'a bare list', document: [{ name: 'web', image: 'nginx' }] },
  ],
});
