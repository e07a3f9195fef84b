import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** AWS names two of the directories where something can be written; what the system itself shows can be read. */
const ROOTS: readonly string[] = ['var', 'tmp', 'run', 'mnt', 'proc', 'sys', 'dev'];

export default defineRule({
  id: 'managed-instances-source-path',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'sourcePath',
  facts: ['VOL-17'],
  docs: {
    title: 'A host directory that Managed Instances cannot write',
    why: 'The root file system of Managed Instances is read-only. A directory of the host has to lie below one that can be written, such as /var or /tmp, or the task does not start.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html',
    ],
  },
  messages: {
    readOnly:
      'Managed Instances have a read-only root file system, where "{path}" cannot be made, and the task does not start. Use a directory below /var or /tmp.',
  },
  check(volume, { definition, report }) {
    const path = volume.object('host')?.string('sourcePath');
    // What is no absolute path is said by source-path-relative.
    if (!path?.value.startsWith('/') || !definition.requires('MANAGED_INSTANCES')) return;
    // Fargate takes no path of the host at all: said by member-not-supported.
    if (definition.requires('FARGATE')) return;
    const [, root = '', ...below] = path.value.split('/');
    if (ROOTS.includes(root)) return;
    const value = ['/var', root, ...below].join('/');
    report('readOnly', atValue(path.node), {
      data: { path: path.value },
      fixes: [
        {
          title: `Change sourcePath to "${value}"`,
          changes: [{ kind: 'set', pointer: pointerOf(path.node), value }],
          safe: false,
        },
      ],
    });
  },
});
