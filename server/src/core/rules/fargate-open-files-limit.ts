import type { Change } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Open files; what a container on Fargate has without asking is 65535. */
const MOST = 1048576;

export default defineRule({
  id: 'fargate-open-files-limit',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'ulimits',
  facts: ['FG-31'],
  docs: {
    title: 'More open files than Fargate gives',
    why: 'On Fargate a container can have up to 1048576 open files. AWS registers more, and the container then does not get it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-resource-limits',
    ],
  },
  messages: {
    high: 'Fargate gives a container at most 1048576 open files, not {limit}. Lower the ulimit nofile.',
  },
  check(container, { definition, report }) {
    const limits = container.objects('ulimits');
    if (limits.length === 0 || !definition.requires('FARGATE') || definition.windows) return;
    for (const limit of limits) {
      const hard = limit.integer('hardLimit');
      // A soft limit above the hard one is refused anyway: said by ulimit-soft-over-hard.
      if (limit.string('name')?.value !== 'nofile' || !hard || hard.value <= MOST) continue;
      const soft = limit.integer('softLimit');
      const both = soft && soft.value > MOST && soft.value <= hard.value;
      const changes: Change[] = [hard, ...(both ? [soft] : [])].map(({ node }) => ({
        kind: 'set',
        pointer: pointerOf(node),
        value: MOST,
      }));
      report('high', atValue(hard.node), {
        data: { limit: hard.value },
        fixes: [{ title: `Change ${both ? 'both limits' : 'hardLimit'} to ${MOST}`, changes, safe: false }],
      });
    }
  },
});
