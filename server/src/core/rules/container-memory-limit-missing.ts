import type { Fix } from '../finding';
import { atValue } from '../location';
import { formatMemory } from '../model/size';
import { type Container, nameOf, type TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'container-memory-limit-missing',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'container',
  facts: ['BP-MEMORY-LIMIT'],
  docs: {
    title: 'A container without a memory limit',
    why: 'memory is the line above which ECS kills a container. Without it one that leaks takes the memory of its neighbours first.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-memory',
    ],
    scanners: {
      'AWS Config': ['ecs-task-definition-memory-hard-limit'],
      'AWS Control Tower': ['CT.ECS.PR.7'],
    },
  },
  messages: {
    task: 'Container "{name}" has no memory limit of its own, so it may take all {limit} of the task. Add memory.',
    instance:
      'Container "{name}" has memoryReservation but no limit, so it may take all memory of the instance. Add memory.',
  },
  check(container, { definition, report }) {
    if (!container.lacks('memory')) return;
    const name = nameOf(container, definition.containers);
    const { memory } = definition;
    if (memory) {
      report('task', atValue(container.node), {
        data: { name, limit: formatMemory(memory.value) },
        fixes: limitTo(rest(container, definition, memory.value), container),
      });
      return;
    }
    // Without either member it is container-memory-missing; in a bare list the task may well have memory.
    const reserved = container.integer('memoryReservation');
    if (!definition.task?.lacks('memory') || definition.requires('FARGATE') || !reserved) return;
    report('instance', atValue(container.node), {
      data: { name },
      fixes: limitTo(2 * reserved.value, container, ', twice its memoryReservation'),
    });
  },
});

/** What the other containers leave of the task's memory, in MiB; all of it where they say nothing. */
function rest(container: Container, { containers }: TaskDefinition, memory: number): number {
  return containers
    .filter((other) => other !== container)
    .reduce((left, other) => {
      const taken = other.integer('memory') ?? other.integer('memoryReservation');
      return left - Math.max(0, taken?.value ?? 0);
    }, memory);
}

/** The least that a container starts with, in MiB. */
const LEAST = 6;

function limitTo(mib: number, container: Container, reason = ''): Fix[] {
  if (mib < Math.max(LEAST, container.integer('memoryReservation')?.value ?? 0)) return [];
  return [
    {
      title: `Add "memory": ${mib} (a limit in MiB${reason})`,
      changes: [{ kind: 'insert', pointer: pointerOf(container.node), key: 'memory', value: mib }],
      safe: false,
    },
  ];
}
