import type { Fix } from '../finding';
import { atValue } from '../location';
import { containerNeeds, LEAST_CPU } from '../model/fargateSizes';
import { guessCpu, MOST_CPU, parseCpu, spellCpu } from '../model/size';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'task-cpu-invalid',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['SIZE-4'],
  docs: {
    title: 'Task cpu outside its limits',
    why: 'On EC2 and on external instances a task may do without cpu. Given, it is at least 128 CPU units (an eighth of a vCPU) and at most 196608 (192 vCPU).',
    answer: "Invalid 'cpu' setting for task",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#task_size_ec2',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html',
    ],
  },
  messages: {
    low: 'The task cpu "{text}" is {units} CPU units, and AWS takes no less than 128. Write at least "128", or leave cpu out.',
    high: 'The task cpu "{text}" is {units} CPU units, and AWS takes no more than 196608 (192 vCPU).',
    unreadable:
      'AWS cannot read the task cpu "{text}". Write CPU units such as "1024", or vCPU such as "1 vCPU".',
  },
  check(definition, { report }) {
    const cpu = definition.task?.string('cpu');
    // Fargate has rules of its own; an empty text is too short for the schema already.
    if (!cpu || cpu.value === '' || definition.requires('FARGATE')) return;
    const text = cpu.value;
    const units = parseCpu(text);
    const change = (to: number, safe: boolean): Fix => {
      const value = spellCpu(to, text);
      const changes = [{ kind: 'set', pointer: pointerOf(cpu.node), value } as const];
      return { title: `Change cpu to "${value}"`, changes, safe };
    };
    if (units === undefined) {
      // That AWS refuses text is quoted; that it refuses "1 vCPUs" on EC2 nobody has written down.
      const meant = guessCpu(text);
      const fixes = meant === undefined ? [] : [change(meant, true)];
      report('unreadable', atValue(cpu.node), {
        data: { text },
        fixes,
        severity: meant ? 'warning' : 'error',
      });
    } else if (units < LEAST_CPU) {
      const least = Math.max(LEAST_CPU, containerNeeds(definition).cpu);
      // "1" is more likely a vCPU than too few units.
      const vcpu = /^[1-9][0-9]?$/.test(text) && units <= 32 && units * 1024 >= least;
      const fixes = [...(vcpu ? [change(units * 1024, false)] : []), change(least, false)];
      report('low', atValue(cpu.node), { data: { text, units }, fixes });
    } else if (units > MOST_CPU && isLimited(definition)) {
      report('high', atValue(cpu.node), { data: { text, units }, fixes: [change(MOST_CPU, false)] });
    }
  },
});

/** The upper end is AWS's for EC2 and EXTERNAL, and for tasks that name no launch type; not for managed instances. */
function isLimited({ task }: TaskDefinition): boolean {
  const listed = task?.strings('requiresCompatibilities').map(({ value }) => value) ?? [];
  return task?.lacks('requiresCompatibilities') || listed.includes('EC2') || listed.includes('EXTERNAL');
}
