import rule from '../../server/src/core/rules/stop-signal-lost';
import { testRule } from '../support/rule-tester';

const message =
  'The first process of container "web" is the shell, which does not pass SIGTERM on: at a stop the program is killed after stopTimeout. Begin its command with exec.';
const running = (command: readonly string[], more: object = {}, task: object = {}) => ({
  ...task,
  containerDefinitions: [{ name: 'web', command, ...more }],
});
const script = 'migrate && node server.js';

testRule(rule, {
  wrong: [
    {
      name: 'two commands',
      text: '{ "containerDefinitions": [{ "name": "web", "command": ["sh", "-c", «"migrate && node server.js"»] }] }',
      message,
      pointer: '/containerDefinitions/0/command/2',
      fixes: [
        {
          title: 'Begin the last command with exec: "exec node server.js"',
          result: running(['sh', '-c', 'migrate && exec node server.js']),
        },
      ],
    },
    {
      name: 'a shell as entry point, in a bare list',
      text: '[{ "name": "web", "image": "web", "entryPoint": ["/bin/bash", "-ec", «"cd /app;./server"»] }]',
      message,
      pointer: '/0/entryPoint/2',
      fixes: [{ title: 'Begin the last command with exec: "exec ./server"' }],
    },
    {
      name: 'a loop, in which no command is the last',
      text: '{ "containerDefinitions": [{ "name": "web", "command": ["sh", "-c", «"while true; do work; done"»] }] }',
      message,
      pointer: '/containerDefinitions/0/command/2',
    },
    {
      name: 'a pipe, of which two commands are the last',
      text: '{ "containerDefinitions": [{ "name": "web", "command": ["sh", "-c", «"migrate && server | tee log"»] }] }',
      message,
      pointer: '/containerDefinitions/0/command/2',
    },
    {
      name: 'without the init that could stand in front',
      text: '{ "containerDefinitions": [{ "name": "web", "command": ["sh", "-c", «"a; b"»], "linuxParameters": { "initProcessEnabled": false } }] }',
      message,
      pointer: '/containerDefinitions/0/command/2',
      fixes: [{ title: 'Begin the last command with exec: "exec b"' }],
    },
  ],
  right: [
    { name: 'exec', document: running(['sh', '-c', 'migrate && exec node server.js']) },
    { name: 'a trap', document: running(['sh', '-c', 'trap stop TERM; server & wait']) },
    { name: 'a single command', document: running(['sh', '-c', 'node server.js']) },
    { name: 'no shell', document: running(['node', 'server.js']) },
    { name: 'a shell with a file', document: running(['sh', 'start.sh']) },
    {
      name: 'an entry point that is no shell',
      document: running(['sh', '-c', script], { entryPoint: ['tini', '--'] }),
    },
    {
      name: 'an init',
      document: running(['sh', '-c', script], { linuxParameters: { initProcessEnabled: true } }),
    },
    {
      name: 'an init left open',
      document: running(['sh', '-c', script], { linuxParameters: { initProcessEnabled: '${INIT}' } }),
    },
    { name: 'shared process ids', document: running(['sh', '-c', script], {}, { pidMode: 'task' }) },
    { name: 'a command left open', document: running(['sh', '-c', '${COMMAND}']) },
    { name: 'a flag left open', document: running(['sh', '${FLAG}', script]) },
  ],
});
