import type { Fix } from '../finding';
import { atValue } from '../location';
import { containerNames } from '../model/names';
import { type Container, nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** More to choose from helps nobody. */
const MOST_OFFERED = 3;

export default defineRule({
  id: 'firelens-router-unused',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'firelensConfiguration',
  facts: ['LOG-7'],
  docs: {
    title: 'No container uses the log router',
    why: 'A container with firelensConfiguration routes the logs of other containers. AWS refuses one that no container sends its logs to.',
    answer:
      'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
    factors: ['XI'],
  },
  messages: {
    unused:
      'Container "{name}" is a log router, but no container logs through awsfirelens. Let one use the log driver awsfirelens, or remove firelensConfiguration.',
  },
  check(container, { definition, report }) {
    const router = container.object('firelensConfiguration');
    if (!router || !containerNames(definition) || definition.containers.some(mayUseFirelens)) return;
    // Fargate on Windows refuses the router itself, and that is said.
    if (definition.windows && definition.requires('FARGATE')) return;
    report('unused', atValue(router.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: [
        ...(definition.windows ? [] : definition.containers)
          .filter((other) => other !== container && other.lacks('logConfiguration'))
          .slice(0, MOST_OFFERED)
          .map(
            (other): Fix => ({
              title: `Let container "${nameOf(other, definition.containers)}" log through awsfirelens`,
              changes: [
                {
                  kind: 'insert',
                  pointer: pointerOf(other.node),
                  key: 'logConfiguration',
                  value: { logDriver: 'awsfirelens' },
                },
              ],
              safe: false,
            }),
          ),
        {
          title: 'Remove firelensConfiguration',
          changes: [{ kind: 'remove', pointer: pointerOf(router.node) }],
          safe: false,
        },
      ],
    });
  },
});

function mayUseFirelens(container: Container): boolean {
  if (container.lacks('logConfiguration')) return false;
  const driver = container.object('logConfiguration')?.string('logDriver');
  // Also when it is misspelt, awsFirelens, which the schema says.
  return !driver || /firelens/i.test(driver.value);
}
