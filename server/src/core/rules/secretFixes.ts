import type { Change, Fix } from '../finding';
import { accountIn } from '../model/account';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { type ObjectNode, propertyOf } from '../syntax/tree';
import { missingRole } from './executionRole';

interface Move {
  readonly definition: TaskDefinition;
  /** What the variable or option is called. */
  readonly name: string;
  /** Takes the value away from where it stands. */
  readonly removals: readonly Change[];
  /** The object that has, or gets, the list of secrets. */
  readonly holder: ObjectNode;
  readonly list: 'secrets' | 'secretOptions';
}

/**
 * Two ways to refer to a value instead of writing it: by a parameter of Parameter Store, by a secret of Secrets
 * Manager. Their ARNs have the account and the Region of the document, or marks for a person to fill in. An execution
 * role is added where there is none, since AWS refuses secrets without one. Never safe: the value itself goes.
 */
export function moveToSecrets({ definition, name, removals, holder, list }: Move): Fix[] {
  const { task } = definition;
  const {
    partition,
    id = '<ACCOUNT_ID>',
    region = '<REGION>',
  } = known(accountIn(task?.node ?? definition.containers[0]?.node ?? holder));
  const family = task?.string('family')?.value;
  const path = `${family ? `${family}/` : ''}${name.replace(/[^\w.-]/g, '_')}`;
  const fix = (what: string, valueFrom: string): Fix[] => {
    const added = addTo(holder, list, { name, valueFrom });
    if (!added) return [];
    return [
      {
        title: `Move ${name} to ${list}, as ${what}`,
        changes: [...removals, added, ...executionRole(definition, partition, id)],
        safe: false,
      },
    ];
  };
  return [
    ...fix(
      `the parameter /${path} of Parameter Store`,
      `arn:${partition}:ssm:${region}:${id}:parameter/${path}`,
    ),
    ...fix(
      `the secret ${path} of Secrets Manager`,
      `arn:${partition}:secretsmanager:${region}:${id}:secret:${path}-<SUFFIX>`,
    ),
  ];
}

/** Without the members that are undefined, so that defaults take their place. */
const known = ({ partition, id, region }: ReturnType<typeof accountIn>) => ({
  partition,
  ...(id && { id }),
  ...(region && { region }),
});

type Secret = { readonly name: string; readonly valueFrom: string };

/** Undefined where the list is something else, so that there is no saying what it holds. */
function addTo(holder: ObjectNode, list: string, secret: Secret): Change | undefined {
  const property = propertyOf(holder, list);
  if (!property) return { kind: 'insert', pointer: pointerOf(holder), key: list, value: [secret] };
  const node = property.value;
  if (node?.kind === 'array') return { kind: 'append', pointer: pointerOf(node), value: secret };
  return node?.kind === 'null' ? { kind: 'set', pointer: pointerOf(node), value: [secret] } : undefined;
}

function executionRole(definition: TaskDefinition, partition: string, id: string): Change[] {
  const { task } = definition;
  const role = missingRole(definition);
  if (!task || !role) return [];
  const value = `arn:${partition}:iam::${id}:role/ecsTaskExecutionRole`;
  return role === 'none'
    ? [{ kind: 'insert', pointer: pointerOf(task.node), key: 'executionRoleArn', value }]
    : [{ kind: 'set', pointer: pointerOf(role.node), value }];
}
