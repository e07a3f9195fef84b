import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { addHealthCheck } from './healthCheckFixes';
import { defineRule } from './rule';

export default defineRule({
  id: 'depends-on-health-check',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'dependsOn',
  facts: ['DEP-3'],
  docs: {
    title: 'A dependency waits for the health of a container without a health check',
    why: 'ECS runs only the health checks of the task definition. A HEALTHCHECK built into the image does not count, so without healthCheck the container never becomes healthy.',
    answer: 'A dependency container with HEALTHY condition must have health check configured',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
    factors: ['IX'],
  },
  messages: {
    missing:
      'HEALTHY waits for the health check of "{name}", and "{name}" has no healthCheck (one in its image does not count). Add one to it, or use another condition.',
  },
  check(container, { definition, report }) {
    for (const dependency of container.objects('dependsOn')) {
      const condition = dependency.string('condition');
      if (condition?.value !== 'HEALTHY') continue;
      const name = dependency.string('containerName')?.value;
      const target = name === undefined ? undefined : definition.container(name);
      if (!name || !target || target === container || !target.lacks('healthCheck')) continue;
      const fixes: Fix[] = [
        ...addHealthCheck(target, definition),
        {
          title: 'Change condition to "START"',
          changes: [{ kind: 'set', pointer: pointerOf(condition.node), value: 'START' }],
          safe: false,
        },
      ];
      report('missing', atValue(condition.node), { data: { name }, fixes });
    }
  },
});
