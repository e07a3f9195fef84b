import rule from '../../server/src/core/rules/fargate-size-missing';
import { testRule } from '../support/rule-tester';

const fargate = { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', containerDefinitions: [] };
const missing = (member: string) =>
  `Fargate needs "${member}" at the task level, beside "containerDefinitions". Add it.`;
const fitting = (member: string, values: string) =>
  `Fargate needs "${member}" at the task level, beside "containerDefinitions". Add it: with ${values}.`;

testRule(rule, {
  wrong: [
    {
      name: 'no size at all',
      text: '{ "requiresCompatibilities": [««"FARGATE"»»], "networkMode": "awsvpc", "containerDefinitions": [] }',
      message: missing('cpu'),
      pointer: '/requiresCompatibilities/0',
      fixes: [{ title: 'Add "cpu": "256"', result: { ...fargate, cpu: '256' } }],
      more: [
        {
          message: missing('memory'),
          pointer: '/requiresCompatibilities/0',
          fixes: [{ title: 'Add "memory": "512"', result: { ...fargate, memory: '512' } }],
        },
      ],
    },
    {
      name: 'no size, and containers that need a larger one than the smallest',
      text: `{ "requiresCompatibilities": [««"FARGATE"»»], "networkMode": "awsvpc", "containerDefinitions": [
        { "name": "web", "image": "nginx", "cpu": 200, "memory": 300, "memoryReservation": 300 },
        { "name": "log", "image": "nginx", "cpu": 100, "memory": 1500 }] }`,
      message: missing('cpu'),
      pointer: '/requiresCompatibilities/0',
      fixes: [{ title: 'Add "cpu": "512"' }],
      more: [
        {
          message: missing('memory'),
          pointer: '/requiresCompatibilities/0',
          fixes: [{ title: 'Add "memory": "2048"' }],
        },
      ],
    },
    {
      name: 'no cpu, several would fit',
      text: '{ "requiresCompatibilities": ["EC2", «"FARGATE"»], "networkMode": "awsvpc", "memory": "2 GB", "containerDefinitions": [] }',
      message: fitting('cpu', 'memory "2 GB" it can be 0.25, 0.5 or 1 vCPU'),
      pointer: '/requiresCompatibilities/1',
      fixes: [{ title: 'Add "cpu": "256"' }],
    },
    {
      name: 'no cpu, one fits',
      text: '{ "requiresCompatibilities": [«"FARGATE"»], "networkMode": "awsvpc", "memory": "512", "containerDefinitions": [] }',
      message: fitting('cpu', 'memory "512" it can be 0.25 vCPU'),
      pointer: '/requiresCompatibilities/0',
      fixes: [{ title: 'Add "cpu": "256"', safe: true, result: { ...fargate, cpu: '256', memory: '512' } }],
    },
    {
      name: 'no memory, a Windows task',
      text: `{ "requiresCompatibilities": [«"FARGATE"»], "networkMode": "awsvpc", "cpu": "1 vCPU",
        "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [] }`,
      message: fitting('memory', 'cpu "1 vCPU" it can be 2 to 8 GB in steps of 1 GB'),
      pointer: '/requiresCompatibilities/0',
      fixes: [{ title: 'Add "memory": "2048"' }],
    },
    {
      name: 'no memory, and a cpu that no size has',
      text: '{ "requiresCompatibilities": [«"FARGATE"»], "networkMode": "awsvpc", "cpu": "300", "containerDefinitions": [] }',
      message: missing('memory'),
      pointer: '/requiresCompatibilities/0',
    },
    {
      name: 'no memory, and a cpu left open',
      text: '{ "requiresCompatibilities": [«"FARGATE"»], "networkMode": "awsvpc", "cpu": "${CPU}", "containerDefinitions": [] }',
      message: missing('memory'),
      pointer: '/requiresCompatibilities/0',
    },
    {
      name: 'no memory, and containers that are larger than any size with this cpu',
      text: `{ "requiresCompatibilities": [«"FARGATE"»], "networkMode": "awsvpc", "cpu": "256",
        "containerDefinitions": [{ "name": "web", "image": "nginx", "memory": 4096 }] }`,
      message: missing('memory'),
      pointer: '/requiresCompatibilities/0',
    },
  ],
  right: [
    { name: 'both', document: { ...fargate, cpu: '256', memory: '512' } },
    { name: 'both left open', document: { ...fargate, cpu: '<CPU>', memory: '<MEMORY>' } },
    { name: 'numbers, which the schema reports', document: { ...fargate, cpu: 256, memory: 512 } },
    { name: 'nulls, which the schema reports', document: { ...fargate, cpu: null, memory: null } },
    { name: 'another launch type', document: { ...fargate, requiresCompatibilities: ['EC2'] } },
    { name: 'no launch type', document: { networkMode: 'awsvpc', containerDefinitions: [] } },
    { name: 'a bare list of containers', document: [{ name: 'web', image: 'nginx' }] },
  ],
});
