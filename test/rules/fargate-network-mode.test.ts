import rule from '../../server/src/core/rules/fargate-network-mode';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'another mode',
      text: '{ "requiresCompatibilities": ["FARGATE"], "networkMode": «"bridge"», "containerDefinitions": [] }',
      message:
        'Fargate tasks run in network mode "awsvpc" only, not "bridge". Change networkMode to "awsvpc".',
      pointer: '/networkMode',
      fixes: [
        {
          title: 'Change networkMode to "awsvpc"',
          safe: true,
          result: { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', containerDefinitions: [] },
        },
      ],
    },
    {
      name: 'another mode, and another launch type that takes it',
      text: '{ "requiresCompatibilities": ["EC2", "FARGATE"], "networkMode": «"host"», "containerDefinitions": [] }',
      message: 'Fargate tasks run in network mode "awsvpc" only, not "host". Change networkMode to "awsvpc".',
      pointer: '/networkMode',
      fixes: [{ title: 'Change networkMode to "awsvpc"' }],
    },
    {
      name: 'no mode',
      text: '{ "requiresCompatibilities": ["EC2", «"FARGATE"»], "containerDefinitions": [] }',
      message: 'Fargate needs "networkMode": "awsvpc", and without the key AWS assumes another mode. Add it.',
      pointer: '/requiresCompatibilities/1',
      fixes: [
        {
          title: 'Add "networkMode": "awsvpc"',
          safe: true,
          result: {
            requiresCompatibilities: ['EC2', 'FARGATE'],
            containerDefinitions: [],
            networkMode: 'awsvpc',
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'awsvpc',
      document: { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', containerDefinitions: [] },
    },
    {
      name: 'another launch type',
      document: { requiresCompatibilities: ['EC2'], networkMode: 'bridge', containerDefinitions: [] },
    },
    { name: 'no launch type named', document: { networkMode: 'bridge', containerDefinitions: [] } },
    {
      name: 'no mode at all, which the schema reports',
      document: { requiresCompatibilities: ['FARGATE'], networkMode: 'AWSVPC', containerDefinitions: [] },
    },
    {
      name: 'a mode left open',
      document: { requiresCompatibilities: ['FARGATE'], networkMode: '${MODE}', containerDefinitions: [] },
    },
    {
      name: 'a mode of null',
      document: { requiresCompatibilities: ['FARGATE'], networkMode: null, containerDefinitions: [] },
    },
    {
      name: 'a key in other capitals',
      document: { requiresCompatibilities: ['FARGATE'], NetworkMode: 'bridge', containerDefinitions: [] },
    },
    { name: 'a bare list of containers', document: [{ name: 'web', image: 'nginx' }] },
  ],
});
