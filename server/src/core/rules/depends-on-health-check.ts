import type { Fix } from '../finding';
import { atValue } from '../location';
import type { Container } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'depends-on-health-check',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  facts: ['DEP-3'],
  docs: {
    title: 'A dependency waits for the health of a container without a health check',
    why: 'ECS runs only the health checks of the task definition. A HEALTHCHECK built into the image does not count, so without healthCheck the container never becomes healthy.',
    answer: 'A dependency container with HEALTHY condition must have health check configured',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
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
        {
          title: 'Change condition to "START"',
          changes: [{ kind: 'set', pointer: pointerOf(condition.node), value: 'START' }],
          safe: false,
        },
      ];
      const port = firstPort(target);
      if (port !== undefined) {
        fixes.unshift({
          title: `Add a health check of port ${port} to container "${name}"`,
          changes: [
            {
              kind: 'insert',
              pointer: pointerOf(target.node),
              key: 'healthCheck',
              value: {
                command: ['CMD-SHELL', `curl -f http://localhost:${port}/ || exit 1`],
                interval: 30,
                timeout: 5,
                retries: 3,
              },
            },
          ],
          safe: false,
        });
      }
      report('missing', atValue(condition.node), { data: { name }, fixes });
    }
  },
});

function firstPort(container: Container): number | undefined {
  for (const mapping of container.objects('portMappings')) {
    const port = mapping.integer('containerPort');
    if (port) return port.value;
  }
  return undefined;
}
