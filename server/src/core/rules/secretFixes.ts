import { fillIn } from '../fillIn';
import type { Change, Fix } from '../finding';
import { accountOrMarks } from '../model/account';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { type ObjectNode, propertyOf } from '../syntax/tree';
import { addRole, missingRole } from './executionRole';

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
  return placesFor(name, definition).flatMap(({ what, valueFrom }): Fix[] => {
    const added = addTo(holder, list, { name, valueFrom });
    if (!added) return [];
    return [
      fillIn({
        title: `Move ${name} to ${list}, as ${what}`,
        changes: [...removals, added, ...executionRole(definition)],
        safe: false,
      }),
    ];
  });
}

/** Where the value of a variable or an option may be kept. */
export interface SecretPlace {
  /** `the parameter /web/DB_PASSWORD of Parameter Store` */
  readonly what: string;
  /** Its ARN. */
  readonly valueFrom: string;
}

/** A parameter and a secret named for a variable or an option, the family of the task before it. */
export function placesFor(name: string, { node, task }: TaskDefinition): SecretPlace[] {
  const { partition, id, region } = accountOrMarks(node);
  const family = task?.string('family')?.value;
  const path = `${family ? `${family}/` : ''}${name.replace(/[^\w.-]/g, '_')}`;
  return [
    {
      what: `the parameter /${path} of Parameter Store`,
      valueFrom: `arn:${partition}:ssm:${region}:${id}:parameter/${path}`,
    },
    {
      what: `the secret ${path} of Secrets Manager`,
      valueFrom: `arn:${partition}:secretsmanager:${region}:${id}:secret:${path}-<SUFFIX>`,
    },
  ];
}

type Secret = { readonly name: string; readonly valueFrom: string };

/** Undefined where the list is something else, so that there is no saying what it holds. */
function addTo(holder: ObjectNode, list: string, secret: Secret): Change | undefined {
  const property = propertyOf(holder, list);
  if (!property) return { kind: 'insert', pointer: pointerOf(holder), key: list, value: [secret] };
  const node = property.value;
  if (node?.kind === 'array') return { kind: 'append', pointer: pointerOf(node), value: secret };
  return node?.kind === 'null' ? { kind: 'set', pointer: pointerOf(node), value: [secret] } : undefined;
}

function executionRole(definition: TaskDefinition): readonly Change[] {
  const role = missingRole(definition);
  return definition.task && role ? addRole(definition.task.node, role).changes : [];
}
