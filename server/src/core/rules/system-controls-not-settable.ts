import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** What Linux keeps once for each container or task. */
const SETTABLE =
  /^(?:net\.|fs\.mqueue\.|kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)$)/;

export default defineRule({
  id: 'system-controls-not-settable',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'systemControls',
  facts: ['LNX-5'],
  docs: {
    title: 'A kernel parameter that no container can set',
    why: 'A container can set the parameters of message queues, semaphores, shared memory and its network. Linux has all others once for the machine; AWS registers them, and the container fails to start.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html'],
  },
  messages: {
    machine:
      '{name} belongs to the whole machine, so a container that sets it fails to start. Remove it; on EC2 it can be set on the instance.',
  },
  check(container, { definition, report }) {
    // Windows has no system controls at all.
    if (definition.windows) return;
    for (const control of container.objects('systemControls')) {
      const name = control.string('namespace');
      if (!name || name.value === '' || SETTABLE.test(name.value)) continue;
      report('machine', atValue(name.node), {
        data: { name: name.value },
        fixes: [
          {
            title: `Remove ${name.value}`,
            changes: [{ kind: 'remove', pointer: pointerOf(control.node) }],
            safe: false,
          },
        ],
      });
    }
  },
});
