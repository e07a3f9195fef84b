import rule from '../../server/src/core/rules/task-cpu-invalid';
import { testRule } from '../support/rule-tester';

const task = (cpu: string, more = '"requiresCompatibilities": ["EC2"]') =>
  `{ ${more}, "cpu": ${cpu}, "containerDefinitions": [] }`;
const low = (text: string, units: number) =>
  `The task cpu "${text}" is ${units} CPU units, and AWS takes no less than 128. Write at least "128", or leave cpu out.`;
const unreadable = (text: string) =>
  `AWS cannot read the task cpu "${text}". Write CPU units such as "1024", or vCPU such as "1 vCPU".`;

testRule(rule, {
  wrong: [
    {
      name: 'too low',
      text: task('«"64"»'),
      message: low('64', 64),
      pointer: '/cpu',
      fixes: [
        {
          title: 'Change cpu to "128"',
          result: { requiresCompatibilities: ['EC2'], cpu: '128', containerDefinitions: [] },
        },
      ],
    },
    {
      name: 'too low, in vCPU',
      text: task('«".1 vCPU"»', '"requiresCompatibilities": ["EXTERNAL"]'),
      message: low('.1 vCPU', 102.4),
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "0.125 vCPU"' }],
    },
    {
      name: 'a number of vCPU without the unit',
      text: task('«"2"»', '"requiresCompatibilities": ["${TYPE}"]'),
      message: low('2', 2),
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "2048"' }, { title: 'Change cpu to "128"' }],
    },
    {
      name: 'too low, where the containers want more than the least',
      text: '{ "cpu": «"100"», "containerDefinitions": [{ "cpu": 200 }, { "cpu": 50 }] }',
      message: low('100', 100),
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "250"' }],
    },
    {
      name: 'too high',
      text: task('«"200 vCPU"»', '"requiresCompatibilities": ["EC2", "MANAGED_INSTANCES"]'),
      message: 'The task cpu "200 vCPU" is 204800 CPU units, and AWS takes no more than 196608 (192 vCPU).',
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "192 vCPU"' }],
    },
    {
      name: 'too high without a launch type',
      text: '{ "cpu": «"200000"», "containerDefinitions": [] }',
      message: 'The task cpu "200000" is 200000 CPU units, and AWS takes no more than 196608 (192 vCPU).',
      pointer: '/cpu',
      fixes: [{ title: 'Change cpu to "196608"' }],
    },
    { name: 'no number', text: task('«"half"»'), message: unreadable('half'), pointer: '/cpu' },
    {
      name: 'a unit that AWS is not known to read',
      text: task('«"1 vCPUs"»'),
      message: unreadable('1 vCPUs'),
      pointer: '/cpu',
      severity: 'warning',
      fixes: [{ title: 'Change cpu to "1 vCPU"', safe: true }],
    },
  ],
  right: [
    { name: 'the least', document: task('"128"') },
    { name: 'the most', document: task('"192 vCPU"') },
    { name: 'none', document: { requiresCompatibilities: ['EC2'], containerDefinitions: [] } },
    { name: 'left open', document: task('"$CPU"') },
    {
      name: 'more than 192 vCPU on managed instances',
      document: task('"200 vCPU"', '"requiresCompatibilities": ["MANAGED_INSTANCES"]'),
    },
    {
      name: 'Fargate, which has a rule of its own',
      document: task('"64"', '"requiresCompatibilities": ["FARGATE"]'),
    },
    { name: 'an empty text, which the schema reports', document: task('""') },
    { name: 'a number, which the schema reports', document: task('64') },
  ],
});
