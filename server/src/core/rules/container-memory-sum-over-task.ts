import type { Fix } from '../finding';
import { atValue } from '../location';
import { sizesFor, soundMemory } from '../model/fargateSizes';
import { spellMemory } from '../model/size';
import { nameOf, type TaskDefinition } from '../model/taskDefinition';
import type { Value } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'container-memory-sum-over-task',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'task',
  facts: ['SIZE-9'],
  docs: {
    title: 'The memory limits of the containers add up to more than the task has',
    why: 'AWS registers it. When the containers take what they are allowed, the task runs out of memory, and a container is killed below its own limit.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
    ],
  },
  messages: {
    over: "Together the containers may take {sum} MiB, and the task has {task}. Lower the memory of a container, or raise the task's.",
  },
  check(definition, { report }) {
    const { containers } = definition;
    if (containers.length < 2) return;
    const task = soundMemory(definition);
    if (!task) return;
    const limits = containers.flatMap((container) => {
      const memory = container.integer('memory');
      return memory ? [{ memory, name: nameOf(container, containers) }] : [];
    });
    const sum = limits.reduce((total, { memory }) => total + memory.value, 0);
    // A single container above the task is an error of its own, and so are reservations.
    if (sum <= task.value || limits.some(({ memory }) => memory.value > task.value)) return;
    if (reserved(definition) > task.value) return;
    report('over', atValue(task.node), {
      data: { sum, task: task.value },
      fixes: raise(definition, task, sum),
      related: limits.slice(0, 10).map(({ memory, name }) => ({
        ...atValue(memory.node).range,
        message: `Container "${name}" may take ${memory.value} MiB.`,
      })),
    });
  },
});

const reserved = ({ containers }: TaskDefinition): number =>
  containers.reduce((total, container) => total + (container.integer('memoryReservation')?.value ?? 0), 0);

/** To the sum; on Fargate to the next size that goes with the cpu, where there is one. */
function raise(definition: TaskDefinition, { node }: Value<number>, sum: number): Fix[] {
  const cpu = definition.cpu?.value;
  const mib = definition.requires('FARGATE')
    ? sizesFor(definition)
        .find((size) => size.cpu === cpu)
        ?.memory.find((offered) => offered >= sum)
    : sum;
  if (mib === undefined || node.kind !== 'string') return [];
  const value = spellMemory(mib, node.value);
  const changes = [{ kind: 'set', pointer: pointerOf(node), value } as const];
  return [{ title: `Raise the task's memory to "${value}"`, changes, safe: false }];
}
