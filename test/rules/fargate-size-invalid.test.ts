import rule from '../../server/src/core/rules/fargate-size-invalid';
import { testRule } from '../support/rule-tester';

const task = (size: string, containers = '{ "name": "web", "image": "nginx" }') =>
  `{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", ${size}, "containerDefinitions": [${containers}] }`;
const fargate = {
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  containerDefinitions: [{ name: 'web', image: 'nginx' }],
};
const windows = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }';
const allCpus = '0.25, 0.5, 1, 2, 4, 8, 16 or 32 vCPU';

testRule(rule, {
  wrong: [
    {
      name: 'a pair that is none: too little memory',
      text: task('"cpu": "512", "memory": «"512"»'),
      message:
        'Fargate has no size with cpu "512" and memory "512": 0.5 vCPU goes with 1, 2, 3 or 4 GB; 0.5 GB goes with 0.25 vCPU.',
      pointer: '/memory',
      fixes: [
        { title: 'Change memory to "1024"', result: { ...fargate, cpu: '512', memory: '1024' } },
        { title: 'Change cpu to "256"', result: { ...fargate, cpu: '256', memory: '512' } },
      ],
    },
    {
      name: 'a pair that is none: too much memory',
      text: task('"cpu": ".25 vCPU", "memory": «"3gb"»'),
      message:
        'Fargate has no size with cpu ".25 vCPU" and memory "3gb": 0.25 vCPU goes with 0.5, 1 or 2 GB; 3 GB goes with 0.5 or 1 vCPU.',
      pointer: '/memory',
      fixes: [
        { title: 'Change memory to "2gb"', result: { ...fargate, cpu: '.25 vCPU', memory: '2gb' } },
        { title: 'Change cpu to "0.5 vCPU"', result: { ...fargate, cpu: '0.5 vCPU', memory: '3gb' } },
      ],
    },
    {
      name: 'a pair that is none: between two sizes',
      text: task('"cpu": "1024", "memory": «"2.5 GB"»'),
      message:
        'Fargate has no size with cpu "1024" and memory "2.5 GB": 1 vCPU goes with 2 to 8 GB in steps of 1 GB; 2.5 GB goes with none.',
      pointer: '/memory',
      fixes: [{ title: 'Change memory to "2 GB"' }, { title: 'Change memory to "3 GB"' }],
    },
    {
      name: 'a pair that is none: no smaller size holds the containers',
      text: task(
        '"cpu": "2048", "memory": «"10500"»',
        '{ "name": "web", "image": "nginx", "memory": 10400 }',
      ),
      message:
        'Fargate has no size with cpu "2048" and memory "10500": 2 vCPU goes with 4 to 16 GB in steps of 1 GB; 10500 MiB goes with none.',
      pointer: '/memory',
      fixes: [{ title: 'Change memory to "11264"' }],
    },
    {
      name: 'a cpu that no size has',
      text: task('"cpu": «"300"», "memory": "512"'),
      message: `Fargate has no size with cpu "300". There are ${allCpus}.`,
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "256"', result: { ...fargate, cpu: '256', memory: '512' } }],
    },
    {
      name: 'a cpu that no size has, its memory left open',
      text: task('"cpu": «"3 vCPU"», "memory": "${MEMORY}"'),
      message: `Fargate has no size with cpu "3 vCPU". There are ${allCpus}.`,
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "2 vCPU"' }, { title: 'Change cpu to "4 vCPU"' }],
    },
    {
      name: 'a cpu and a memory that no size has',
      text: task('"cpu": «"300"», "memory": «"300"»'),
      message: `Fargate has no size with cpu "300". There are ${allCpus}.`,
      pointer: '/cpu',
      fixes: [
        {
          title: 'Change cpu to "256" and memory to "512"',
          result: { ...fargate, cpu: '256', memory: '512' },
        },
        { title: 'Change cpu to "512" and memory to "1024"' },
      ],
      more: [
        {
          message: 'Fargate has no size with memory "300", whatever the cpu.',
          pointer: '/memory',
          fixes: [{ title: 'Change memory to "512"' }],
        },
      ],
    },
    {
      name: 'a memory that no size has, its cpu left open',
      text: task('"cpu": "__CPU__", "memory": «"700"»'),
      message: 'Fargate has no size with memory "700", whatever the cpu.',
      pointer: '/memory',
      fixes: [{ title: 'Change memory to "512"' }, { title: 'Change memory to "1024"' }],
    },
    {
      name: 'Windows with less than 1 vCPU',
      text: task(`"cpu": «"512"», "memory": "2048", ${windows}`),
      message: 'Fargate has no size with cpu "512" for Windows tasks. There are 1, 2 or 4 vCPU.',
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "1024"' }],
    },
    {
      name: 'Windows with 8 vCPU',
      text: task(`"cpu": «"8192"», "memory": "65536", ${windows}`),
      message: 'Fargate has no size with cpu "8192" for Windows tasks. There are 1, 2 or 4 vCPU.',
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "4096" and memory to "30720"' }],
    },
    {
      name: 'vCPU and GB without their units',
      text: task('"cpu": «"1"», "memory": «"2"»'),
      message: 'The cpu "1" means 1 CPU units, and no Fargate size is that small. Write "1 vCPU" or "1024".',
      pointer: '/cpu',
      fixes: [
        { title: 'Change cpu to "1024"', safe: true, result: { ...fargate, cpu: '1024', memory: '2' } },
      ],
      more: [
        {
          message: 'The memory "2" means 2 MiB, and no Fargate size is that small. Write "2 GB" or "2048".',
          pointer: '/memory',
          fixes: [
            {
              title: 'Change memory to "2048"',
              safe: true,
              result: { ...fargate, cpu: '1', memory: '2048' },
            },
          ],
        },
      ],
    },
    {
      name: 'units that AWS does not read',
      text: task('"cpu": «"1 vCPUs"», "memory": «"2048MB"»'),
      message:
        'AWS cannot read the cpu "1 vCPUs". Write CPU units such as "1024", or vCPU such as "1 vCPU", and nothing around it.',
      pointer: '/cpu',
      fixes: [
        {
          title: 'Change cpu to "1 vCPU"',
          safe: true,
          result: { ...fargate, cpu: '1 vCPU', memory: '2048MB' },
        },
      ],
      more: [
        {
          message:
            'AWS cannot read the memory "2048MB". Write MiB without a unit such as "2048", or GB such as "2 GB", and nothing around it.',
          pointer: '/memory',
          fixes: [
            {
              title: 'Change memory to "2048"',
              safe: true,
              result: { ...fargate, cpu: '1 vCPUs', memory: '2048' },
            },
          ],
        },
      ],
    },
    {
      name: 'a unit that AWS does not read, on a size that is none',
      text: task('"cpu": "256", "memory": «"4 GiB"»'),
      message:
        'AWS cannot read the memory "4 GiB". Write MiB without a unit such as "2048", or GB such as "2 GB", and nothing around it.',
      pointer: '/memory',
      fixes: [{ title: 'Change memory to "2 GB"' }],
    },
    {
      name: 'blanks before a memory',
      text: task('"cpu": "1 vCPU", "memory": «" 2 GB"»'),
      message:
        'AWS cannot read the memory " 2 GB". Write MiB without a unit such as "2048", or GB such as "2 GB", and nothing around it.',
      pointer: '/memory',
      fixes: [{ title: 'Change memory to "2 GB"', safe: true }],
    },
    {
      name: 'no numbers at all',
      text: task('"cpu": «"small"», "memory": «"lots"»'),
      message:
        'AWS cannot read the cpu "small". Write CPU units such as "1024", or vCPU such as "1 vCPU", and nothing around it.',
      pointer: '/cpu',
      more: [
        {
          message:
            'AWS cannot read the memory "lots". Write MiB without a unit such as "2048", or GB such as "2 GB", and nothing around it.',
          pointer: '/memory',
        },
      ],
    },
  ],
  right: [
    { name: 'the smallest size', document: { ...fargate, cpu: '256', memory: '512' } },
    { name: 'the largest size', document: { ...fargate, cpu: '32768', memory: '249856' } },
    { name: 'spelled with units', document: { ...fargate, cpu: '.25 vCPU', memory: '0.5GB' } },
    { name: 'spelled with units in other capitals', document: { ...fargate, cpu: '1vcpu', memory: '2 gb' } },
    {
      name: 'an ARM task with 16 vCPU',
      document: { ...fargate, cpu: '16384', memory: '32768', runtimePlatform: { cpuArchitecture: 'ARM64' } },
    },
    {
      name: 'a Windows task with 1 vCPU',
      document: {
        ...fargate,
        cpu: '1024',
        memory: '2048',
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
      },
    },
    {
      name: 'an operating system left open',
      document: {
        ...fargate,
        cpu: '256',
        memory: '512',
        runtimePlatform: { operatingSystemFamily: '${OS}' },
      },
    },
    { name: 'values left open', document: { ...fargate, cpu: '{{ cpu }}', memory: '<MEMORY>' } },
    { name: 'no values, which is another rule', document: fargate },
    { name: 'numbers, which the schema reports', document: { ...fargate, cpu: 300, memory: 300 } },
    { name: 'an empty cpu, which the schema reports', document: { ...fargate, cpu: '', memory: '512' } },
    { name: 'EC2', document: { ...fargate, requiresCompatibilities: ['EC2'], cpu: '300', memory: '300' } },
    { name: 'no launch type', document: { cpu: '300', memory: '300', containerDefinitions: [] } },
  ],
});
