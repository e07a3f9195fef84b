import { atValue } from '../location';
import { FARGATE_SIZES, sizesFor } from '../model/fargateSizes';
import { formatCpu, formatMemory, listCpu, listMemory } from '../model/size';
import { defineRule } from './rule';
import { cpuFixes, memoryFixes, writtenCpu, writtenMemory } from './sizeFixes';

export default defineRule({
  id: 'fargate-size-invalid',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['SIZE-2', 'SIZE-3', 'BP-CPU-MEM'],
  docs: {
    title: 'Not a Fargate size',
    why: 'Fargate sells 77 combinations of cpu and memory and nothing between them. They begin at 0.25 vCPU with 0.5 GB and end at 32 vCPU with 244 GB; Windows tasks have 1, 2 or 4 vCPU.',
    answer: 'No Fargate configuration exists for given values',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size',
    ],
    scanners: {
      'cfn-lint': ['E3047'],
      KICS: ['f4c9b5f5-68b8-491f-9e48-4f96644a1d51'],
      Datadog: ['cloudformation-aws-ecs-task-definition-invalid-cpu-or-memory'],
    },
  },
  messages: {
    cpuUnreadable:
      'AWS cannot read the cpu "{text}". Write CPU units such as "1024", or vCPU such as "1 vCPU", and nothing around it.',
    memoryUnreadable:
      'AWS cannot read the memory "{text}". Write MiB without a unit such as "2048", or GB such as "2 GB", and nothing around it.',
    cpuWithoutUnit:
      'The cpu "{text}" means {text} CPU units, and no Fargate size is that small. Write "{text} vCPU" or "{units}".',
    memoryWithoutUnit:
      'The memory "{text}" means {text} MiB, and no Fargate size is that small. Write "{text} GB" or "{units}".',
    cpu: 'Fargate has no size with cpu "{text}". There are {values}.',
    windows: 'Fargate has no size with cpu "{text}" for Windows tasks. There are {values}.',
    memory: 'Fargate has no size with memory "{text}", whatever the cpu.',
    combination:
      'Fargate has no size with cpu "{cpu}" and memory "{memory}": {cpuWords} goes with {memories}; {memoryWords} goes with {cpus}.',
  },
  check(definition, { report }) {
    if (!definition.requires('FARGATE')) return;
    const cpu = writtenCpu(definition);
    const memory = writtenMemory(definition);
    const sizes = sizesFor(definition);
    const size = sizes.find((each) => each.cpu === cpu?.units);

    // An empty cpu is too short for the schema already.
    if (cpu && !size && cpu.value !== '') {
      const { value: text, meant } = cpu;
      const fixes = cpuFixes(definition, cpu, memory);
      if (cpu.units === undefined) report('cpuUnreadable', atValue(cpu.node), { data: { text }, fixes });
      else if (meant) report('cpuWithoutUnit', atValue(cpu.node), { data: { text, units: meant }, fixes });
      else {
        const elsewhere = FARGATE_SIZES.some((each) => each.cpu === cpu.units);
        const values = listCpu(sizes.map((each) => each.cpu));
        report(elsewhere ? 'windows' : 'cpu', atValue(cpu.node), { data: { text, values }, fixes });
      }
    }

    if (memory && !size?.memory.includes(memory.units ?? 0)) {
      const { value: text, units, meant } = memory;
      const fixes = memoryFixes(definition, cpu, memory);
      const cpus = sizes.filter((each) => each.memory.includes(units ?? 0)).map((each) => each.cpu);
      if (units === undefined) report('memoryUnreadable', atValue(memory.node), { data: { text }, fixes });
      else if (meant)
        report('memoryWithoutUnit', atValue(memory.node), { data: { text, units: meant }, fixes });
      else if (size && cpu) {
        const data = {
          cpu: cpu.value,
          memory: text,
          cpuWords: formatCpu(size.cpu),
          memories: listMemory(size.memory),
          memoryWords: formatMemory(units),
          cpus: cpus.length > 0 ? listCpu(cpus) : 'none',
        };
        report('combination', atValue(memory.node), { data, fixes });
      } else if (!FARGATE_SIZES.some((each) => each.memory.includes(units))) {
        report('memory', atValue(memory.node), { data: { text }, fixes });
      }
    }
  },
});
