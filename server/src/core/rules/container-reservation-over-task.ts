import type { Fix } from '../finding';
import { atValue } from '../location';
import { soundMemory } from '../model/fargateSizes';
import { nameOf } from '../model/taskDefinition';
import { defineRule } from './rule';
import { raiseFix } from './sizeFixes';

/** A task has no more than ten containers; more places than that help nobody. */
const MOST_CONTAINERS = 10;

export default defineRule({
  id: 'container-reservation-over-task',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'memoryReservation',
  facts: ['SIZE-9'],
  docs: {
    title: 'Containers reserve more memory than the task has',
    why: 'memoryReservation is memory that a container is sure to get. Together the containers cannot be promised more than the memory of their task.',
    answer:
      "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-memoryReservation',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
    ],
  },
  messages: {
    over: "The containers reserve {sum} MiB together, more than the {task} MiB of the task. Lower their memoryReservation or raise the task's memory.",
  },
  check(definition, { report }) {
    const { containers } = definition;
    const task = soundMemory(definition);
    if (!task) return;
    const shares = containers.flatMap((container) => {
      const reservation = container.integer('memoryReservation');
      return reservation ? [{ reservation, name: nameOf(container, containers) }] : [];
    });
    const sum = shares.reduce((total, { reservation }) => total + reservation.value, 0);
    if (sum <= task.value) return;
    const raise = raiseFix(definition, 'memory');
    const fixes: Fix[] = raise ? [raise] : [];
    report('over', atValue(task.node), {
      data: { sum, task: task.value },
      fixes,
      related: shares.slice(0, MOST_CONTAINERS).map(({ reservation, name }) => ({
        ...atValue(reservation.node).range,
        message: `Container "${name}" reserves ${reservation.value} MiB.`,
      })),
    });
  },
});
