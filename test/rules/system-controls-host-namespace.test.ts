import rule from '../../server/src/core/rules/system-controls-host-namespace';
import { testRule } from '../support/rule-tester';

const setting = (namespace: string, task: object) => ({
  ...task,
  containerDefinitions: [{ name: 'web', systemControls: [{ namespace, value: '1' }] }],
});
const message = (namespace: string, mode: string) =>
  `${namespace} cannot be set with ${mode} "host": it would change the host itself. Remove it, or use another ${mode}.`;

testRule(rule, {
  wrong: [
    {
      name: 'a network parameter in network mode host',
      text: '{ "networkMode": "host", "containerDefinitions": [{ "name": "web", "systemControls": [{ "namespace": «"net.core.somaxconn"», "value": "1" }, { "namespace": "kernel.msgmax", "value": "1" }] }] }',
      message: message('net.core.somaxconn', 'networkMode'),
      pointer: '/containerDefinitions/0/systemControls/0',
      fixes: [
        {
          title: 'Remove net.core.somaxconn',
          result: setting('kernel.msgmax', { networkMode: 'host' }),
        },
      ],
    },
    ...['kernel.msgmax', 'kernel.sem', 'kernel.shmmni', 'kernel.shm_rmid_forced', 'fs.mqueue.msg_max'].map(
      (namespace) => ({
        name: `${namespace} with ipcMode host`,
        text: `{ "ipcMode": "host", "containerDefinitions": [{ "name": "web", "systemControls": [{ "namespace": «"${namespace}"», "value": "1" }] }] }`,
        message: message(namespace, 'ipcMode'),
        pointer: '/containerDefinitions/0/systemControls/0',
        fixes: [
          { title: `Remove ${namespace}` },
          { title: 'Change ipcMode to "task"', result: setting(namespace, { ipcMode: 'task' }) },
        ],
      }),
    ),
  ],
  right: [
    { name: 'an IPC parameter with ipcMode task', document: setting('kernel.msgmax', { ipcMode: 'task' }) },
    {
      name: 'a network parameter with ipcMode host',
      document: setting('net.core.somaxconn', { ipcMode: 'host' }),
    },
    {
      name: 'an IPC parameter in network mode host',
      document: setting('kernel.msgmax', { networkMode: 'host' }),
    },
    {
      name: 'a parameter of neither',
      document: setting('kernel.msgmaximum', { ipcMode: 'host', networkMode: 'host' }),
    },
    { name: 'a mode left open', document: setting('kernel.msgmax', { ipcMode: '${IPC}' }) },
    { name: 'a parameter left open', document: setting('net.${NAME}', { networkMode: 'host' }) },
    { name: 'no modes', document: setting('net.core.somaxconn', {}) },
  ],
});
