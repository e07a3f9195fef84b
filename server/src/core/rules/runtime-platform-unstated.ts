import { inside } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'runtime-platform-unstated',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'task',
  facts: ['FG-28'],
  docs: {
    title: 'A Fargate task that does not say what it runs on',
    why: "AWS's guide asks for the operating system; without it a task on Fargate runs on Linux, and without an architecture on X86_64. Said aloud, a reader need not know that.",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#runtime-platform',
    ],
    factors: ['X'],
  },
  messages: {
    platform:
      'Without runtimePlatform Fargate runs this task on LINUX and X86_64. Say so, or choose another.',
    family: 'Without operatingSystemFamily Fargate runs this task on LINUX. Say so, or choose another.',
  },
  check(definition, { report }) {
    const { task } = definition;
    if (!task || !definition.requires('FARGATE')) return;
    if (task.lacks('runtimePlatform')) {
      report('platform', inside(task.node), {
        fixes: [
          {
            title: 'Add runtimePlatform with LINUX and X86_64',
            changes: [
              {
                kind: 'insert',
                pointer: pointerOf(task.node),
                key: 'runtimePlatform',
                value: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
              },
            ],
            safe: false,
          },
        ],
      });
      return;
    }
    const platform = task.object('runtimePlatform');
    if (!platform?.lacks('operatingSystemFamily')) return;
    report('family', inside(platform.node), {
      fixes: [
        {
          title: 'Add operatingSystemFamily "LINUX"',
          changes: [
            {
              kind: 'insert',
              pointer: pointerOf(platform.node),
              key: 'operatingSystemFamily',
              value: 'LINUX',
            },
          ],
          safe: false,
        },
      ],
    });
  },
});
