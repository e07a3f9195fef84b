import type { Fix } from '../finding';
import { atValue, inside } from '../location';
import { isAbsolutePath } from '../model/paths';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'mount-path-relative',
  severity: 'info', // no refusal has been seen
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'mountPoints',
  facts: ['VOL-21'],
  docs: {
    title: 'A mount without an absolute path in the container',
    why: 'containerPath says where in the container the volume shows up, counted from its root. Docker does not create a container with another path.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_storage',
    ],
  },
  messages: {
    relative: 'A containerPath begins at the root of the container, unlike "{path}". Write the whole path.',
    missing: 'This mount does not say where the volume shows up in the container. Add containerPath.',
  },
  check(container, { report }) {
    for (const mount of container.objects('mountPoints')) {
      const path = mount.string('containerPath');
      if (path?.value === '') report('missing', atValue(path.node), { droppedByDeployAction: true });
      else if (mount.lacks('containerPath')) {
        const name = mount.string('sourceVolume')?.value;
        const add = (value: string): Fix => ({
          title: `Add "containerPath": "${value}"`,
          changes: [{ kind: 'insert', pointer: pointerOf(mount.node), key: 'containerPath', value }],
          safe: false,
        });
        report('missing', inside(mount.node), { fixes: name ? [add(`/${name}`)] : [] });
      } else if (path && !isAbsolutePath(path.value)) {
        const value = `/${path.value}`;
        const change: Fix = {
          title: `Change containerPath to "${value}"`,
          changes: [{ kind: 'set', pointer: pointerOf(path.node), value }],
          safe: false,
        };
        // Counted from a directory, ./data, it is open which path is meant.
        const fixes = /^[\w-]/.test(path.value) ? [change] : [];
        report('relative', atValue(path.node), { data: { path: path.value }, fixes });
      }
    }
  },
});
