import type { Fix } from '../finding';
import { atValue } from '../location';
import { guessMemory, parseMemory, spellMemory } from '../model/size';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'task-memory-unreadable',
  // AWS says that it reads MiB and GB; its answer to anything else outside Fargate was never quoted.
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'task',
  facts: ['SIZE-4'],
  docs: {
    title: 'Task memory that AWS cannot read',
    why: 'The memory of a task is MiB without a unit, or GB with one. Suffixes known from Docker and Kubernetes, such as 512m and 2Gi, are neither.',
    answer: "Invalid 'memory' setting for task",
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#task_size_ec2',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html',
    ],
  },
  messages: {
    unreadable:
      'AWS cannot read the task memory "{text}". Write MiB without a unit such as "2048", or GB such as "2 GB".',
  },
  check(definition, { report }) {
    const memory = definition.task?.string('memory');
    if (!memory || parseMemory(memory.value) !== undefined || definition.requires('FARGATE')) return;
    const text = memory.value;
    const mib = guessMemory(text);
    const fixes: Fix[] = [];
    if (mib !== undefined) {
      const value = spellMemory(mib, text);
      const changes = [{ kind: 'set', pointer: pointerOf(memory.node), value } as const];
      fixes.push({ title: `Change memory to "${value}"`, changes, safe: true });
    }
    report('unreadable', atValue(memory.node), { data: { text }, fixes });
  },
});
