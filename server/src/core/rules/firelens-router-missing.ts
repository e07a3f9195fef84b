import type { Fix } from '../finding';
import { atValue } from '../location';
import { containerNames } from '../model/names';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { logsThrough } from './logging';
import { defineRule } from './rule';

const MOST_CONTAINERS = 10;

export default defineRule({
  id: 'firelens-router-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'logDriver',
  facts: ['LOG-7'],
  docs: {
    title: 'awsfirelens needs a log router in the task',
    why: 'The driver awsfirelens hands the output to another container of the same task, the one with firelensConfiguration. Without such a container there is nobody to take it.',
    answer: 'a firelens configuration object must be',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    missing:
      'Container "{name}" logs through awsfirelens, but no container of the task has a firelensConfiguration to take the logs. Add a log router container.',
  },
  check(container, { definition, report }) {
    const { containers } = definition;
    const driver = logsThrough('awsfirelens', container)?.string('logDriver');
    // One router serves all, so the first container that needs it speaks for the others.
    if (!driver || containers.find((other) => logsThrough('awsfirelens', other)) !== container) return;
    // Windows has no FireLens at all, and a router would not help.
    if (definition.windows) return;
    const names = containerNames(definition);
    if (!names || !containers.every((other) => other.lacks('firelensConfiguration'))) return;
    const list = container.node.parent;
    const fixes: Fix[] = [];
    if (list && containers.length < MOST_CONTAINERS && !names.has('log_router')) {
      const value = {
        name: 'log_router',
        image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
        essential: true,
        memoryReservation: 50,
        firelensConfiguration: { type: 'fluentbit' },
      };
      fixes.push({
        title: 'Add a Fluent Bit container called "log_router"',
        changes: [{ kind: 'append', pointer: pointerOf(list), value }],
        safe: false,
      });
    }
    report('missing', atValue(driver.node), { data: { name: nameOf(container, containers) }, fixes });
  },
});
