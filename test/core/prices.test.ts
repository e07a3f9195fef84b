import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import {
  FREE_STORAGE,
  formatPrice,
  monthlyPrice,
  PRICED_REGIONS,
  PRICES_AS_OF,
  pricedTask,
  regionOf,
} from '../../server/src/core/model/prices';
import type { TaskDefinition } from '../../server/src/core/model/taskDefinition';
import { sharedFolder } from '../support/shared';

const HALF = { cpu: 512, memory: 1024, region: 'us-east-1', architecture: 'X86_64', windows: false } as const;

function definitionOf(task: object): TaskDefinition {
  const { definition } = new Analysis(JSON.stringify(task), 'task-definition.json', true);
  if (!definition) throw new Error('no definition');
  return definition;
}

describe('the price of a task', () => {
  it('is for a month of 730 hours', () => {
    const price = monthlyPrice(HALF);
    expect(formatPrice(price?.onDemand ?? 0)).toBe('$18.02');
    expect(price?.hourly).toBeCloseTo(0.5 * 0.04048 + 0.004445, 10);
    expect(price).toMatchObject({ spotDiscount: 70, isRough: false, lacksStorage: false });
  });

  it('depends on the processor', () => {
    expect(formatPrice(monthlyPrice({ ...HALF, architecture: 'ARM64' })?.onDemand ?? 0)).toBe('$14.42');
  });

  it('of Windows has the licence in it, no Spot, and is rough', () => {
    const price = monthlyPrice({ ...HALF, cpu: 1024, memory: 2048, windows: true });
    expect(price?.hourly).toBeCloseTo(0.046552 + 0.046 + 2 * 0.00511175, 10);
    expect(price?.isRough).toBe(true);
    expect(price).not.toHaveProperty('spotDiscount');
  });

  it('grows with the storage above what is free', () => {
    const free = monthlyPrice({ ...HALF, storage: FREE_STORAGE });
    expect(free).toEqual(monthlyPrice(HALF));
    const more = monthlyPrice({ ...HALF, storage: FREE_STORAGE + 100 });
    expect((more?.hourly ?? 0) - (free?.hourly ?? 0)).toBeCloseTo(0.0111, 10);
    expect(more?.lacksStorage).toBe(false);
    const unknown = monthlyPrice({ ...HALF, region: 'us-west-2', storage: FREE_STORAGE + 100 });
    expect(unknown).toMatchObject({ onDemand: free?.onDemand, lacksStorage: true });
  });

  it.each([
    ['a Region without known prices', { region: 'af-south-1' }],
    ['a Region without a known price for ARM', { region: 'eu-central-1', architecture: 'ARM64' as const }],
    ['a Region without a known price for Windows', { region: 'eu-west-1', windows: true }],
    ['what is no Region', { region: 'constructor' }],
  ])('is not known for %s', (_, task) => expect(monthlyPrice({ ...HALF, ...task })).toBeUndefined());

  it('is written in dollars', () => {
    expect([0, 0.005, 999.99, 1737.376, 1234567.8].map(formatPrice)).toEqual([
      '$0.00',
      '$0.01',
      '$999.99',
      '$1,737.38',
      '$1,234,567.80',
    ]);
  });
});

describe('the rates', () => {
  const facts = sharedFolder('facts');

  it('are the ones that were found', ({ skip }) => {
    if (!facts) return skip('../shared/facts is not here');
    const { regions, asOf, ephemeralStorageAbove20GB, spot } = JSON.parse(
      readFileSync(new URL('fargate-prices.json', facts), 'utf8'),
    );
    expect(asOf).toContain(PRICES_AS_OF);
    expect(spot.discount).toContain('70 percent');
    expect(regions.map(({ region }: { region: string }) => region).sort()).toEqual(
      [...PRICED_REGIONS].sort(),
    );
    const vcpu = { cpu: 1024, memory: 0 };
    const gb = { cpu: 0, memory: 1024 };
    for (const { region, linuxX86, linuxArm, windowsX86, confidence } of regions) {
      const hourly = (task: object) => monthlyPrice({ ...HALF, region, ...task })?.hourly;
      expect(hourly(vcpu), region).toBe(linuxX86.vCPUHour);
      expect(hourly(gb), region).toBe(linuxX86.GBHour);
      expect(hourly({ ...vcpu, architecture: 'ARM64' }), region).toBe(linuxArm?.vCPUHour);
      expect(hourly({ ...gb, architecture: 'ARM64' }), region).toBe(linuxArm?.GBHour);
      if (windowsX86?.GBHour) {
        const { vCPUHour, GBHour, osLicenceVCPUHour } = windowsX86;
        expect(hourly({ ...vcpu, windows: true }), region).toBe(vCPUHour + osLicenceVCPUHour);
        expect(hourly({ ...gb, windows: true }), region).toBe(GBHour);
      } else expect(hourly({ ...vcpu, windows: true }), region).toBeUndefined();
      const isRough = /UNCONFIRMED|GB recalled/.test(confidence);
      expect(monthlyPrice({ ...HALF, region })?.isRough, region).toBe(isRough);
      const storage = ephemeralStorageAbove20GB[region];
      const more = monthlyPrice({ ...HALF, region, storage: FREE_STORAGE + 1 });
      expect(more?.lacksStorage, region).toBe(typeof storage !== 'number');
      expect((more?.hourly ?? 0) - (hourly({}) ?? 0), region).toBeCloseTo(
        typeof storage === 'number' ? storage : 0,
        10,
      );
    }
  });
});

