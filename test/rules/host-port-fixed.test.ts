import rule from '../../server/src/core/rules/host-port-fixed';
import { testRule } from '../support/rule-tester';

const task = (networkMode: string | undefined, mapping: object, more: object = {}) => ({
  networkMode,
  ...more,
  containerDefinitions: [{ name: 'web', portMappings: [mapping] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'bridge',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 80, "hostPort": «8080» }] }] }',
      message:
        'Host port 8080 lets one copy of this task run on an instance. Without hostPort each copy gets a free port, which a load balancer finds by itself.',
      pointer: '/containerDefinitions/0/portMappings/0/hostPort',
      fixes: [{ title: 'Remove hostPort', result: task('bridge', { containerPort: 80 }) }],
    },
    {
      name: 'host',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "portMappings": [{ "containerPort": «80» }] }] }',
      message:
        'In network mode host, port 80 lets one copy of this task run on an instance. With awsvpc each copy has an address of its own.',
      pointer: '/containerDefinitions/0/portMappings/0/containerPort',
    },
  ],
  right: [
    { name: 'a free port', document: task('bridge', { containerPort: 80 }) },
    { name: 'a free port, written', document: task('bridge', { containerPort: 80, hostPort: 0 }) },
    { name: 'awsvpc', document: task('awsvpc', { containerPort: 80, hostPort: 80 }) },
    {
      name: 'nothing said about where it runs',
      document: task(undefined, { containerPort: 80, hostPort: 80 }),
    },
    {
      name: 'Managed Instances, whose default is awsvpc',
      document: task(
        undefined,
        { containerPort: 80, hostPort: 80 },
        { requiresCompatibilities: ['MANAGED_INSTANCES'] },
      ),
    },
  ],
});
