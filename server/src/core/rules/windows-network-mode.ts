import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { changeMode } from './networkModes';
import { defineRule } from './rule';

export default defineRule({
  id: 'windows-network-mode',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'runtimePlatform',
  facts: ['NET-9', 'NET-7'],
  docs: {
    title: 'Windows containers have no network mode host or none',
    why: 'Windows instances offer the nat network of Docker, which is what they use when no mode is written, and awsvpc. The definition registers, but no Windows instance can run it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
    ],
  },
  messages: {
    mode: 'Windows containers have no network mode "{mode}", so no instance can run this task. Remove networkMode for Docker\'s nat network{other}.',
  },
  check(definition, { report }) {
    const mode = definition.networkMode;
    if (mode?.value !== 'host' && mode?.value !== 'none') return;
    // On Fargate the mode is a finding already.
    if (!definition.windows || definition.requires('FARGATE')) return;
    const pointer = pointerOf(mode.node);
    const fixes: Fix[] = [
      { title: 'Remove networkMode', changes: [{ kind: 'remove', pointer }], safe: false },
      ...changeMode(['awsvpc'], definition),
    ];
    report('mode', atValue(mode.node), {
      data: { mode: mode.value, other: definition.requires('EXTERNAL') ? '' : ', or use "awsvpc"' },
      fixes,
    });
  },
});
