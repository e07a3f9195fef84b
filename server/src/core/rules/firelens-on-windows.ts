import type { Change } from '../finding';
import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { logsThrough, logThroughAwslogs } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'firelens-on-windows',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'runtimePlatform',
  facts: ['LOG-10'],
  docs: {
    title: 'There is no FireLens on Windows',
    why: 'The log router of FireLens is a Linux container, and a task runs on one operating system. Windows tasks cannot use the log driver awsfirelens.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html'],
    factors: ['XI'],
  },
  messages: {
    windows:
      'Container "{name}" logs through awsfirelens, which Windows does not have. Use another log driver, such as awslogs.',
  },
  check(container, { definition, report }) {
    const log = logsThrough('awsfirelens', container);
    const driver = log?.string('logDriver');
    if (!log || !driver || !definition.windows) return;
    const { containers } = definition;
    // The last container that logs through the router takes it along: AWS refuses a router that nobody uses.
    const others = containers.some((other) => other !== container && logsThrough('awsfirelens', other));
    const routers = others ? [] : containers.flatMap((other) => other.object('firelensConfiguration') ?? []);
    const removals = routers.map((router): Change => ({ kind: 'remove', pointer: pointerOf(router.node) }));
    const words = routers.length > 0 ? ', and remove firelensConfiguration' : '';
    const pointer = pointerOf(log.node);
    report('windows', atValue(driver.node), {
      data: { name: nameOf(container, containers) },
      fixes: [
        logThroughAwslogs(log.node, container, definition, { words, changes: removals }),
        {
          title: `Remove logConfiguration${words}`,
          changes: [{ kind: 'remove', pointer }, ...removals],
          safe: false,
        },
      ],
    });
  },
});
