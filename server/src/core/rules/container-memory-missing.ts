import { inside } from '../location';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'container-memory-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'container',
  facts: ['SIZE-7'],
  docs: {
    title: 'Container without memory in a task without memory',
    why: 'ECS has to know how much memory a task may take before it looks for room. When the task does not say it, each container must, with memory or with memoryReservation.',
    answer: "At least one of 'memory' or 'memoryReservation' must be specified.",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-memory',
    ],
  },
  messages: {
    missing:
      'Container "{container}" has neither memory nor memoryReservation, and the task has no memory either. Add one of them.',
  },
  check(container, { definition, report }) {
    const { task, containers } = definition;
    // On Fargate the task's memory is missing first: `fargate-size-missing`.
    if (!task?.lacks('memory') || definition.requires('FARGATE')) return;
    if (!container.lacks('memory') || !container.lacks('memoryReservation')) return;
    const pointer = pointerOf(container.node);
    report('missing', inside(container.node), {
      data: { container: nameOf(container, containers) },
      fixes: [
        {
          title: 'Add "memory": 512 (a limit in MiB)',
          changes: [{ kind: 'insert', pointer, key: 'memory', value: 512 }],
          safe: false,
        },
        {
          title: 'Add "memoryReservation": 256 (in MiB, may be exceeded)',
          changes: [{ kind: 'insert', pointer, key: 'memoryReservation', value: 256 }],
          safe: false,
        },
      ],
    });
  },
});
