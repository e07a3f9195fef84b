import { fillIn } from '../fillIn';
import type { Fix } from '../finding';
import { atValue, type Location } from '../location';
import { accountOrMarks, isAtEcrEndpoint, isPrivateEcrImage } from '../model/account';
import { type Container, nameOf, type TaskDefinition } from '../model/taskDefinition';
import type { Value } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import { childOf, type Node } from '../syntax/tree';

/** Something that only the execution role can do, said so that "with the execution role" can follow. */
export interface Demand {
  readonly demand: string;
  readonly at: Location;
}

/** The empty `executionRoleArn`, `none` where there is surely none at all, undefined where there may be a role. */
export function missingRole({ task, containers }: TaskDefinition): Value<string> | 'none' | undefined {
  if (!task) return undefined;
  const role = task.string('executionRoleArn');
  if (role ? role.value !== '' : !task.lacks('executionRoleArn')) return undefined;
  // A role that stands in a container by mistake is said there.
  if (containers.some(({ node }) => childOf(node, 'executionRoleArn'))) return undefined;
  return role ?? 'none';
}

/** Adds the role that AWS's own console makes, in the account that the document speaks of, if it does. */
export function addRole(task: Node, written: Value<string> | 'none'): Fix {
  const { partition, id } = accountOrMarks(task);
  const value = `arn:${partition}:iam::${id}:role/ecsTaskExecutionRole`;
  return fillIn(
    written === 'none'
      ? {
          title: `Add "executionRoleArn": "${value}"`,
          changes: [{ kind: 'insert', pointer: pointerOf(task), key: 'executionRoleArn', value }],
          safe: false,
        }
      : {
          title: `Change executionRoleArn to "${value}"`,
          changes: [{ kind: 'set', pointer: pointerOf(written.node), value }],
          safe: false,
        },
  );
}

/** What AWS asks the role for when it registers the task, in document order. */
export function demandsAtRegistration(definition: TaskDefinition): Demand[] {
  const fargate = definition.requires('FARGATE') !== undefined;
  return gather(definition, (container, name, add) => {
    const log = container.object('logConfiguration');
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
    if (!fargate) return;
    addLog('Fargate', container, name, add);
    if (isPrivateEcrImage(container.string('image')?.value ?? '')) addImage('Fargate', container, name, add);
  });
}

/** What fails without the role only when the task starts, in document order. */
export function demandsAtStart(definition: TaskDefinition): Demand[] {
  const managed = definition.requires('MANAGED_INSTANCES') !== undefined;
  const external = definition.requires('EXTERNAL') !== undefined;
  return gather(definition, (container, name, add) => {
    if (container.objects('environmentFiles').length > 0) {
      add(container.get('environmentFiles'), `ECS fetches the environment files of container ${name}`);
    }
    const file = container.object('firelensConfiguration')?.object('options')?.string('config-file-type');
    if (file?.value === 's3') {
      add(file.node, `ECS fetches the router configuration of container ${name} from S3`);
    }
    const spec = container
      .strings('credentialSpecs')
      .find(({ value }) => value.startsWith('credentialspecdomainless:'));
    if (spec) add(spec.node, `ECS fetches the credential spec of container ${name}`);
    if (definition.requires('FARGATE')) addImage('Fargate', container, name, add);
    // On EC2 the role of the instance does this.
    else if (external || managed) {
      const who = external ? 'An external instance' : 'A managed instance';
      addLog(who, container, name, add);
      addImage(who, container, name, add);
    }
  });
}

type Add = (node: Node | undefined, demand: string) => void;

function addLog(who: string, container: Container, name: string, add: Add): void {
  const driver = container.object('logConfiguration')?.string('logDriver');
  if (driver?.value === 'awslogs') add(driver.node, `${who} sends the awslogs output of container ${name}`);
}

function addImage(who: string, container: Container, name: string, add: Add): void {
  const image = container.string('image');
  if (image && isAtEcrEndpoint(image.value))
    add(image.node, `${who} pulls the private ECR image of container ${name}`);
}

function gather(
  { containers }: TaskDefinition,
  visit: (container: Container, name: string, add: Add) => void,
): Demand[] {
  const found: Demand[] = [];
  const add: Add = (node, demand) => {
    if (node) found.push({ demand, at: atValue(node) });
  };
  for (const container of containers) visit(container, `"${nameOf(container, containers)}"`, add);
  return found.sort((a, b) => a.at.range.start - b.at.range.start);
}
