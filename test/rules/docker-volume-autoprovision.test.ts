import rule from '../../server/src/core/rules/docker-volume-autoprovision';
import { testRule } from '../support/rule-tester';

const docker = (settings: object) => ({
  volumes: [{ name: 'data', dockerVolumeConfiguration: settings }],
  containerDefinitions: [],
});
const pointer = '/volumes/0/dockerVolumeConfiguration/autoprovision';

testRule(rule, {
  wrong: [
    {
      name: 'false, which AWS refuses',
      text: '{ "volumes": [{ "name": "data", "dockerVolumeConfiguration": { "scope": "task", "autoprovision": «false» } }], "containerDefinitions": [] }',
      message:
        'A Docker volume of scope "task" is always created, and AWS refuses autoprovision false for it. Remove autoprovision.',
      pointer,
      severity: 'error',
      fixes: [{ title: 'Remove autoprovision', safe: true, result: docker({ scope: 'task' }) }],
    },
    {
      name: 'true, which registers and then fails',
      text: '{ "volumes": [{ "name": "data", "dockerVolumeConfiguration": { "scope": "task", "autoprovision": «true» } }], "containerDefinitions": [] }',
      message:
        'A Docker volume of scope "task" cannot be autoprovisioned: the definition registers, but its tasks fail to start. Remove autoprovision, or use scope "shared".',
      pointer,
      severity: 'warning',
      fixes: [
        { title: 'Remove autoprovision', result: docker({ scope: 'task' }) },
        { title: 'Change scope to "shared"', result: docker({ scope: 'shared', autoprovision: true }) },
      ],
    },
  ],
  right: [
    { name: 'true of scope shared', document: docker({ scope: 'shared', autoprovision: true }) },
    { name: 'false of scope shared', document: docker({ scope: 'shared', autoprovision: false }) },
    { name: 'scope task alone', document: docker({ scope: 'task' }) },
    { name: 'no scope', document: docker({ autoprovision: false }) },
    { name: 'a scope left open', document: docker({ scope: '${SCOPE}', autoprovision: false }) },
    { name: 'autoprovision left open', document: docker({ scope: 'task', autoprovision: '${AUTO}' }) },
  ],
});
