import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'host-ipc-namespace',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'ipcMode',
  facts: ['BP-IPC-HOST', 'LNX-6'],
  docs: {
    title: 'The IPC namespace of the host',
    why: 'With ipcMode host the containers share memory segments, semaphores and message queues with the instance and with every other task that does the same.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
    ],
  },
  messages: {
    host: 'With ipcMode "host" the containers share memory and message queues with the instance and with other tasks on it. Remove it, or share them inside of the task only ("task").',
  },
  check(definition, { report }) {
    const mode = definition.task?.string('ipcMode');
    // Fargate refuses it, Windows does not have it.
    if (mode?.value !== 'host' || definition.requires('FARGATE') || definition.windows) return;
    const pointer = pointerOf(mode.node);
    report('host', atValue(mode.node), {
      fixes: [
        { title: 'Remove ipcMode', changes: [{ kind: 'remove', pointer }], safe: false },
        {
          title: 'Change ipcMode to "task"',
          changes: [{ kind: 'set', pointer, value: 'task' }],
          safe: false,
        },
      ],
    });
  },
});
