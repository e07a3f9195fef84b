import { atValue } from '../location';
import { mapsPorts } from '../model/network';
import { pointerOf } from '../syntax/pointer';
import { changeMode } from './networkModes';
import { defineRule } from './rule';

export default defineRule({
  id: 'fault-injection-network-mode',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'enableFaultInjection',
  facts: ['FIS-1'],
  docs: {
    title: 'Fault injection without a network mode',
    why: 'Fault injection works in the network modes awsvpc and host. Without the key, EC2 takes bridge.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html'],
  },
  messages: {
    missing:
      'enableFaultInjection needs networkMode "awsvpc" or "host", and without the key EC2 takes "bridge". Add networkMode, or remove enableFaultInjection.',
  },
  check(definition, { report }) {
    const { task } = definition;
    const flag = task?.boolean('enableFaultInjection');
    // A mode that is written, EXTERNAL and Windows are said by member-not-supported.
    if (!task || !flag?.value || !task.lacks('networkMode') || definition.windows !== false) return;
    if (definition.requires('EXTERNAL') || !mapsPorts(definition)) return;
    report('missing', atValue(flag.node), {
      fixes: [
        ...changeMode(['awsvpc', 'host'], definition),
        {
          title: 'Remove enableFaultInjection',
          changes: [{ kind: 'remove', pointer: pointerOf(flag.node) }],
          safe: false,
        },
      ],
    });
  },
});
