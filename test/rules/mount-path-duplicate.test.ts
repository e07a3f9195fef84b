import rule from '../../server/src/core/rules/mount-path-duplicate';
import { testRule } from '../support/rule-tester';

const task = (...mountPoints: object[]) => ({ containerDefinitions: [{ name: 'web', mountPoints }] });

testRule(rule, {
  wrong: [
    {
      name: 'the same path but for its end',
      text: '{ "containerDefinitions": [{ "name": "web", "mountPoints": [{ "sourceVolume": "a", "containerPath": "/data" }, { "sourceVolume": "b", "containerPath": «"/data/"» }] }] }',
      message:
        'Something is mounted at "/data/" already, and a path holds one volume. Choose another containerPath.',
      pointer: '/containerDefinitions/0/mountPoints/1/containerPath',
      related: ['The first mount at this path.'],
      fixes: [{ title: 'Remove this mount', result: task({ sourceVolume: 'a', containerPath: '/data' }) }],
    },
  ],
  right: [
    {
      name: 'one below the other',
      document: task(
        { sourceVolume: 'a', containerPath: '/' },
        { sourceVolume: 'a', containerPath: '/data' },
        { sourceVolume: 'b', containerPath: '/data/b' },
      ),
    },
    {
      name: 'one path in two containers',
      document: {
        containerDefinitions: [
          { name: 'web', mountPoints: [{ sourceVolume: 'a', containerPath: '/data' }] },
          { name: 'worker', mountPoints: [{ sourceVolume: 'a', containerPath: '/data' }] },
        ],
      },
    },
    {
      name: 'open, empty and missing paths',
      document: task(
        { sourceVolume: 'a', containerPath: '${P}' },
        { sourceVolume: 'b', containerPath: '${P}' },
        { sourceVolume: 'a', containerPath: '' },
        { sourceVolume: 'b', containerPath: '' },
        { sourceVolume: 'a' },
        { sourceVolume: 'b' },
      ),
    },
  ],
});
