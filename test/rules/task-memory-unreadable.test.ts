import rule from '../../server/src/core/rules/task-memory-unreadable';
import { testRule } from '../support/rule-tester';

const message = (text: string) =>
  `AWS cannot read the task memory "${text}". Write MiB without a unit such as "2048", or GB such as "2 GB".`;

testRule(rule, {
  wrong: [
    {
      name: 'the suffix of Docker',
      text: '{ "memory": «"512m"», "containerDefinitions": [] }',
      message: message('512m'),
      pointer: '/memory',
      fixes: [
        { title: 'Change memory to "512"', safe: true, result: { memory: '512', containerDefinitions: [] } },
      ],
    },
    {
      name: 'the suffix of Kubernetes',
      text: '{ "requiresCompatibilities": ["EC2"], "memory": «"2 GiB"», "containerDefinitions": [] }',
      message: message('2 GiB'),
      pointer: '/memory',
      fixes: [{ title: 'Change memory to "2 GB"', safe: true }],
    },
    {
      name: 'no number',
      text: '{ "memory": «"much"», "containerDefinitions": [] }',
      message: message('much'),
      pointer: '/memory',
    },
    {
      name: 'nothing',
      text: '{ "memory": «""», "containerDefinitions": [] }',
      message: message(''),
      pointer: '/memory',
    },
  ],
  right: [
    { name: 'MiB', document: { memory: '512', containerDefinitions: [] } },
    { name: 'GB', document: { memory: '.5gb', containerDefinitions: [] } },
    { name: 'left open', document: { memory: '${MEMORY}m', containerDefinitions: [] } },
    { name: 'a number, which the schema reports', document: { memory: 512, containerDefinitions: [] } },
    {
      name: 'Fargate, which has a rule of its own',
      document: { requiresCompatibilities: ['FARGATE'], memory: '512m', containerDefinitions: [] },
    },
  ],
});
