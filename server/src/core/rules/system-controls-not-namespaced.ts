import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Linux has these once for the whole machine, so a container does not even see their files. */
const OF_THE_MACHINE = new Set([
  'net.core.netdev_max_backlog',
  'net.core.optmem_max',
  'net.core.rmem_default',
  'net.core.rmem_max',
  'net.core.wmem_default',
  'net.core.wmem_max',
]);

export default defineRule({
  id: 'system-controls-not-namespaced',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'systemControls',
  facts: ['LNX-5'],
  docs: {
    title: 'A kernel parameter that Fargate cannot set for one container',
    why: 'AWS registers every parameter that begins with net., but Linux keeps some of them for the whole machine. A container on Fargate that asks for one of those does not start.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html'],
  },
  messages: {
    shared:
      'Linux has {name} once for the whole machine, so on Fargate the container fails to start with it. Remove it, and set buffer sizes in the program.',
  },
  check(container, { definition, report }) {
    // Fargate on Windows has no system controls at all: said by member-not-supported.
    if (!definition.requires('FARGATE') || definition.windows) return;
    for (const control of container.objects('systemControls')) {
      const name = control.string('namespace');
      if (!name || !OF_THE_MACHINE.has(name.value)) continue;
      report('shared', atValue(name.node), {
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
