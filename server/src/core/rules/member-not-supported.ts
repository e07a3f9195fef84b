import type { Fix } from '../finding';
import { atValue } from '../location';
import { type Place, refusedMembers, SUPPORT } from '../model/support';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { type Node, pathOf } from '../syntax/tree';
import { logsThrough } from './logging';
import { defineRule } from './rule';

export default defineRule({
  id: 'member-not-supported',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: [...new Set(SUPPORT.flatMap(({ facts, severity }) => (severity === 'info' ? [] : facts)))],
  docs: {
    title: 'A member that the launch type or the network mode does not take',
    why: 'Each launch type takes a subset of the members, and the network mode awsvpc takes away those that speak of the network of a host. AWS checks every launch type in requiresCompatibilities, so with two of them the stricter one decides.',
    answer: 'Fargate compatible task definitions do not support',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-task-parameters',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
    ],
    scanners: { 'cfn-lint': ['E3048'] },
  },
  messages: {
    member: '{place} does not support {member}. Remove it. {instead}',
    value: '{place} does not support {member} {value}. Remove it. {instead}',
  },
  check(definition, { report }) {
    for (const { row, place, node } of refusedMembers(definition)) {
      // windows-member-unconfirmed says these.
      if (row.severity === 'info') continue;
      if (isSaid(node, definition)) continue;
      const key = String(pathOf(node).findLast((step) => typeof step === 'string'));
      const value =
        node.kind === 'string' || node.kind === 'boolean' ? JSON.stringify(node.value) : undefined;
      const names = value !== undefined && (row.refused !== undefined || row.items);
      const pointer = pointerOf(node);
      const fixes: Fix[] = [
        {
          title: `Remove ${names && row.items ? value : key}`,
          changes: [{ kind: 'remove', pointer }],
          safe: false,
        },
      ];
      if (row.taken !== undefined && !definition.windows) {
        fixes.push({
          title: `Change ${key} to "${row.taken}"`,
          changes: [{ kind: 'set', pointer, value: row.taken }],
          safe: false,
        });
      }
      const options = { ...(row.severity && { severity: row.severity }), fixes };
      const data = { place: NAMES[place], member: row.noun ?? key, instead: row.instead };
      if (names) report('value', atValue(node), { data: { ...data, value }, ...options });
      else report('member', atValue(node), { data, ...options });
    }
  },
});

/** By fargate-network-mode; by firelens-on-windows, where the containers log. */
function isSaid({ step }: Node, definition: TaskDefinition): boolean {
  if (step === 'networkMode') return definition.requires('FARGATE') !== undefined;
  return (
    step === 'firelensConfiguration' &&
    definition.containers.some((container) => logsThrough('awsfirelens', container))
  );
}

const NAMES: Record<Place, string> = {
  Fargate: 'Fargate',
  'Fargate on Windows': 'Fargate on Windows',
  Windows: 'Windows',
  'Windows on EC2': 'Windows on EC2',
  External: 'The launch type EXTERNAL',
  'Managed Instances': 'The launch type MANAGED_INSTANCES',
  awsvpc: 'The network mode awsvpc',
  bridge: 'The network mode bridge',
  host: 'The network mode host',
  none: 'The network mode none',
};
