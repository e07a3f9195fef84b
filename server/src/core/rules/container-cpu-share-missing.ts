import type { Change } from '../finding';
import { atValue, inside } from '../location';
import { type Container, nameOf, type TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** CPU units that a container without any is offered, where the task has that many left. */
const SHARE = 128;

export default defineRule({
  id: 'container-cpu-share-missing',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'container',
  facts: ['SIZE-12'],
  docs: {
    title: 'A container without CPU beside one that has some',
    why: 'On Linux cpu is a share, and without it a container has the least share there is: 2. As soon as the others are busy it hardly runs.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-cpu',
    ],
  },
  messages: {
    least:
      'Container "{container}" has the least CPU share, 2, beside {cpu} of "{other}". Give it cpu if it has to answer under load.',
  },
  check(container, { definition, report }) {
    const { containers } = definition;
    if (containers.length < 2) return;
    const cpu = container.integer('cpu');
    if (cpu ? cpu.value > 1 : !container.lacks('cpu')) return;
    // On Windows cpu is a quota, and a share is a matter of instances.
    if (definition.windows !== false || !onInstances(definition)) return;
    const other = containers.find((candidate) => (candidate.integer('cpu')?.value ?? 0) > 1);
    if (!other) return;
    const share = left(definition);
    const change: Change = cpu
      ? { kind: 'set', pointer: pointerOf(cpu.node), value: share }
      : { kind: 'insert', pointer: pointerOf(container.node), key: 'cpu', value: share };
    report('least', cpu ? atValue(cpu.node) : inside(container.node), {
      data: {
        container: nameOf(container, containers),
        cpu: other.integer('cpu')?.value ?? 0,
        other: nameOf(other, containers),
      },
      fixes: share > 1 ? [{ title: `Give it ${share} CPU units`, changes: [change], safe: false }] : [],
    });
  },
});

const onInstances = (definition: TaskDefinition): boolean =>
  Boolean(
    definition.requires('EC2') || definition.requires('EXTERNAL') || definition.requires('MANAGED_INSTANCES'),
  );

/** CPU units that the task can spare, up to the share; all of the share when the task sets no cpu. */
function left({ cpu, containers }: TaskDefinition): number {
  const taken = containers.reduce(
    (sum: number, container: Container) => sum + (container.integer('cpu')?.value ?? 0),
    0,
  );
  return cpu ? Math.min(SHARE, cpu.value - taken) : SHARE;
}
