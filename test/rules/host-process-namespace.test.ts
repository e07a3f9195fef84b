import rule from '../../server/src/core/rules/host-process-namespace';
import { testRule } from '../support/rule-tester';

const task = (more: object) => ({ ...more, containerDefinitions: [] });

testRule(rule, {
  wrong: [
    {
      name: 'the namespace of the host',
      text: '{ "pidMode": «"host"», "containerDefinitions": [] }',
      message:
        'With pidMode "host" the containers see every process of the instance, those of other tasks included, and root can read their environment. Remove it, or share process ids inside of the task only ("task").',
      pointer: '/pidMode',
      fixes: [
        { title: 'Remove pidMode', result: task({}) },
        { title: 'Change pidMode to "task"', result: task({ pidMode: 'task' }) },
      ],
    },
  ],
  right: [
    { name: 'that of the task', document: task({ pidMode: 'task' }) },
    { name: 'nothing said', document: task({}) },
    { name: 'left open', document: task({ pidMode: '${MODE}' }) },
    {
      name: 'Fargate, which refuses it',
      document: task({ pidMode: 'host', requiresCompatibilities: ['FARGATE'] }),
    },
    {
      name: 'Windows, which does not have it',
      document: task({
        pidMode: 'host',
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      }),
    },
  ],
});
