import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { all, either } from '../words';
import { defineRule } from './rule';

export default defineRule({
  id: 'restart-policy-disabled',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'restartPolicy',
  facts: ['RES-1'],
  docs: {
    title: 'Details of a restart policy that is switched off',
    why: 'ignoredExitCodes and restartAttemptPeriod say how a container is restarted. With enabled false it never is, so they mean nothing.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html'],
    factors: ['IX'],
  },
  messages: {
    off: 'With enabled false the restart policy does nothing, whatever {members} says. Change enabled to true, or remove the rest.',
  },
  check(container, { report }) {
    const policy = container.object('restartPolicy');
    const enabled = policy?.boolean('enabled');
    if (!policy || !enabled || enabled.value) return;
    const idle = (['ignoredExitCodes', 'restartAttemptPeriod'] as const).flatMap((key) => {
      const node = policy.get(key);
      return node ? [{ key, node }] : [];
    });
    const [first] = idle;
    if (!first) return;
    const keys = idle.map(({ key }) => key);
    report('off', atValue(first.node), {
      data: { members: either(keys) },
      fixes: [
        {
          title: 'Change enabled to true',
          changes: [{ kind: 'set', pointer: pointerOf(enabled.node), value: true }],
          safe: false,
        },
        {
          title: `Remove ${all(keys)}`,
          changes: idle.map(({ node }) => ({ kind: 'remove', pointer: pointerOf(node) })),
          safe: false,
        },
      ],
    });
  },
});
