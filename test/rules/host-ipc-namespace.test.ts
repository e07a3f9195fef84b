import rule from '../../server/src/core/rules/host-ipc-namespace';
import { testRule } from '../support/rule-tester';

const task = (more: object) => ({ ...more, containerDefinitions: [] });

testRule(rule, {
  wrong: [
    {
      name: 'the namespace of the host',
      text: '{ "ipcMode": «"host"», "containerDefinitions": [] }',
      message:
        'With ipcMode "host" the containers share memory and message queues with the instance and with other tasks on it. Remove it, or share them inside of the task only ("task").',
      pointer: '/ipcMode',
      fixes: [
        { title: 'Remove ipcMode', result: task({}) },
        { title: 'Change ipcMode to "task"', result: task({ ipcMode: 'task' }) },
      ],
    },
  ],
  right: [
    { name: 'that of the task', document: task({ ipcMode: 'task' }) },
    { name: 'nothing said', document: task({}) },
    { name: 'left open', document: task({ ipcMode: '${MODE}' }) },
    {
      name: 'Fargate, which refuses it',
      document: task({ ipcMode: 'host', requiresCompatibilities: ['FARGATE'] }),
    },
    {
      name: 'Windows, which does not have it',
      document: task({
        ipcMode: 'host',
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      }),
    },
  ],
});
