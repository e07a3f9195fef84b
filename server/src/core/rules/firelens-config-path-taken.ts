import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Where ECS puts the configuration that it writes itself, for Fluent Bit and for Fluentd. */
const TAKEN = ['/fluent-bit/etc/fluent-bit.conf', '/fluentd/etc/fluent.conf'];

export default defineRule({
  id: 'firelens-config-path-taken',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-14'],
  docs: {
    title: 'The router configuration stands where ECS writes its own',
    why: 'ECS writes the main configuration of the router to this path and includes your file from there. A file of yours at the same path is overwritten, and would include itself.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
  },
  messages: {
    taken:
      'ECS writes its own configuration to {path}, over the one of the image. Put yours at another path, such as /extra.conf.',
  },
  check(container, { report }) {
    const options = container.object('firelensConfiguration')?.object('options');
    const path = options?.string('config-file-value');
    if (!path || !TAKEN.includes(path.value)) return;
    report('taken', atValue(path.node), {
      data: { path: path.value },
      fixes: [
        {
          title: 'Change config-file-value to "/extra.conf"',
          changes: [{ kind: 'set', pointer: pointerOf(path.node), value: '/extra.conf' }],
          safe: false,
        },
      ],
    });
  },
});
