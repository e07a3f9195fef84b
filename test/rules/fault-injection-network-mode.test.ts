import rule from '../../server/src/core/rules/fault-injection-network-mode';
import { testRule } from '../support/rule-tester';

const task = (more: object = {}) => ({
  requiresCompatibilities: ['EC2'],
  enableFaultInjection: true,
  ...more,
});

testRule(rule, {
  wrong: [
    {
      name: 'EC2',
      text: '{ "requiresCompatibilities": ["EC2"], "enableFaultInjection": «true» }',
      message:
        'enableFaultInjection needs networkMode "awsvpc" or "host", and without the key EC2 takes "bridge". Add networkMode, or remove enableFaultInjection.',
      pointer: '/enableFaultInjection',
      fixes: [
        { title: 'Add "networkMode": "awsvpc"', result: task({ networkMode: 'awsvpc' }) },
        { title: 'Add "networkMode": "host"', result: task({ networkMode: 'host' }) },
        { title: 'Remove enableFaultInjection', result: { requiresCompatibilities: ['EC2'] } },
      ],
    },
  ],
  right: [
    { name: 'awsvpc', document: task({ networkMode: 'awsvpc' }) },
    { name: 'host', document: task({ networkMode: 'host' }) },
    { name: 'bridge, which member-not-supported reports', document: task({ networkMode: 'bridge' }) },
    { name: 'an open mode', document: task({ networkMode: '${MODE}' }) },
    { name: 'off', document: task({ enableFaultInjection: false }) },
    {
      name: 'no launch type',
      document: { family: 'web', enableFaultInjection: true, containerDefinitions: [] },
    },
    {
      name: 'Managed Instances, whose default is awsvpc',
      document: task({ requiresCompatibilities: ['MANAGED_INSTANCES'] }),
    },
    {
      name: 'Fargate, where fargate-network-mode reports the missing mode',
      document: task({ requiresCompatibilities: ['EC2', 'FARGATE'] }),
    },
    {
      name: 'external instances, where member-not-supported reports it',
      document: task({ requiresCompatibilities: ['EC2', 'EXTERNAL'] }),
    },
    {
      name: 'Windows, where member-not-supported reports it',
      document: task({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    },
  ],
});
