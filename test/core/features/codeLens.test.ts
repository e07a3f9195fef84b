import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/core/analysis';
import { codeLenses } from '../../../server/src/core/features/codeLens';
import type { Finding, Severity } from '../../../server/src/core/finding';
import { type CodeLensKind, DEFAULT_SETTINGS, type Settings } from '../../../server/src/core/settings';
import { readMarks } from '../../support/marks';

const NONE = {
  price: false,
  problems: false,
  convert: false,
  diagram: false,
  documentSize: false,
  shares: false,
};
const KINDS = Object.keys(NONE) as CodeLensKind[];

function lenses(
  text: string,
  kinds: readonly CodeLensKind[],
  { findings = [], ...settings }: Partial<Settings> & { findings?: readonly Finding[] } = {},
) {
  const codeLens = { ...NONE, ...Object.fromEntries(kinds.map((kind) => [kind, true])) };
  const analysis = new Analysis(text, 'file:///task-definition.json', true);
  return codeLenses(analysis, findings, { ...DEFAULT_SETTINGS, ...settings, codeLens });
}

const titles = (...args: Parameters<typeof lenses>): string[] => lenses(...args).map(({ title }) => title);

const task = (members: object): string =>
  JSON.stringify({
    requiresCompatibilities: ['FARGATE'],
    cpu: '512',
    memory: '1024',
    containerDefinitions: [],
    ...members,
  });

describe('the price', () => {
  const price = (members: object, settings: Partial<Settings> = {}) =>
    titles(task(members), ['price'], settings);
  const platform = (cpuArchitecture: string, operatingSystemFamily = 'LINUX') => ({
    runtimePlatform: { cpuArchitecture, operatingSystemFamily },
  });

  it('is that of a month, with what would make it lower', () => {
    expect(lenses(task({}), ['price'])).toEqual([
      {
        range: { start: 0, end: 1 },
        title: 'Fargate · 0.5 vCPU · 1 GB · $18.02/month in us-east-1 (ARM $14.42, Spot up to 70 % less)',
        tooltip:
          'One task that runs all month (730 hours), on demand, at the rates of 2026-09. The setting ecsTaskdef.region chooses the Region.',
      },
    ]);
  });

  it.each([
    [
      'ARM',
      platform('ARM64'),
      'Fargate · 0.5 vCPU · 1 GB · $14.42/month in us-east-1 (x86 $18.02, Spot up to 70 % less)',
    ],
    [
      'Windows',
      { cpu: '1 vCPU', memory: '2 GB', ...platform('X86_64', 'WINDOWS_SERVER_2022_CORE') },
      'Fargate Windows · 1 vCPU · 2 GB · about $75.03/month in us-east-1 (with the licence)',
    ],
    [
      'more storage',
      { ephemeralStorage: { sizeInGiB: 120 } },
      'Fargate · 0.5 vCPU · 1 GB · 120 GB storage · $26.12/month in us-east-1 (ARM $22.52, Spot up to 70 % less)',
    ],
    [
      'another Region',
      { executionRoleArn: 'arn:aws:sns:sa-east-1:111122223333:x' },
      'Fargate · 0.5 vCPU · 1 GB · $30.95/month in sa-east-1 (ARM $24.80, Spot up to 70 % less)',
    ],
    [
      'several launch types',
      { requiresCompatibilities: ['EC2', 'FARGATE'] },
      'Fargate · 0.5 vCPU · 1 GB · $18.02/month in us-east-1 (ARM $14.42, Spot up to 70 % less)',
    ],
  ])('knows %s', (_, members, title) => expect(price(members)).toEqual([title]));

  it.each([
    ['us-west-1', {}, 'about $20.72/month in us-west-1 (Spot up to 70 % less)'],
    [
      'us-west-2',
      { ephemeralStorage: { sizeInGiB: 21 } },
      '21 GB storage · $18.02/month in us-west-2 (ARM $14.42, Spot up to 70 % less, without the storage above 20 GB)',
    ],
    ['eu-central-1', platform('ARM64'), 'no price known for ARM in eu-central-1'],
    ['af-south-1', {}, 'no price known in af-south-1'],
  ])('says what it does not know of %s', (region, members, end) => {
    expect(price(members, { region })).toEqual([`Fargate · 0.5 vCPU · 1 GB · ${end}`]);
  });

  it('is for Fargate only, listed or assumed', () => {
    expect(price({ requiresCompatibilities: ['EC2'] })).toEqual([]);
    expect(price({ requiresCompatibilities: ['EC2'] }, { assumeLaunchType: 'FARGATE' })).toEqual([]);
    expect(price({ requiresCompatibilities: [] })).toEqual([]);
    expect(price({ requiresCompatibilities: [] }, { assumeLaunchType: 'EC2' })).toEqual([]);
    expect(price({ requiresCompatibilities: [] }, { assumeLaunchType: 'FARGATE' })).toHaveLength(1);
  });

  it.each([
    ['has no memory', { memory: undefined }],
    ['has an open cpu', { cpu: '${CPU}' }],
    ['has an open platform', { runtimePlatform: '${PLATFORM}' }],
    ['has a size that Fargate has not', { memory: '512' }],
  ])('is not said where the task %s', (_, members) => expect(price(members)).toEqual([]));
});

