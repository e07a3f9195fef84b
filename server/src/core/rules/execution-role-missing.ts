import type { Fix } from '../finding';
import { atValue, type Location } from '../location';
import { accountIn, isPrivateEcrImage } from '../model/account';
import { nameOf, type TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { childOf, type Node } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'execution-role-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['EXEC-1', 'ENV-1', 'ENV-10', 'FG-22', 'FG-23'],
  docs: {
    title: 'The task needs an execution role',
    why: 'ECS itself has to fetch secrets and sign in to private registries before the containers start, and on Fargate also pull from ECR and write the logs. It does so with the execution role, and AWS refuses a task that needs one and names none.',
    answer: 'Fargate requires task definition to have execution role ARN',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
    ],
  },
  messages: {
    missing: '{demand} with the execution role, and this task has none. Add executionRoleArn.',
    empty: 'executionRoleArn is empty, but {demand} with the execution role. Write the ARN of a role.',
  },
  check(definition, { report }) {
    const task = definition.task;
    if (!task) return;
    const role = task.string('executionRoleArn');
    if (role ? role.value !== '' : !task.lacks('executionRoleArn')) return;
    // A role that stands in a container by mistake is said there.
    if (definition.containers.some(({ node }) => childOf(node, 'executionRoleArn'))) return;
    const found = demands(definition).sort((a, b) => a.at.range.start - b.at.range.start);
    const [first, ...others] = found;
    if (!first) return;
    const { partition, id } = accountIn(task.node);
    const value = `arn:${partition}:iam::${id ?? '123456789012'}:role/ecsTaskExecutionRole`;
    const fix: Fix = role
      ? {
          title: `Change executionRoleArn to "${value}"`,
          changes: [{ kind: 'set', pointer: pointerOf(role.node), value }],
          safe: false,
        }
      : {
          title: `Add "executionRoleArn": "${value}"`,
          changes: [{ kind: 'insert', pointer: pointerOf(task.node), key: 'executionRoleArn', value }],
          safe: false,
        };
    report(role ? 'empty' : 'missing', role ? atValue(role.node) : first.at, {
      data: { demand: first.demand },
      fixes: [fix],
      related: (role ? found : others).map(({ at, demand }) => ({
        ...at.range,
        message: `${demand} with the execution role.`,
      })),
    });
  },
});

interface Demand {
  readonly demand: string;
  readonly at: Location;
}

/** What only the execution role can do. The last two are refused on Fargate only: elsewhere the instance may do them. */
function demands(definition: TaskDefinition): Demand[] {
  const found: Demand[] = [];
  const fargate = definition.requires('FARGATE') !== undefined;
  for (const container of definition.containers) {
    const name = `"${nameOf(container, definition.containers)}"`;
    const add = (node: Node | undefined, demand: string): void => {
      if (node) found.push({ demand, at: atValue(node) });
    };
    const log = container.object('logConfiguration');
    const driver = log?.string('logDriver');
    const image = container.string('image');
    if (container.objects('secrets').length > 0) {
      add(container.get('secrets'), `ECS fetches the secrets of container ${name}`);
    }
    if (log && log.objects('secretOptions').length > 0) {
      add(log.get('secretOptions'), `ECS fetches the secretOptions of container ${name}`);
    }
    if (container.object('repositoryCredentials')?.get('credentialsParameter')) {
      add(
        container.get('repositoryCredentials'),
        `ECS signs in to the private registry of container ${name}`,
      );
    }
    if (fargate && driver?.value === 'awslogs') {
      add(driver.node, `Fargate sends the awslogs output of container ${name}`);
    }
    if (fargate && image && isPrivateEcrImage(image.value)) {
      add(image.node, `Fargate pulls the private ECR image of container ${name}`);
    }
  }
  return found;
}
