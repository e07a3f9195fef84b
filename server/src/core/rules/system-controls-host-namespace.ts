import type { Fix } from '../finding';
import { pointerOf } from '../syntax/pointer';
import type { Node } from '../syntax/tree';
import { defineRule } from './rule';

/** Kernel parameters of the IPC namespace; those of the network namespace begin with `net.`. */
const IPC = /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)$|fs\.mqueue\.)/;

export default defineRule({
  id: 'system-controls-host-namespace',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'systemControls',
  facts: ['LNX-3'],
  docs: {
    title: 'A kernel parameter of the host cannot be set by a container',
    why: 'systemControls sets kernel parameters of a namespace. With ipcMode or networkMode "host" that namespace is the one of the host, which a container may not change.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html'],
  },
  messages: {
    host: '{namespace} cannot be set with {mode} "host": it would change the host itself. Remove it, or use another {mode}.',
  },
  check(container, { definition, report }) {
    const ipcHost = definition.task?.string('ipcMode')?.value === 'host';
    const networkHost = definition.networkMode?.value === 'host';
    if (!ipcHost && !networkHost) return;
    for (const control of container.objects('systemControls')) {
      const namespace = control.string('namespace');
      if (!namespace) continue;
      const mode =
        ipcHost && IPC.test(namespace.value)
          ? 'ipcMode'
          : networkHost && namespace.value.startsWith('net.')
            ? 'networkMode'
            : undefined;
      if (!mode) continue;
      const { start, end } = namespace.node;
      const ipc = mode === 'ipcMode' ? definition.task?.string('ipcMode') : undefined;
      report(
        'host',
        { pointer: pointerOf(control.node), range: { start, end } },
        {
          data: { namespace: namespace.value, mode },
          fixes: [
            {
              title: `Remove ${namespace.value}`,
              changes: [{ kind: 'remove', pointer: pointerOf(control.node) }],
              safe: false,
            },
            ...(ipc ? [useTask(ipc.node)] : []),
          ],
        },
      );
    }
  },
});

/** The containers of the task then share their memory with one another, and no longer with the host. */
const useTask = (ipcMode: Node): Fix => ({
  title: 'Change ipcMode to "task"',
  changes: [{ kind: 'set', pointer: pointerOf(ipcMode), value: 'task' }],
  safe: false,
});