describe('problems', () => {
  const found = (...severities: Severity[]) =>
    titles('{ "containerDefinitions": [] }', ['problems'], {
      findings: severities.map((severity) => ({ severity }) as Finding),
    });

  it('are counted by severity', () => {
    expect(found('error')).toEqual(['1 error']);
    expect(found('hint', 'error', 'warning', 'error', 'info')).toEqual(['2 errors, 1 warning, 2 hints']);
    expect(found()).toEqual(['No problems']);
    expect(lenses('{ "containerDefinitions": [] }', ['problems'])[0]?.action).toBe('showProblems');
  });
});

describe('the diagram', () => {
  it('is offered for every task definition and list of containers', () => {
    const shown = { title: 'Show diagram', action: 'showDiagram' };
    expect(lenses(task({}), ['diagram'])).toEqual([{ range: { start: 0, end: 1 }, ...shown }]);
    expect(lenses(' [{ "name": "a", "image": "b" }]', ['diagram'])).toEqual([
      { range: { start: 1, end: 2 }, ...shown },
    ]);
    expect(lenses(task({}), ['problems'])).toHaveLength(1);
  });
});

describe('the conversion to Fargate', () => {
  const offered = (text: string, settings: Partial<Settings> = {}) => lenses(text, ['convert'], settings);

  it('is offered for other launch types', () => {
    expect(offered(task({ requiresCompatibilities: ['EC2'] }))).toEqual([
      { range: { start: 0, end: 1 }, title: 'Convert to Fargate', action: 'convertToFargate' },
    ]);
    expect(offered(task({ requiresCompatibilities: undefined }))).toHaveLength(1);
  });

  it.each([
    ['for Fargate already', task({ requiresCompatibilities: ['EC2', 'FARGATE'] })],
    ['open', task({ requiresCompatibilities: ['${TYPE}'] })],
    ['broken', '{ "containerDefinitions": [{ "name": ] }'],
    ['a list of containers', '[{ "name": "a", "image": "b" }]'],
  ])('is not offered for what is %s', (_, text) => expect(offered(text)).toEqual([]));

  it('is not offered where Fargate is assumed', () => {
    const text = task({ requiresCompatibilities: undefined });
    expect(offered(text, { assumeLaunchType: 'FARGATE' })).toEqual([]);
  });
});

