import type { Fix } from '../finding';
import { atValue } from '../location';
import type { Container } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'depends-on-essential',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'dependsOn',
  facts: ['DEP-2'],
  docs: {
    title: 'A dependency waits for an essential container to finish',
    why: 'When an essential container stops, ECS stops the whole task, so nothing can start after its end. Containers are essential unless they say otherwise.',
    answer: 'cannot be an essential container',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
  },
  messages: {
    written:
      '{condition} waits until "{name}" has finished, but "{name}" is essential and its end stops the whole task. Set its "essential" to false, or use another condition.',
    byDefault:
      '{condition} waits until "{name}" has finished, but "{name}" is essential (the default) and its end stops the whole task. Add "essential": false to it, or use another condition.',
  },
  check(container, { definition, report }) {
    for (const dependency of container.objects('dependsOn')) {
      const condition = dependency.string('condition');
      if (condition?.value !== 'COMPLETE' && condition?.value !== 'SUCCESS') continue;
      const name = dependency.string('containerName')?.value;
      const target = name === undefined ? undefined : definition.container(name);
      if (!name || !target || target === container || !surelyEssential(target)) continue;
      const written = target.boolean('essential');
      const fixes: Fix[] = [
        {
          title: 'Change condition to "START"',
          changes: [{ kind: 'set', pointer: pointerOf(condition.node), value: 'START' }],
          safe: false,
        },
      ];
      if (definition.containers.some((other) => other !== target && surelyEssential(other))) {
        fixes.unshift({
          title: written
            ? `Change essential of "${name}" to false`
            : `Add "essential": false to container "${name}"`,
          changes: [
            written
              ? { kind: 'set', pointer: pointerOf(written.node), value: false }
              : { kind: 'insert', pointer: pointerOf(target.node), key: 'essential', value: false },
          ],
          safe: false,
        });
      }
      report(written ? 'written' : 'byDefault', atValue(condition.node), {
        data: { condition: condition.value, name },
        fixes,
        related: written
          ? [{ start: written.node.start, end: written.node.end, message: `"${name}" is essential here.` }]
          : [],
      });
    }
  },
});

/** A key that is open, null or written in another case leaves it unsure. */
function surelyEssential(container: Container): boolean {
  return container.boolean('essential')?.value ?? container.lacks('essential');
}
