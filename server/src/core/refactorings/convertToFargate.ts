import type { Analysis } from '../analysis';
import { hasMark } from '../fillIn';
import type { Change } from '../finding';
import { accountOrMarks } from '../model/account';
import { isPlaceholder } from '../model/placeholder';
import { type MemberOfPlace, openMembers, type Place, refusedMembers } from '../model/support';
import { nameOf } from '../model/taskDefinition';
import { awslogsOptions, logsThrough } from '../rules/logging';
import { pointerOf } from '../syntax/pointer';
import { childOf, type Node, pathOf } from '../syntax/tree';
import { all } from '../words';
import {
  type Conversion,
  convert,
  type Draft,
  insert,
  type Outcome,
  OWNERS,
  ownerOf,
  quoted,
  removals,
  repair,
  requireLaunchType,
  sentencesOf,
} from './conversion';
import { unmapPorts } from './fargatePorts';
import { fitFargateSize } from './fargateSize';

/**
 * Makes a task definition one for Fargate, as far as that can be done without asking. Undefined where it is one
 * already, and where `isConvertible` says no.
 */
export function convertToFargate(analysis: Analysis): Conversion | undefined {
  return convert(analysis, [
    (draft) => requireLaunchType(draft, 'FARGATE', 'EXTERNAL'),
    useAwsvpc,
    fitFargateSize,
    removeRefusedMembers,
    replaceLogDrivers,
    unmapPorts,
    repairByRules,
    addExecutionRole,
  ]);
}

function useAwsvpc({ definition, task }: Draft): Outcome {
  const node = task.get('networkMode');
  if (node && isPlaceholder(node)) return { open: ['networkMode'] };
  const mode = definition.networkMode?.value;
  // Under a misspelt key it is the schema's to report.
  if (mode === 'awsvpc' || (!node && !task.lacks('networkMode'))) return {};
  return {
    changes: [insert(task.node, 'networkMode', 'awsvpc')],
    summary: [
      `The network mode is awsvpc${mode ? ` instead of ${mode}` : ''}: a service then needs subnets and security groups, and target groups of type ip.`,
    ],
  };
}

const PLACES: readonly Place[] = ['Fargate', 'Fargate on Windows', 'awsvpc'];
const isHere = ({ place }: MemberOfPlace): boolean => PLACES.includes(place);

/** Takes away what Fargate, Fargate on Windows and the network mode awsvpc do not support. */
function removeRefusedMembers({ definition }: Draft): Outcome {
  const refused = refusedMembers(definition).filter(isHere);
  const owners = new Map<string, string[]>();
  const volumes: string[] = [];
  for (const { node, row } of refused) {
    if (row.path[0] === 'volumes') volumes.push(volumeWords(node));
    else {
      const what = row.items && row.noun ? textOf(node) : keyOf(node);
      const sentence = `Removed ${what}${OWNERS}. ${row.instead}`;
      owners.set(sentence, [...(owners.get(sentence) ?? []), ownerOf(definition, pointerOf(node))]);
    }
  }
  const lasting = definition.windows ? '' : ' What has to outlive the task belongs on EFS.';
  return {
    changes: removals(refused.map(({ node }) => node)),
    summary: [
      ...sentencesOf(owners),
      ...(volumes.length > 0 ? [`Scratch space of the task now: ${all(volumes)}.${lasting}`] : []),
    ],
    open: openMembers(definition)
      .filter(isHere)
      .map(({ node, row }) => {
        const owner = ownerOf(definition, pointerOf(node));
        return row.path[0] === 'volumes'
          ? `volume ${volumeWords(node)}`
          : `${keyOf(node)}${owner && ` in ${owner}`}`;
      }),
  };
}

/** '"data" (host.sourcePath "/srv")' */
function volumeWords(node: Node): string {
  const [, index, ...keys] = pathOf(node).slice(pathOf(node).indexOf('volumes'));
  let volume: Node | undefined = node;
  while (volume?.step !== index) volume = volume?.parent;
  const name = childOf(volume, 'name');
  return `${name ? textOf(name) : `#${Number(index) + 1}`} (${keys.join('.')}${node.kind === 'string' ? ` ${textOf(node)}` : ''})`;
}

const keyOf = (node: Node): string => String(pathOf(node).findLast((step) => typeof step === 'string'));

const textOf = (node: Node): string => ('value' in node ? JSON.stringify(node.value) : '');

/** awslogs takes the place of drivers that Fargate does not have. */
function replaceLogDrivers({ definition, findings }: Draft): Outcome {
  const refused = findings.filter(({ rule }) => rule === 'fargate-log-driver').map(({ pointer }) => pointer);
  const changes: Change[] = [];
  const summary: string[] = [];
  const fillIn: string[] = [];
  for (const container of definition.containers) {
    const log = container.object('logConfiguration');
    const pointer = log && pointerOf(log.node);
    // Windows has no log router either.
    const isRefused = definition.windows && logsThrough('awsfirelens', container);
    if (!log || !(isRefused || refused.some((refusedAt) => refusedAt.startsWith(`${pointer}/`)))) continue;
    const owner = quoted(nameOf(container, definition.containers));
    const options = awslogsOptions(container, definition);
    changes.push({ kind: 'set', pointer: pointerOf(log.node), value: { logDriver: 'awslogs', options } });
    const lost = log.object('options')?.node.properties.map(({ key }) => key) ?? [];
    if (log.items('secretOptions').length > 0) lost.push('secretOptions');
    summary.push(
      `${owner} logs through awslogs instead of ${log.string('logDriver')?.value}${lost.length > 0 ? `, without ${all(lost)}` : ''}; its log group has to exist.`,
    );
    for (const [option, value] of Object.entries(options))
      if (hasMark(value)) fillIn.push(`${option} in ${owner}`);
  }
  return { changes, summary, fillIn };
}

/** Rules that speak of Fargate, and whose first repair is right. */
const REPAIRED = new Set([
  'awslogs-stream-prefix-missing',
  'fargate-open-files-limit',
  'fargate-start-timeout',
  'fargate-stop-timeout',
  'system-controls-not-namespaced',
]);

/** Fargate takes x86 where the document does not say what its images are made for; what it says is not touched. */
const REPAIRED_IF_NEW = 'image-architecture-mismatch';

function repairByRules(draft: Draft): Outcome {
  const { findings, isOld } = draft;
  return repair(
    draft,
    findings.filter(
      (finding) => REPAIRED.has(finding.rule) || (finding.rule === REPAIRED_IF_NEW && !isOld(finding)),
    ),
  );
}

/** An ARN that AWS refuses until its marks are replaced: which role it is nobody but a person knows. */
function addExecutionRole({ task, findings }: Draft): Outcome {
  if (!findings.some(({ rule }) => rule === 'execution-role-missing')) return {};
  const { partition, id } = accountOrMarks(task.node);
  const value = `arn:${partition}:iam::${id}:role/<EXECUTION_ROLE>`;
  return { changes: [insert(task.node, 'executionRoleArn', value)], fillIn: ['executionRoleArn'] };
}
