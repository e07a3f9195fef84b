import rule from '../../server/src/core/rules/mount-path-relative';
import { testRule } from '../support/rule-tester';

const task = (...mountPoints: object[]) => ({ containerDefinitions: [{ name: 'web', mountPoints }] });

testRule(rule, {
  wrong: [
    {
      name: 'a name, and a path from here',
      text: '{ "containerDefinitions": [{ "name": "web", "mountPoints": [{ "sourceVolume": "a", "containerPath": «"data/a"» }, { "sourceVolume": "b", "containerPath": «"./b"» }] }] }',
      message: 'A containerPath begins at the root of the container, unlike "data/a". Write the whole path.',
      pointer: '/containerDefinitions/0/mountPoints/0/containerPath',
      fixes: [
        {
          title: 'Change containerPath to "/data/a"',
          result: task(
            { sourceVolume: 'a', containerPath: '/data/a' },
            { sourceVolume: 'b', containerPath: './b' },
          ),
        },
      ],
      more: [
        {
          message: 'A containerPath begins at the root of the container, unlike "./b". Write the whole path.',
          pointer: '/containerDefinitions/0/mountPoints/1/containerPath',
        },
      ],
    },
    {
      name: 'no path, and an empty one',
      text: '{ "containerDefinitions": [{ "name": "web", "mountPoints": [«{» "sourceVolume": "a" }, { "sourceVolume": "b", "containerPath": «""» }] }] }',
      message: 'This mount does not say where the volume shows up in the container. Add containerPath.',
      pointer: '/containerDefinitions/0/mountPoints/0',
      fixes: [
        {
          title: 'Add "containerPath": "/a"',
          result: task({ sourceVolume: 'a', containerPath: '/a' }, { sourceVolume: 'b', containerPath: '' }),
        },
      ],
      more: [
        {
          message: 'This mount does not say where the volume shows up in the container. Add containerPath.',
          pointer: '/containerDefinitions/0/mountPoints/1/containerPath',
        },
      ],
    },
  ],
  right: [
    {
      name: 'absolute paths of both systems',
      document: task(
        { sourceVolume: 'a', containerPath: '/a' },
        { sourceVolume: 'b', containerPath: 'C:/b' },
        { sourceVolume: 'c', containerPath: '\\\\.\\pipe\\c' },
      ),
    },
    { name: 'an open path', document: task({ sourceVolume: 'a', containerPath: '${PATH}' }) },
    {
      name: 'a wrongly cased key, which the schema reports',
      document: task({ sourceVolume: 'a', ContainerPath: '/a' }),
    },
  ],
});
