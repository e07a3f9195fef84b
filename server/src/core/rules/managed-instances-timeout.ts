import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Seconds: ten minutes and a day. */
const LONGEST = { startTimeout: 600, stopTimeout: 86400 } as const;

export default defineRule({
  id: 'managed-instances-timeout',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  facts: ['TIME-2'],
  docs: {
    title: 'A timeout longer than Managed Instances allow',
    why: 'On Managed Instances a container may take 600 seconds to reach what others wait for, and 86400 seconds, a day, to stop.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html',
    ],
    factors: ['IX'],
  },
  messages: {
    long: 'On Managed Instances {member} is at most {most} seconds, not {seconds}. Change it to {most} or less.',
  },
  check(container, { definition, report }) {
    for (const member of ['startTimeout', 'stopTimeout'] as const) {
      const timeout = container.integer(member);
      const most = LONGEST[member];
      if (!timeout || timeout.value <= most || !definition.requires('MANAGED_INSTANCES')) continue;
      // Fargate allows less: said by the rules for its timeouts.
      if (definition.requires('FARGATE')) continue;
      report('long', atValue(timeout.node), {
        data: { member, most, seconds: timeout.value },
        fixes: [
          {
            title: `Change ${member} to ${most}`,
            changes: [{ kind: 'set', pointer: pointerOf(timeout.node), value: most }],
            safe: false,
          },
        ],
      });
    }
  },
});
