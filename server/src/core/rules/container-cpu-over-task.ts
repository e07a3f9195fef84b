import type { Fix } from '../finding';
import { atValue } from '../location';
import { containerNeeds, soundCpu } from '../model/fargateSizes';
import { nameOf } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';
import { raiseFix } from './sizeFixes';

/** A task has no more than ten containers; more places than that help nobody. */
const MOST_CONTAINERS = 10;

export default defineRule({
  id: 'container-cpu-over-task',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['SIZE-5'],
  docs: {
    title: 'Containers want more cpu than the task has',
    why: 'The cpu of a container is its share of the cpu of the task, and the shares cannot add up to more than the whole.',
    answer: "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-cpu',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
    ],
  },
  messages: {
    one: 'Container "{container}" asks for {sum} CPU units, more than the {task} of the task. Lower its cpu or raise the task\'s.',
    sum: "The containers ask for {sum} CPU units together, more than the {task} of the task. Lower theirs or raise the task's.",
  },
  check(definition, { report }) {
    const task = soundCpu(definition);
    const sum = containerNeeds(definition).cpu;
    if (!task || sum <= task.value) return;
    const { containers } = definition;
    const shares = containers.flatMap((container) => {
      const cpu = container.integer('cpu');
      return cpu && cpu.value > 0 ? [{ cpu, name: nameOf(container, containers) }] : [];
    });
    const related = shares.slice(0, MOST_CONTAINERS).map(({ cpu, name }) => ({
      ...atValue(cpu.node).range,
      message: `Container "${name}" asks for ${cpu.value}.`,
    }));
    const fixes: Fix[] = [];
    const raise = raiseFix(definition, 'cpu');
    if (raise) fixes.push(raise);
    const [first, ...others] = shares;
    if (!first) return;
    // The one that asks for most can do with what the others leave.
    const most = others.reduce((a, b) => (b.cpu.value > a.cpu.value ? b : a), first);
    const left = task.value - (sum - most.cpu.value);
    if (left > 0) {
      fixes.push({
        title: `Change the cpu of container "${most.name}" to ${left}`,
        changes: [{ kind: 'set', pointer: pointerOf(most.cpu.node), value: left }],
        safe: false,
      });
    }
    if (others.length > 0) {
      report('sum', atValue(task.node), { data: { sum, task: task.value }, fixes, related });
      return;
    }
    report('one', atValue(task.node), {
      data: { container: first.name, sum, task: task.value },
      fixes,
      related,
    });
  },
});
