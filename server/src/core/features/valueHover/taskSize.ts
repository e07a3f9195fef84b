import { neighbours, sizesFor } from '../../model/fargateSizes';
import { formatMemory, listCpu, listMemory, parseCpu, parseMemory } from '../../model/size';
import { sayCpu, sayMebibytes } from './amounts';
import { mayRunOnFargate, sayPrice } from './price';
import { type Explain, type Fact, type Question, watchOut } from './question';
import { sayRest } from './remainder';

/** The cpu of the task. */
export const taskCpu: Explain = (question) => {
  const { definition, node } = question;
  const units = node.kind === 'string' ? parseCpu(node.value) : undefined;
  if (units === undefined) return undefined;
  const size = sizesFor(definition).find((row) => row.cpu === units);
  const sizes = sizesFor(definition).map((row) => row.cpu);
  return {
    is: sayCpu(units),
    facts: [
      ...pair(question, {
        label: 'Memory that fits',
        values: size && listMemory(size.memory),
        near: listCpu(neighbours(sizes, units)),
        fits:
          size === undefined ||
          definition.memory === undefined ||
          size.memory.includes(definition.memory.value),
        other: 'memory',
      }),
      ['Containers', sayRest(definition, 'cpu', units)],
      ['Price', sayPrice(definition, question.region)],
    ],
  };
};

/** The memory of the task. */
export const taskMemory: Explain = (question) => {
  const { definition, node } = question;
  const mib = node.kind === 'string' ? parseMemory(node.value) : undefined;
  if (mib === undefined) return undefined;
  const rows = sizesFor(definition).filter((row) => row.memory.includes(mib));
  const sizes = [...new Set(sizesFor(definition).flatMap((row) => row.memory))];
  const cpu = definition.cpu?.value;
  return {
    is: mib % 512 === 0 ? `${formatMemory(mib)} (${mib} MiB)` : sayMebibytes(mib),
    facts: [
      ...pair(question, {
        label: 'Cpu that fits',
        values: rows.length > 0 ? listCpu(rows.map((row) => row.cpu)) : undefined,
        near: listMemory(neighbours(sizes, mib)),
        fits: rows.length === 0 || cpu === undefined || rows.some((row) => row.cpu === cpu),
        other: 'cpu',
      }),
      ['Containers', sayRest(definition, 'memory', mib)],
      ['Price', sayPrice(definition, question.region)],
    ],
  };
};

interface Pair {
  readonly label: string;
  /** What the table of Fargate has beside the value; undefined where it does not have the value. */
  readonly values: string | undefined;
  /** The nearest values that it has. */
  readonly near: string;
  /** Whether what is written for the other one is among them. */
  readonly fits: boolean;
  readonly other: 'cpu' | 'memory';
}

function pair({ definition }: Question, { label, values, near, fits, other }: Pair): Fact[] {
  if (!mayRunOnFargate(definition)) {
    const ignored = definition.windows === true && definition.requires('EC2') !== undefined;
    return [
      [label, 'any; the table of sizes is for Fargate'],
      watchOut(ignored && 'Windows on EC2 takes no notice of it.'),
    ];
  }
  const platform = definition.windows ? 'Windows on Fargate' : 'Fargate';
  if (values === undefined) return [[label, `none: ${platform} has no such size; the next ones are ${near}`]];
  return [
    [label, `${values}${definition.requires('FARGATE') ? '' : ', on Fargate'}`],
    watchOut(!fits && `The ${other} of this task is not among them.`),
  ];
}
