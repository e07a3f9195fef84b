import { atValue } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'container-memory-below-reservation',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'memoryReservation',
  facts: ['SIZE-8'],
  docs: {
    title: 'Memory limit below the reservation',
    why: 'memoryReservation is what a container is sure to get, memory is where it is killed. A limit below what was promised makes no sense; the two may be equal.',
    answer: "must be greater than or equal to 'memoryReservation'",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-memoryReservation',
    ],
  },
  messages: {
    below:
      'Container "{container}" has a memory limit of {memory} MiB, below its memoryReservation of {reservation} MiB. Raise the limit or lower the reservation.',
  },
  check(container, { definition, report }) {
    const memory = container.integer('memory');
    const reservation = container.integer('memoryReservation');
    if (!memory || !reservation || memory.value >= reservation.value) return;
    const name = nameOf(container, definition.containers);
    const raise = {
      title: `Change memory to ${reservation.value}`,
      changes: [{ kind: 'set', pointer: pointerOf(memory.node), value: reservation.value } as const],
      safe: false,
    };
    const lower = {
      title: `Change memoryReservation to ${memory.value}`,
      changes: [{ kind: 'set', pointer: pointerOf(reservation.node), value: memory.value } as const],
      safe: false,
    };
    // A limit above the task's memory would be refused in its turn.
    const fits = reservation.value <= (definition.memory?.value ?? Infinity);
    report('below', atValue(memory.node), {
      data: { container: name, memory: memory.value, reservation: reservation.value },
      fixes: fits ? [raise, lower] : [lower],
      related: [
        { ...atValue(reservation.node).range, message: `${reservation.value} MiB are reserved here.` },
      ],
    });
  },
});
