import rule from '../../server/src/core/rules/neuron-placement-missing';
import { testRule } from '../support/rule-tester';

const device = (...paths: readonly string[]) => ({
  requiresCompatibilities: ['EC2'],
  containerDefinitions: [
    { name: 'web', linuxParameters: { devices: paths.map((hostPath) => ({ hostPath })) } },
  ],
});

testRule(rule, {
  wrong: [
    {
      name: 'no constraint',
      text: '{ "requiresCompatibilities": ["EC2"], "containerDefinitions": [{ "name": "web", "linuxParameters": { "devices": [{ "hostPath": "/dev/fuse" }, { "hostPath": «"/dev/neuron0"» }, { "hostPath": "/dev/neuron1" }] } }] }',
      message:
        'The task may land on an instance without /dev/neuron0. Add a placement constraint on the instance type, unless all instances of the cluster have it.',
      pointer: '/containerDefinitions/0/linuxParameters/devices/1/hostPath',
      fixes: [
        {
          title: 'Place it on inf2 instances',
          result: {
            ...device('/dev/fuse', '/dev/neuron0', '/dev/neuron1'),
            placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ inf2.*' }],
          },
        },
        { title: 'Place it on trn1 instances' },
      ],
    },
    {
      name: 'an empty list',
      text: '{ "requiresCompatibilities": ["EC2"], "placementConstraints": [], "containerDefinitions": [{ "name": "web", "linuxParameters": { "devices": [{ "hostPath": «"/dev/neuron0"» }] } }] }',
      message:
        'The task may land on an instance without /dev/neuron0. Add a placement constraint on the instance type, unless all instances of the cluster have it.',
      pointer: '/containerDefinitions/0/linuxParameters/devices/0/hostPath',
      fixes: [
        { title: 'Place it on inf2 instances' },
        {
          title: 'Place it on trn1 instances',
          result: {
            ...device('/dev/neuron0'),
            placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ trn1.*' }],
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'a constraint',
      document: {
        ...device('/dev/neuron0'),
        placementConstraints: [{ type: 'memberOf', expression: 'attribute:neuron == true' }],
      },
    },
    {
      name: 'constraints left open',
      document: { ...device('/dev/neuron0'), placementConstraints: '${CONSTRAINTS}' },
    },
    { name: 'another device', document: device('/dev/fuse') },
    { name: 'no launch type', document: { ...device('/dev/neuron0'), requiresCompatibilities: undefined } },
    {
      name: 'Fargate, which has no devices',
      document: { ...device('/dev/neuron0'), requiresCompatibilities: ['EC2', 'FARGATE'] },
    },
  ],
});
