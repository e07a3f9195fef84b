import { atValue } from '../location';
import { type FargateSize, sizesThatHold } from '../model/fargateSizes';
import { listCpu, listMemory } from '../model/size';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'fargate-size-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['SIZE-1', 'BP-FARGATE-PROPS'],
  docs: {
    title: 'Fargate needs a task size',
    why: 'Fargate rents out a machine of exactly the size that the task names, so cpu and memory must both stand at the top level. AWS does not add up the sizes of the containers.',
    answer: "Fargate requires that 'cpu' be defined at the task level.",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size',
    ],
    scanners: { 'cfn-lint': ['E3048'] },
  },
  messages: {
    missing: 'Fargate needs "{member}" at the task level, beside "containerDefinitions". Add it.',
    fitting:
      'Fargate needs "{member}" at the task level, beside "containerDefinitions". Add it: with {other} it can be {values}.',
  },
  check(definition, { report }) {
    const { task } = definition;
    const fargate = definition.requires('FARGATE');
    if (!task || !fargate) return;
    for (const member of ['cpu', 'memory'] as const) {
      if (!task.lacks(member)) continue;
      const other = member === 'cpu' ? 'memory' : 'cpu';
      const [values, words] = member === 'cpu' ? fittingCpu(definition) : fittingMemory(definition);
      const [first] = values;
      const fixes =
        first === undefined
          ? []
          : [
              {
                title: `Add "${member}": "${first}"`,
                changes: [
                  {
                    kind: 'insert',
                    pointer: pointerOf(task.node),
                    key: member,
                    value: String(first),
                  } as const,
                ],
                safe: values.length === 1,
              },
            ];
      const known = task.string(other);
      if (known && first !== undefined) {
        const data = { member, other: `${other} "${known.value}"`, values: words };
        report('fitting', atValue(fargate.node), { data, fixes });
      } else report('missing', atValue(fargate.node), { data: { member }, fixes });
    }
  },
});

function fittingCpu(definition: TaskDefinition): [readonly number[], string] {
  const memory = definition.memory?.value;
  const sizes = fitting(definition, 'memory', (size) => memory === undefined || size.memory.includes(memory));
  const values = sizes.map((size) => size.cpu);
  return [values, listCpu(values)];
}

function fittingMemory(definition: TaskDefinition): [readonly number[], string] {
  const cpu = definition.cpu?.value;
  const [size] = fitting(definition, 'cpu', (size) => cpu === undefined || size.cpu === cpu);
  const values = size?.memory ?? [];
  return [values, listMemory(values)];
}

/** The sizes that hold the containers and go with the other member; none when that is there and not known. */
function fitting(definition: TaskDefinition, other: 'cpu' | 'memory', fits: (size: FargateSize) => boolean) {
  const open = !definition[other] && !definition.task?.lacks(other);
  return open ? [] : sizesThatHold(definition).filter(fits);
}
