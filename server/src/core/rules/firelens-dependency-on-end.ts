import { atValue } from '../location';
import { isEssential } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'firelens-dependency-on-end',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-15'],
  docs: {
    title: 'A container waits for the log router to finish',
    why: 'A log router runs as long as the task, so its end never comes. Containers can wait until it has started or until it is healthy.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['IX'],
  },
  messages: {
    end: '{condition} waits until "{name}" has finished, but it is the log router and runs as long as the task. Wait for START or HEALTHY.',
  },
  check(container, { definition, report }) {
    for (const dependency of container.objects('dependsOn')) {
      const condition = dependency.string('condition');
      if (condition?.value !== 'COMPLETE' && condition?.value !== 'SUCCESS') continue;
      const name = dependency.string('containerName')?.value;
      const router = name === undefined ? undefined : definition.container(name);
      // An essential router AWS refuses here, and that is said.
      if (!name || !router?.object('firelensConfiguration') || isEssential(router) !== false) continue;
      if (router === container) continue;
      const conditions = router.get('healthCheck') ? ['START', 'HEALTHY'] : ['START'];
      report('end', atValue(condition.node), {
        data: { condition: condition.value, name },
        fixes: conditions.map((value) => ({
          title: `Change condition to "${value}"`,
          changes: [{ kind: 'set', pointer: pointerOf(condition.node), value }],
          safe: false,
        })),
      });
    }
  },
});
