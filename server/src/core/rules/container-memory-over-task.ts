import type { Fix } from '../finding';
import { atValue } from '../location';
import { soundMemory } from '../model/fargateSizes';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { raiseFix } from './sizeFixes';

export default defineRule({
  id: 'container-memory-over-task',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  facts: ['SIZE-6'],
  docs: {
    title: 'Container memory above the task memory',
    why: 'The memory of a task is the most that its containers can take together, so a single container cannot be allowed more.',
    answer: "The 'memory' setting for container 'web' is greater than for the task.",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-memory',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
    ],
  },
  messages: {
    over: 'Container "{container}" may take {memory} MiB, more than the {task} MiB of the task. Lower its memory or raise the task\'s.',
  },
  check(container, { definition, report }) {
    const memory = container.integer('memory');
    const task = soundMemory(definition);
    if (!memory || !task || memory.value <= task.value) return;
    const fixes: Fix[] = [];
    // A limit below the container's own reservation would be refused in its turn.
    if (task.value >= (container.integer('memoryReservation')?.value ?? 0)) {
      fixes.push({
        title: `Change the container's memory to ${task.value}`,
        changes: [{ kind: 'set', pointer: pointerOf(memory.node), value: task.value }],
        safe: false,
      });
    }
    const raise = raiseFix(definition, 'memory');
    if (raise) fixes.push(raise);
    report('over', atValue(memory.node), {
      data: { container: nameOf(container, definition.containers), memory: memory.value, task: task.value },
      fixes,
      related: [{ ...atValue(task.node).range, message: `The task has ${task.value} MiB.` }],
    });
  },
});
