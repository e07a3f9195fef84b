import rule from '../../server/src/core/rules/log-buffer-large';
import { testRule } from '../support/rule-tester';

const logs = (logDriver: string, options: Readonly<Record<string, string>>) => ({
  containerDefinitions: [{ name: 'web', memory: 256, logConfiguration: { logDriver, options } }],
});

testRule(rule, {
  wrong: [
    {
      name: 'half of the container',
      text: '{ "containerDefinitions": [{ "name": "web", "memory": 256, "logConfiguration": { "logDriver": "awslogs", "options": { "max-buffer-size": «"128m"» } } }] }',
      message:
        'Log lines that wait may fill 128 of the 256 MiB that container "web" has. Lower max-buffer-size, or give more memory.',
      pointer: '/containerDefinitions/0/logConfiguration/options/max-buffer-size',
      fixes: [
        { title: 'Change max-buffer-size to "64m"', result: logs('awslogs', { 'max-buffer-size': '64m' }) },
      ],
    },
    {
      name: 'FireLens, in bytes, against the task',
      text: '{ "memory": "0.5 GB", "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awsfirelens", "options": { "log-driver-buffer-limit": «"536870912"» } } }] }',
      message:
        'Log lines that wait may fill 512 of the 512 MiB that the task has. Lower log-driver-buffer-limit, or give more memory.',
      pointer: '/containerDefinitions/0/logConfiguration/options/log-driver-buffer-limit',
      fixes: [{ title: 'Change log-driver-buffer-limit to "134217728"' }],
    },
    {
      name: 'another unit, in a bare list',
      text: '[{ "name": "web", "image": "nginx", "memory": 1024, "logConfiguration": { "logDriver": "splunk", "options": { "mode": "non-blocking", "max-buffer-size": «"1.5 GiB"» } } }]',
      message:
        'Log lines that wait may fill 1536 of the 1024 MiB that container "web" has. Lower max-buffer-size, or give more memory.',
      pointer: '/0/logConfiguration/options/max-buffer-size',
      fixes: [{ title: 'Change max-buffer-size to "256m"' }],
    },
    {
      name: 'less memory than a buffer can be made for',
      text: '[{ "name": "web", "image": "nginx", "memory": 3, "logConfiguration": { "logDriver": "awslogs", "options": { "max-buffer-size": «"2048k"» } } }]',
      message:
        'Log lines that wait may fill 2 of the 3 MiB that container "web" has. Lower max-buffer-size, or give more memory.',
      pointer: '/0/logConfiguration/options/max-buffer-size',
    },
  ],
  right: [
    { name: 'just below half', document: logs('awslogs', { 'max-buffer-size': '127m' }) },
    { name: 'the usual buffer in kilobytes', document: logs('awslogs', { 'max-buffer-size': '10240kb' }) },
    { name: 'plain bytes', document: logs('awsfirelens', { 'log-driver-buffer-limit': '2097152' }) },
    {
      name: 'blocking, which has no buffer',
      document: logs('awslogs', { mode: 'blocking', 'max-buffer-size': '200m' }),
    },
    { name: 'a text that is no size', document: logs('awslogs', { 'max-buffer-size': 'much' }) },
    { name: 'a size left open', document: logs('awslogs', { 'max-buffer-size': '${SIZE}m' }) },
    {
      name: 'a memory left open',
      document:
        '{ "memory": "512", "containerDefinitions": [{ "name": "web", "memory": "${MEMORY}", "logConfiguration": { "logDriver": "awslogs", "options": { "max-buffer-size": "1g" } } }] }',
    },
    {
      name: 'no memory known',
      document: [
        {
          name: 'web',
          image: 'nginx',
          logConfiguration: { logDriver: 'awslogs', options: { 'max-buffer-size': '1g' } },
        },
      ],
    },
  ],
});
