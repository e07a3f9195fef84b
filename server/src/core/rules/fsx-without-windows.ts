import { atValue } from '../location';
import { fitsPlace } from '../model/support';
import { isTaken } from '../model/taken';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';

const WINDOWS = 'WINDOWS_SERVER_2022_CORE';

export default defineRule({
  id: 'fsx-without-windows',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'fsxWindowsFileServerVolumeConfiguration',
  facts: ['VOL-16'],
  docs: {
    title: 'FSx for Windows File Server in a Linux task',
    why: 'Only containers of Windows instances that have joined the domain can mount a share of FSx for Windows File Server.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html'],
  },
  messages: {
    linux:
      'Only Windows tasks can mount FSx for Windows File Server, and operatingSystemFamily says "LINUX". Change it, or use another kind of volume.',
  },
  check(volume, { definition, report }) {
    const block = volume.object('fsxWindowsFileServerVolumeConfiguration');
    if (!block) return;
    const family = definition.task?.object('runtimePlatform')?.string('operatingSystemFamily');
    // Not written, it is not known: Windows tasks on EC2 need not say so. The launch types are said by member-not-supported.
    if (family?.value !== 'LINUX') return;
    if (definition.requires('FARGATE') || definition.requires('MANAGED_INSTANCES')) return;
    report('linux', atValue(block.node), {
      related: [{ start: family.node.start, end: family.node.end, message: 'The task runs on Linux.' }],
      fixes: [
        {
          title: 'Remove fsxWindowsFileServerVolumeConfiguration',
          changes: [{ kind: 'remove', pointer: pointerOf(block.node) }],
          safe: false,
        },
        ...(canRunOnWindows(definition)
          ? [
              {
                title: `Change operatingSystemFamily to "${WINDOWS}"`,
                changes: [{ kind: 'set' as const, pointer: pointerOf(family.node), value: WINDOWS }],
                safe: false,
              },
            ]
          : []),
      ],
    });
  },
});

/** Whether nothing else in the document is for Linux only. */
function canRunOnWindows(definition: TaskDefinition): boolean {
  return (
    isTaken(WINDOWS, ['runtimePlatform', 'operatingSystemFamily'], definition) &&
    fitsPlace('Windows', definition) &&
    !/^(?:host|none)$/.test(definition.networkMode?.value ?? '') &&
    !definition.containers.some(
      (container) => logsThrough('awsfirelens', container) || container.get('resourceRequirements'),
    )
  );
}
