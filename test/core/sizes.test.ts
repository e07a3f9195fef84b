import { describe, expect, it } from 'vitest';
import { FARGATE_SIZES, neighbours } from '../../server/src/core/model/fargateSizes';
import {
  formatCpu,
  formatMemory,
  guessCpu,
  guessMemory,
  parseCpu,
  parseMemory,
  spellCpu,
  spellMemory,
} from '../../server/src/core/model/size';

describe('spellings of task sizes', () => {
  it.each([
    ['256', 256],
    ['1024', 1024],
    ['1 vCPU', 1024],
    ['1vcpu', 1024],
    ['1 VCPU', 1024],
    ['.25 vCPU', 256],
    ['0.25 vCPU', 256],
    ['0.25vCPU', 256],
    ['1.0 vCPU', 1024],
    ['2  vCPU', 2048],
    ['1', 1],
  ])('reads the cpu %j', (text, units) => expect(parseCpu(text)).toBe(units));

  it.each([
    '',
    '1 vCPUs',
    '1 vCPU ',
    ' 1 vCPU',
    '0.5',
    'abc',
    '1.',
    '-256',
    '1e3',
    '2 GB',
    `1${' '.repeat(80)}vCPU`,
  ])('reads no cpu in %j', (text) => expect(parseCpu(text)).toBeUndefined());

  it.each([
    ['512', 512],
    ['2048', 2048],
    ['1GB', 1024],
    ['1 GB', 1024],
    ['2gb', 2048],
    ['.5 GB', 512],
    ['0.5GB', 512],
    ['2.5 GB', 2560],
  ])('reads the memory %j', (text, mib) => expect(parseMemory(text)).toBe(mib));

  it.each(['', ' 2 GB', '2 GB ', '2048 MiB', '2048MB', '2 GiB', '0.5', '512m', '1 vCPU'])(
    'reads no memory in %j',
    (text) => expect(parseMemory(text)).toBeUndefined(),
  );

  it.each([
    ['1 vCPUs', 1024],
    [' 2 vCPU', 2048],
    ['0.5', 512],
    ['4 cores', 4096],
    ['512 cpu', 512],
    ['abc', undefined],
    ['1024m', undefined],
    ['0.3', undefined],
    ['0 vCPUs', undefined],
  ])('guesses the cpu %j', (text, units) => expect(guessCpu(text)).toBe(units));

  it.each([
    ['2048MB', 2048],
    ['2048 MiB', 2048],
    ['512m', 512],
    ['2 GiB', 2048],
    ['1.5g', 1536],
    [' 2 GB', 2048],
    ['2 GBs', 2048],
    ['0.5', undefined],
    ['much', undefined],
  ])('guesses the memory %j', (text, mib) => expect(guessMemory(text)).toBe(mib));

  it.each([
    [2048, '1024', '2048'],
    [2048, '1 vCPU', '2 vCPU'],
    [512, '1vcpu', '0.5vcpu'],
    [1024, '1 vCPUs', '1 vCPU'],
    [1024, '1 core', '1024'],
    [250, '1 vCPU', '250'],
  ])('spells %i CPU units after the example of %j', (units, like, text) =>
    expect(spellCpu(units, like)).toBe(text),
  );

  it.each([
    [2048, '1024', '2048'],
    [2048, '1 GB', '2 GB'],
    [512, '1gb', '0.5gb'],
    [2048, '1 GiB', '2 GB'],
    [2048, '1g', '2GB'],
    [2048, '1024MB', '2048'],
    [1500, '1 GB', '1500'],
  ])('spells %i MiB after the example of %j', (mib, like, text) => expect(spellMemory(mib, like)).toBe(text));

  it('says sizes in the larger unit where they are even', () => {
    expect([256, 1024, 300].map(formatCpu)).toEqual(['0.25 vCPU', '1 vCPU', '300 CPU units']);
    expect([512, 4096, 700].map(formatMemory)).toEqual(['0.5 GB', '4 GB', '700 MiB']);
  });
});

describe('Fargate sizes', () => {
  it('are 77 combinations', () => {
    expect(FARGATE_SIZES.flatMap(({ memory }) => memory)).toHaveLength(77);
  });

  it('reach from 0.25 to 32 vCPU, each with its least and most memory', () => {
    expect(FARGATE_SIZES.map(({ cpu, memory }) => [cpu, memory.length, memory[0], memory.at(-1)])).toEqual([
      [256, 3, 512, 2048],
      [512, 4, 1024, 4096],
      [1024, 7, 2048, 8192],
      [2048, 13, 4096, 16384],
      [4096, 23, 8192, 30720],
      [8192, 12, 16384, 61440],
      [16384, 12, 32768, 122880],
      [32768, 3, 61440, 249856],
    ]);
  });

  it('know their neighbours', () => {
    expect(neighbours([1, 2, 4, 8], 4)).toEqual([2, 8]);
    expect(neighbours([1, 2, 4], 3)).toEqual([2, 4]);
    expect(neighbours([1, 2], 0)).toEqual([1]);
    expect(neighbours([1, 2], 9)).toEqual([2]);
    expect(neighbours([], 9)).toEqual([]);
  });
});
