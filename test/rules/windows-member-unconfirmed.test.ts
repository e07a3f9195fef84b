import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { SUPPORT, type SupportRow } from '../../server/src/core/model/support';
import { runRules } from '../../server/src/core/rules/engine';
import memberNotSupported from '../../server/src/core/rules/member-not-supported';
import rule from '../../server/src/core/rules/windows-member-unconfirmed';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { testRule } from '../support/rule-tester';

const runtimePlatform = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' };
const windows = { requiresCompatibilities: ['EC2'], runtimePlatform };
const message = (member: string) =>
  `${member} is documented as not supported by Windows containers on EC2. Whether AWS refuses it or takes no notice is not known; remove it to be safe.`;

testRule(rule, {
  wrong: [
    {
      name: 'a list',
      text: `{ "requiresCompatibilities": ["EC2"], "runtimePlatform": ${JSON.stringify(runtimePlatform)}, "containerDefinitions": [{ "name": "iis", «"dnsServers"»: ["10.0.0.2"] }] }`,
      message: message('dnsServers'),
      pointer: '/containerDefinitions/0/dnsServers',
      fixes: [
        { title: 'Remove dnsServers', result: { ...windows, containerDefinitions: [{ name: 'iis' }] } },
      ],
    },
    {
      name: 'true, and a shared namespace',
      text: `{ "requiresCompatibilities": ["EC2"], "runtimePlatform": ${JSON.stringify(runtimePlatform)}, "pidMode": «"task"», "containerDefinitions": [{ "name": "iis", "readonlyRootFilesystem": «true» }] }`,
      message: message('pidMode'),
      pointer: '/pidMode',
      fixes: [{ title: 'Remove pidMode' }],
      more: [
        {
          message: message('readonlyRootFilesystem'),
          pointer: '/containerDefinitions/0/readonlyRootFilesystem',
          fixes: [{ title: 'Remove readonlyRootFilesystem' }],
        },
      ],
    },
  ],
  right: [
    {
      name: 'what asks for nothing, and what Windows has',
      document: {
        ...windows,
        containerDefinitions: [
          {
            name: 'iis',
            user: 'ContainerUser',
            links: [],
            ulimits: [],
            linuxParameters: {},
            readonlyRootFilesystem: false,
            disableNetworking: false,
          },
        ],
      },
    },
    {
      name: 'what other rules speak of',
      document: {
        ...windows,
        cpu: '1024',
        containerDefinitions: [{ name: 'iis', memoryReservation: 512, privileged: false }],
      },
    },
    {
      name: 'Linux',
      document: { requiresCompatibilities: ['EC2'], containerDefinitions: [{ dnsServers: ['10.0.0.2'] }] },
    },
    {
      name: 'no launch type',
      document: { runtimePlatform, containerDefinitions: [{ dnsServers: ['10.0.0.2'] }] },
    },
    {
      name: 'a system left open',
      document: {
        ...windows,
        runtimePlatform: { operatingSystemFamily: '${OS}' },
        containerDefinitions: [{ dnsServers: ['10.0.0.2'] }],
      },
    },
  ],
});

const VALUES: Readonly<Record<string, unknown>> = {
  linuxParameters: { initProcessEnabled: true },
  dockerVolumeConfiguration: { scope: 'task' },
  ulimits: [{ name: 'nofile', softLimit: 1, hardLimit: 1 }],
  systemControls: [{ namespace: 'net.core.somaxconn', value: '1' }],
  disableNetworking: true,
  readonlyRootFilesystem: true,
  privileged: true,
  ipcMode: 'none',
  pidMode: 'task',
};

function documentOf({ path }: SupportRow): object {
  const value = VALUES[String(path.at(-1))] ?? ['x'];
  return path.reduceRight<unknown>(
    (inner, step) => (step === '*' ? [inner] : { [step]: inner }),
    value,
  ) as object;
}

function run(document: object) {
  const text = JSON.stringify(document);
  const { definition } = new Analysis(text, 'task-definition.json', true);
  if (!definition) throw new Error('no definition');
  return runRules([rule, memberNotSupported], definition, DEFAULT_SETTINGS, text.length, (line) => {
    throw new Error(line);
  });
}

describe('every row of the table that is information', () => {
  const rows = SUPPORT.filter(({ severity }) => severity === 'info');

  it('is about Windows on EC2', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.flatMap(({ places }) => places))).toEqual(new Set(['Windows on EC2']));
  });

  it.each(rows.map((row) => [row.path.join('/'), row] as const))('%s', (_, row) => {
    expect(run({ ...windows, ...documentOf(row) }).map(({ rule, pointer }) => [rule, pointer])).toEqual([
      ['windows-member-unconfirmed', `/${row.path.join('/').replaceAll('*', '0')}`],
    ]);
  });

  it('is said once, by the rule that is sure', () => {
    const containers = { containerDefinitions: [{ name: 'iis', dnsServers: ['10.0.0.2'], links: ['db'] }] };
    expect(
      run({ ...windows, networkMode: 'awsvpc', ...containers }).map(({ rule, severity }) => [rule, severity]),
    ).toEqual([
      ['member-not-supported', 'error'],
      ['member-not-supported', 'error'],
    ]);
  });
});
