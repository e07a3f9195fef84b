import { atValue } from '../location';
import { type Container, isEssential, nameOf, type TaskDefinition } from '../model/taskDefinition';
import { addHealthCheck } from './healthCheckFixes';
import { defineRule } from './rule';

export default defineRule({
  id: 'health-check-missing',
  severity: 'info',
  preset: 'strict',
  appliesTo: 'container',
  facts: ['HC-5', 'BP-HEALTHCHECK'],
  docs: {
    title: 'An essential container without a health check',
    why: 'Without healthCheck the health of a container is UNKNOWN: ECS replaces a task whose program has ended, not one whose program hangs.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
    ],
    scanners: {
      KICS: ['d24389b4-b209-4ff0-8345-dc7a4569dcdd'],
      Datadog: ['cloudformation-aws-ecs-task-definition-healthcheck-missing'],
    },
    factors: ['IX'],
  },
  messages: {
    missing:
      'Container "{name}" has no healthCheck, so ECS notices when its program ends, but not when it hangs. Add a command that asks the program itself.',
  },
  check(container, { definition, report }) {
    if (!container.lacks('healthCheck') || !isEssential(container)) return;
    if (isAwaited(container, definition)) return;
    report('missing', atValue(container.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: addHealthCheck(container, definition),
    });
  },
});

/** Whether another container waits for its health, which AWS refuses: depends-on-health-check says it. */
function isAwaited(container: Container, { containers }: TaskDefinition): boolean {
  const name = container.string('name')?.value;
  return containers.some((other) =>
    other
      .objects('dependsOn')
      .some(
        (dependency) =>
          dependency.string('condition')?.value === 'HEALTHY' &&
          dependency.string('containerName')?.value === name,
      ),
  );
}
