import { describe, expect, it } from 'vitest';
import { container, detailed, FARGATE, labels, proposals, WINDOWS } from '../../support/completion';

describe('sizes', () => {
  it('of the memory are those that Fargate has beside the cpu, with the price', () => {
    expect(detailed(`{ ${FARGATE} "cpu": "512", "memory": | }`)).toEqual([
      '"1024" (1 GB · $18.02 a month)',
      '"2048" (2 GB · $21.26 a month)',
      '"3072" (3 GB · $24.51 a month)',
      '"4096" (4 GB · $27.75 a month)',
    ]);
  });

  it('of the cpu are those that Fargate has beside the memory', () => {
    expect(detailed(`{ ${FARGATE} "cpu": "|", "memory": "4096" }`)).toEqual([
      '"512" (0.5 vCPU · $27.75 a month)',
      '"1024" (1 vCPU · $42.53 a month)',
      '"2048" (2 vCPU · $72.08 a month)',
    ]);
  });

  it('without the other one are all, the price that of the smallest', () => {
    const cpu = detailed(`{ ${FARGATE} "cpu": "|" }`);
    expect(cpu.map((text) => text.split(' ')[0])).toEqual(
      ['256', '512', '1024', '2048', '4096', '8192', '16384', '32768'].map((text) => `"${text}"`),
    );
    expect(cpu[0]).toBe('"256" (0.25 vCPU · from $9.01 a month)');
  });

  it('beside one that is half typed are known too', () => {
    expect(labels('{ "memory": | "cpu": "256" }')).toEqual(['"512"', '"1024"', '"2048"']);
    expect(labels('{\n  "memory": "|\n  "cpu": "256"\n}')).toEqual(['"512"', '"1024"', '"2048"']);
  });

  it('are written with a unit where the other one is', () => {
    expect(labels('{ "cpu": ".5 vCPU", "memory": "|" }')).toEqual(['"1 GB"', '"2 GB"', '"3 GB"', '"4 GB"']);
    expect(labels('{ "memory": "0.5 GB", "cpu": "|" }')).toEqual(['"0.25 vCPU"']);
  });

  it('beside one that Fargate does not have are all', () => {
    expect(detailed('{ "cpu": "300", "memory": "|" }')[0]).toBe('"512" (0.5 GB · from $9.01 a month)');
  });

  it('are large enough for the containers', () => {
    const task = (memory: string) =>
      `{ "memory": "${memory}", "containerDefinitions": [{ "name": "a", "image": "b", "memory": 3000 }] }`;
    expect(labels(task('|')).at(0)).toBe('"3072"');
  });

  it('are those of Windows on Windows', () => {
    expect(labels(`{ ${FARGATE}${WINDOWS} "cpu": "|" }`)).toEqual(['"1024"', '"2048"', '"4096"']);
  });

  it('have no price where the task does not run on Fargate', () => {
    expect(detailed('{ "requiresCompatibilities": ["EC2"], "cpu": "512", "memory": "|" }')[0]).toBe(
      '"512" (0.5 GB)',
    );
  });

  it('cost what they cost in the Region of the settings, on ARM64', () => {
    const marked = `{ ${FARGATE} "runtimePlatform": { "cpuArchitecture": "ARM64" }, "cpu": "512", "memory": "|" }`;
    expect(detailed(marked)[0]).toBe('"1024" (1 GB · $14.42 a month)');
    const [first] = proposals(marked, { region: 'eu-west-2' });
    expect(first?.detail).toBe('1 GB · $16.58 a month');
    expect(first?.note).toMatch(
      /^On Fargate in eu-west-2, for one task that runs all month; prices of \d{4}-\d\d\.$/,
    );
  });

  it('of a container are what the others leave', () => {
    const marked = container(
      '"memory": |',
      '"memory": "2048", ',
      ', { "name": "b", "image": "c", "memory": 512 }',
    );
    expect(detailed(marked).slice(0, 2)).toEqual(['1536 (1.5 GB, all that is left)', '512 (0.5 GB)']);
    expect(detailed(container('"cpu": |', '"cpu": "512", '))[0]).toBe(
      '512 (0.5 vCPU, all that the task has)',
    );
  });
});
