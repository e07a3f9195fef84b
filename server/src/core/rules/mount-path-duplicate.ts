import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'mount-path-duplicate',
  severity: 'info', // no refusal has been seen
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'mountPoints',
  facts: ['VOL-21'],
  docs: {
    title: 'Two volumes at one path',
    why: 'Only one volume can show up at a path of a container. Docker does not create a container with two of them.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_storage',
    ],
  },
  messages: {
    twice:
      'Something is mounted at "{path}" already, and a path holds one volume. Choose another containerPath.',
  },
  check(container, { report }) {
    const mounts = container.objects('mountPoints');
    if (mounts.length < 2) return;
    const seen = new Map<string, Node>();
    for (const mount of mounts) {
      const path = mount.string('containerPath');
      if (!path?.value) continue;
      const key = withoutEnd(path.value);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, path.node);
        continue;
      }
      report('twice', atValue(path.node), {
        data: { path: path.value },
        related: [{ ...atValue(first).range, message: 'The first mount at this path.' }],
        fixes: [
          {
            title: 'Remove this mount',
            changes: [{ kind: 'remove', pointer: pointerOf(mount.node) }],
            safe: false,
          },
        ],
      });
    }
  },
});

/** The path without slashes at its end: /data/ is /data. */
function withoutEnd(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}
