import type { Analysis } from '../analysis';
import type { Change } from '../finding';
import { nameOf } from '../model/taskDefinition';
import { all } from '../words';
import {
  type Conversion,
  convert,
  type Draft,
  insert,
  type Outcome,
  quoted,
  repair,
  requireLaunchType,
} from './conversion';

/**
 * Makes a task definition one for EC2 instances. Undefined where it is one already, and where `isConvertible` says no.
 * The network mode stays: containers that reach each other on localhost, and target groups of type ip, need it.
 */
export function convertToEc2(analysis: Analysis): Conversion | undefined {
  return convert(analysis, [
    keepAwsvpc,
    copySizes,
    (draft) => requireLaunchType(draft, 'EC2', 'FARGATE'),
    repairByRules,
  ]);
}

/** Runs before the launch type changes: what a document does not say means awsvpc on Managed Instances, and bridge on EC2. */
function keepAwsvpc({ definition, task }: Draft): Outcome {
  if (definition.requires('EC2')) return {};
  const mode = definition.networkMode?.value;
  if (definition.requires('MANAGED_INSTANCES') && task.lacks('networkMode')) {
    return {
      changes: [insert(task.node, 'networkMode', 'awsvpc')],
      summary: ['The network mode is written, awsvpc: EC2 has another one by default.'],
    };
  }
  if (!definition.requires('FARGATE') || mode !== 'awsvpc') return {};
  return { summary: ['The network mode stays awsvpc: each task takes a network interface of its instance.'] };
}

/** Windows instances do not look at the size of a task: its only container gets it. */
function copySizes({ definition }: Draft): Outcome {
  const { containers } = definition;
  if (!definition.windows || definition.requires('EC2')) return {};
  const sizes = { cpu: definition.cpu?.value, memory: definition.memory?.value };
  const lacking = containers.filter((container) => container.lacks('memory') || container.lacks('cpu'));
  const [container] = containers;
  if (!container || lacking.length === 0 || (!sizes.cpu && !sizes.memory)) return {};
  if (containers.length > 1) {
    const names = lacking.map((each) => quoted(nameOf(each, containers)));
    return {
      summary: [`Windows instances ignore the cpu and memory of the task: give ${all(names)} their own.`],
    };
  }
  const changes: Change[] = (['cpu', 'memory'] as const).flatMap((member) => {
    const size = sizes[member];
    return size && container.lacks(member) ? insert(container.node, member, size) : [];
  });
  const words = changes.map((change) => (change.kind === 'insert' ? `${change.key} ${change.value}` : ''));
  return {
    changes,
    summary: [
      `Windows instances ignore the size of the task, so ${quoted(nameOf(container, containers))} has it too: ${all(words)}.`,
    ],
  };
}

/** Rules that speak of EC2, and whose first repair is right. */
const REPAIRED = new Set(['container-memory-missing', 'ephemeral-storage-without-fargate']);

function repairByRules(draft: Draft): Outcome {
  return repair(
    draft,
    draft.findings.filter(({ rule }) => REPAIRED.has(rule)),
  );
}
