import rule from '../../server/src/core/rules/host-port-reserved';
import { testRule } from '../support/rule-tester';

const task = (mapping: object, more: object = { networkMode: 'bridge' }) => ({
  ...more,
  containerDefinitions: [{ name: 'web', portMappings: [mapping] }],
});

testRule(rule, {
  wrong: [
    {
      name: 'SSH in bridge mode',
      text: '{ "networkMode": "bridge", "containerDefinitions": [{ "name": "web", "portMappings": [{ "containerPort": 2222, "hostPort": «22» }] }] }',
      message:
        'Host port 22 belongs to SSH on every container instance, so the task finds none that can run it. Choose another one, or leave hostPort out for a free port.',
      pointer: '/containerDefinitions/0/portMappings/0/hostPort',
      fixes: [{ title: 'Remove hostPort', result: task({ containerPort: 2222 }) }],
    },
    {
      name: 'the agent on EC2, without a mode',
      text: '{ "requiresCompatibilities": ["EC2"], "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, "hostPort": «51680», "protocol": "tcp" }] }] }',
      message:
        'Host port 51680 belongs to the ECS agent on every container instance, so the task finds none that can run it. Choose another one, or leave hostPort out for a free port.',
      pointer: '/containerDefinitions/0/portMappings/0/hostPort',
      fixes: [{ title: 'Remove hostPort' }],
    },
    {
      name: 'Docker in host mode, by the container port',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "portMappings": [{ "containerPort": «2375» }] }] }',
      message:
        'Host port 2375 belongs to Docker on every container instance, so the task finds none that can run it. Let the program listen on another port.',
      pointer: '/containerDefinitions/0/portMappings/0/containerPort',
    },
  ],
  right: [
    { name: 'the container port in bridge mode', document: task({ containerPort: 22 }) },
    { name: 'the neighbour', document: task({ containerPort: 22, hostPort: 51681 }) },
    { name: 'udp', document: task({ containerPort: 22, hostPort: 22, protocol: 'udp' }) },
    { name: 'an open protocol', document: task({ containerPort: 22, hostPort: 22, protocol: '${P}' }) },
    { name: 'awsvpc', document: task({ containerPort: 22, hostPort: 22 }, { networkMode: 'awsvpc' }) },
    {
      name: 'no mode on Fargate',
      document: task({ containerPort: 22, hostPort: 22 }, { requiresCompatibilities: ['EC2', 'FARGATE'] }),
    },
    { name: 'no mode and no launch type', document: task({ containerPort: 22, hostPort: 22 }, {}) },
    { name: 'an open mode', document: task({ containerPort: 22, hostPort: 22 }, { networkMode: '${MODE}' }) },
  ],
});
