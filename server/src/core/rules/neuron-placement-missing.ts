import type { Fix } from '../finding';
import { atValue } from '../location';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Instance families with AWS Inferentia and AWS Trainium. */
const FAMILIES = ['inf2', 'trn1'] as const;

export default defineRule({
  id: 'neuron-placement-missing',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'devices',
  facts: ['ACC-7'],
  docs: {
    title: 'A Neuron device without a constraint on the instance',
    why: 'ECS does not know which instances have /dev/neuron0. Without a constraint it may place the task on one that has not, and the container fails to start.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-inference-task-def.html'],
  },
  messages: {
    anywhere:
      'The task may land on an instance without {device}. Add a placement constraint on the instance type, unless all instances of the cluster have it.',
  },
  check(container, { definition, report }) {
    const devices = container.object('linuxParameters')?.objects('devices') ?? [];
    if (devices.length === 0 || !definition.requires('EC2') || definition.requires('FARGATE')) return;
    const path = devices
      .map((device) => device.string('hostPath'))
      .find((host) => host && /^\/dev\/neuron[0-9]/.test(host.value));
    if (!path || !isUnplaced(definition)) return;
    report('anywhere', atValue(path.node), {
      data: { device: path.value },
      fixes: FAMILIES.flatMap((family) => constrain(family, definition)),
    });
  },
});

const isUnplaced = ({ task }: TaskDefinition): boolean => {
  const list = task?.get('placementConstraints');
  return list
    ? list.kind === 'array' && list.items.length === 0
    : (task?.lacks('placementConstraints') ?? false);
};

function constrain(family: string, { task }: TaskDefinition): Fix[] {
  if (!task) return [];
  const list = task.get('placementConstraints');
  const constraint = { type: 'memberOf', expression: `attribute:ecs.instance-type =~ ${family}.*` };
  return [
    {
      title: `Place it on ${family} instances`,
      changes: [
        list
          ? { kind: 'append', pointer: pointerOf(list), value: constraint }
          : {
              kind: 'insert',
              pointer: pointerOf(task.node),
              key: 'placementConstraints',
              value: [constraint],
            },
      ],
      safe: false,
    },
  ];
}