describe('the size of the document', () => {
  const sized = (bytes: number) => {
    const without = task({ family: '' });
    return titles(without.replace('"family":""', `"family":"${'x'.repeat(bytes - without.length)}"`), [
      'documentSize',
    ]);
  };

  it('is shown when it is near the limit', () => {
    expect(sized(48 * 1024 - 1)).toEqual([]);
    expect(sized(48 * 1024)).toEqual(['48.0 of 64 KiB']);
    expect(sized(65 * 1024 + 512)).toEqual(['65.5 of 64 KiB']);
  });

  it('is that of what AWS gets', () => {
    const text = JSON.stringify(JSON.parse(task({ family: 'x'.repeat(40_000) })), null, 20).replaceAll(
      '\n',
      `\n${' '.repeat(5000)}`,
    );
    expect(text.length).toBeGreaterThan(48 * 1024);
    expect(titles(text, ['documentSize'])).toEqual([]);
  });
});

describe('shares of the task', () => {
  it('stand above the containers that ask for some', () => {
    const { text, ranges } = readMarks(`{ "cpu": "512", "memory": "1024", "containerDefinitions": [
      «{» "cpu": 256, "memory": 768 },
      { "name": "none" },
      «{» "memory": 512, "memoryReservation": 256 },
      «{» "memory": 256, "memoryReservation": 256 },
      «{» "cpu": 5 },
      { "cpu": 0, "memory": 0 },
      { "cpu": "\${CPU}", "memory": {{ .Memory }} }] }`);
    expect(lenses(text, ['shares'])).toEqual(
      [
        '50 % of the cpu · 75 % of the memory',
        '25 to 50 % of the memory',
        '25 % of the memory',
        '1 % of the cpu',
      ].map((title, i) => ({ title, range: ranges[i] })),
    );
  });

  it.each([
    ['the task has no size', '{ "containerDefinitions": [{ "cpu": 256, "memory": 512 }] }'],
    [
      'its size is open',
      '{ "cpu": "${CPU}", "memory": {{ .M }}, "containerDefinitions": [{ "cpu": 256, "memory": 1 }] }',
    ],
    [
      'its size is 0',
      '{ "cpu": "0", "memory": "0", "containerDefinitions": [{ "cpu": 256, "memory": 512 }] }',
    ],
    ['there is no task', '[{ "cpu": 256, "memory": 512 }]'],
  ])('are not known where %s', (_, text) => expect(lenses(text, ['shares'])).toEqual([]));

  it('stop where nobody reads them', () => {
    const containers = Array.from({ length: 150 }, () => ({ cpu: 1 }));
    expect(lenses(task({ containerDefinitions: containers }), ['shares'])).toHaveLength(100);
  });
});

describe('lenses', () => {
  it('stand above the definition inside the output of describe-task-definition', () => {
    const { text, ranges } = readMarks(
      `{ "taskDefinition": «{» "cpu": "512", "containerDefinitions": [«{» "cpu": 512 }] } }`,
    );
    expect(lenses(text, ['problems', 'shares']).map(({ range }) => range)).toEqual(ranges);
  });

  it('come in one order', () => {
    const ec2 = task({
      requiresCompatibilities: ['EC2'],
      family: 'x'.repeat(50_000),
      containerDefinitions: [{ cpu: 512 }],
    });
    expect(titles(ec2, KINDS)).toEqual([
      'No problems',
      'Convert to Fargate',
      'Show diagram',
      '48.9 of 64 KiB',
      '100 % of the cpu',
    ]);
    expect(titles(task({}), KINDS)).toEqual([
      expect.stringMatching(/^Fargate · /),
      'No problems',
      'Show diagram',
    ]);
  });

  it('can all be switched off', () => {
    const text = task({ requiresCompatibilities: ['EC2'], containerDefinitions: [{ cpu: 512 }] });
    expect(lenses(text, [])).toEqual([]);
  });

  it('are none in other documents', () => {
    const analysis = new Analysis('{ "name": "x", "cpu": "512" }', 'package.json');
    expect(codeLenses(analysis, [], DEFAULT_SETTINGS)).toEqual([]);
  });
});
