import { atValue } from '../location';
import { isPlaceholder } from '../model/placeholder';
import { type Place, type Refused, SUPPORT, type SupportRow } from '../model/support';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { childOf, type Node, pathOf } from '../syntax/tree';
import { defineRule } from './rule';

export default defineRule({
  id: 'member-not-supported',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: [...new Set(SUPPORT.flatMap(({ facts }) => facts))],
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
  },
  messages: {
    member: '{place} does not support {member}. Remove it. {instead}',
    value: '{place} does not support {member} {value}. Remove it. {instead}',
  },
  check(definition, { report }) {
    const places = placesOf(definition);
    if (!definition.task || places.size === 0) return;
    for (const row of SUPPORT) {
      const place = row.places.find((candidate) => places.has(candidate));
      if (!place) continue;
      for (const node of refusedNodes(definition.task.node, row)) {
        const key = String(pathOf(node).findLast((step) => typeof step === 'string'));
        const value =
          node.kind === 'string' || node.kind === 'boolean' ? JSON.stringify(node.value) : undefined;
        const names = value !== undefined && (row.refused !== undefined || row.items);
        const options = {
          ...(row.severity && { severity: row.severity }),
          fixes: [
            {
              title: `Remove ${names && row.items ? value : key}`,
              changes: [{ kind: 'remove' as const, pointer: pointerOf(node) }],
              safe: false,
            },
          ],
        };
        const data = { place: NAMES[place], member: row.noun ?? key, instead: row.instead };
        if (names) report('value', atValue(node), { data: { ...data, value }, ...options });
        else report('member', atValue(node), { data, ...options });
      }
    }
  },
});

const NAMES: Record<Place, string> = {
  Fargate: 'Fargate',
  'Fargate on Windows': 'Fargate on Windows',
  External: 'The launch type EXTERNAL',
  'Managed Instances': 'The launch type MANAGED_INSTANCES',
  awsvpc: 'The network mode awsvpc',
  bridge: 'The network mode bridge',
  host: 'The network mode host',
  none: 'The network mode none',
};

function placesOf(definition: TaskDefinition): Set<Place> {
  const places = new Set<Place>();
  if (definition.requires('FARGATE')) places.add('Fargate');
  if (definition.requires('FARGATE') && definition.windows) places.add('Fargate on Windows');
  if (definition.requires('EXTERNAL')) places.add('External');
  if (definition.requires('MANAGED_INSTANCES')) places.add('Managed Instances');
  const mode = definition.networkMode?.value;
  if (mode === 'awsvpc' || mode === 'bridge' || mode === 'host' || mode === 'none') places.add(mode);
  return places;
}

function refusedNodes(task: Node, { path, refused = 'any', items }: SupportRow): Node[] {
  let nodes: Node[] = [task];
  for (const step of path) {
    nodes = nodes.flatMap((node) => (step === '*' ? itemsOf(node) : (childOf(node, step) ?? [])));
  }
  if (items) nodes = nodes.flatMap(itemsOf);
  return nodes.filter((node) => isRefused(node, refused));
}

const itemsOf = (node: Node): readonly Node[] => (node.kind === 'array' ? node.items : []);

function isRefused(node: Node, refused: Refused): boolean {
  // Said by the schema already, or left open by a template.
  if (node.kind === 'null' || isPlaceholder(node)) return false;
  if (refused === 'true') return node.kind === 'boolean' && node.value;
  if (typeof refused === 'function') return refused(node);
  if (node.kind === 'array') return node.items.length > 0;
  if (node.kind === 'object') return node.properties.length > 0;
  return node.kind !== 'string' || node.value !== '';
}