describe('the task that is paid for', () => {
  const TASK = { cpu: '512', memory: '1024', containerDefinitions: [] };
  const PRICED = { cpu: 512, memory: 1024, windows: false, architecture: 'X86_64', region: 'us-east-1' };

  it('has the members of the document', () => {
    expect(pricedTask(definitionOf(TASK))).toEqual(PRICED);
    expect(pricedTask(definitionOf({ ...TASK, cpu: '.5 vCPU', memory: '1GB' }), 'eu-west-1')).toEqual({
      ...PRICED,
      region: 'eu-west-1',
    });
    const runtimePlatform = { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' };
    const ephemeralStorage = { sizeInGiB: 50 };
    expect(pricedTask(definitionOf({ ...TASK, runtimePlatform, ephemeralStorage }))).toEqual({
      ...PRICED,
      architecture: 'ARM64',
      storage: 50,
    });
  });

  it.each([
    ['has no cpu', { cpu: undefined }],
    ['has no memory', { memory: undefined }],
    ['has a size that Fargate has not', { memory: '512' }],
    [
      'has a size that Fargate has not on Windows',
      { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
    ],
    ['leaves its cpu open', { cpu: '${CPU}' }],
    ['leaves its storage open', { ephemeralStorage: { sizeInGiB: '${STORAGE}' } }],
    ['leaves its platform open', { runtimePlatform: '${PLATFORM}' }],
    ['leaves its processor open', { runtimePlatform: { cpuArchitecture: '${ARCHITECTURE}' } }],
    ['leaves its operating system open', { runtimePlatform: { operatingSystemFamily: '${OS}' } }],
  ])('is none where the document %s', (_, members) => {
    expect(pricedTask(definitionOf({ ...TASK, ...members }))).toBeUndefined();
  });

  it('is none in a list of containers, and where a block of a template may change it', () => {
    expect(pricedTask(definitionOf([{ name: 'web', image: 'nginx' }]))).toBeUndefined();
    const { definition } = new Analysis(
      '{ "cpu": "512", "memory": "1024", {{ if .Arm }} "family": "a", {{ end }} "containerDefinitions": [] }',
      'task-definition.json',
      true,
    );
    expect(definition?.cpu?.value).toBe(512);
    expect(definition && pricedTask(definition)).toBeUndefined();
  });
});

describe('the Region', () => {
  const role = (region: string) => `arn:aws:sns:${region}:111122223333:topic`;
  const TASK = { family: 'a', containerDefinitions: [] };

  it.each([
    ['of an ARN', { executionRoleArn: role('eu-west-1') }],
    [
      'of an image',
      { containerDefinitions: [{ image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web' }] },
    ],
    [
      'of log options',
      { containerDefinitions: [{ logConfiguration: { options: { 'awslogs-region': 'eu-west-1' } } }] },
    ],
  ])('is the one %s', (_, members) => {
    expect(regionOf(definitionOf({ ...TASK, ...members }))).toBe('eu-west-1');
  });

  it('is us-east-1 where the document names none, or several', () => {
    expect(regionOf(definitionOf(TASK))).toBe('us-east-1');
    const several = { ...TASK, taskRoleArn: role('eu-west-1'), executionRoleArn: role('eu-west-2') };
    expect(regionOf(definitionOf(several))).toBe('us-east-1');
  });

  it('is the one of the setting before all', () => {
    expect(regionOf(definitionOf({ ...TASK, taskRoleArn: role('eu-west-1') }), 'sa-east-1')).toBe(
      'sa-east-1',
    );
    expect(regionOf(definitionOf({ ...TASK, taskRoleArn: role('eu-west-1') }), '')).toBe('eu-west-1');
  });
});
