import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { type Place, SUPPORT, type SupportRow } from '../../server/src/core/model/support';
import { runRules } from '../../server/src/core/rules/engine';
import rule from '../../server/src/core/rules/member-not-supported';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { testRule } from '../support/rule-tester';

testRule(rule, {
  wrong: [
    {
      name: 'links on Fargate, whose network mode is named first',
      text: '{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "containerDefinitions": [{ "name": "web", «"links"»: ["db"] }] }',
      message:
        'The network mode awsvpc does not support links. Remove it. Containers of one awsvpc task reach each other on localhost.',
      pointer: '/containerDefinitions/0/links',
      fixes: [{ title: 'Remove links' }],
    },
    {
      name: 'a capability on Fargate, beside the one it takes',
      text: '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "linuxParameters": { "capabilities": { "add": ["SYS_PTRACE", «"NET_ADMIN"»] } } }] }',
      message:
        'Fargate does not support the added capability "NET_ADMIN". Remove it. SYS_PTRACE is the only capability that Fargate adds.',
      pointer: '/containerDefinitions/0/linuxParameters/capabilities/add/1',
      fixes: [
        {
          title: 'Remove "NET_ADMIN"',
          result: {
            requiresCompatibilities: ['FARGATE'],
            containerDefinitions: [{ linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } } }],
          },
        },
      ],
    },
    {
      name: 'Linux parameters on Windows, said once whatever stands in them',
      text: '{ "requiresCompatibilities": ["FARGATE"], "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ «"linuxParameters"»: { "maxSwap": 64, "devices": [{ "hostPath": "/dev/fuse" }] } }] }',
      message:
        'Fargate on Windows does not support linuxParameters. Remove it. These settings exist in the Linux kernel only.',
      pointer: '/containerDefinitions/0/linuxParameters',
      fixes: [{ title: 'Remove linuxParameters' }],
    },
    {
      name: 'a volume from which the container only reads, on Windows',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ "mountPoints": [{ "readOnly": «true» }] }] }',
      message:
        'Windows does not support readOnly true. Remove it. Windows containers mount volumes for reading and writing.',
      pointer: '/containerDefinitions/0/mountPoints/0/readOnly',
      severity: 'warning',
      fixes: [{ title: 'Remove readOnly' }],
    },
    {
      name: 'a host path on Fargate',
      text: '{ "requiresCompatibilities": ["EC2", "FARGATE"], "volumes": [{ "name": "data", "host": { "sourcePath": «"/data"» } }] }',
      message:
        'Fargate does not support sourcePath. Remove it. Without it the volume is scratch space of the task.',
      pointer: '/volumes/0/host/sourcePath',
      fixes: [{ title: 'Remove sourcePath' }],
    },
    {
      name: 'FSx, which Fargate does not mount and Managed Instances refuse',
      text: '{ "requiresCompatibilities": ["FARGATE", "MANAGED_INSTANCES"], "volumes": [{ "name": "data", «"fsxWindowsFileServerVolumeConfiguration"»: { "rootDirectory": "a" } }] }',
      message:
        'The launch type MANAGED_INSTANCES does not support fsxWindowsFileServerVolumeConfiguration. Remove it. FSx for Windows File Server needs Windows instances on EC2.',
      pointer: '/volumes/0/fsxWindowsFileServerVolumeConfiguration',
      fixes: [{ title: 'Remove fsxWindowsFileServerVolumeConfiguration' }],
    },
    {
      name: 'EFS in a Windows task, on whatever it runs',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "volumes": [{ "name": "data", «"efsVolumeConfiguration"»: { "fileSystemId": "fs-0123456789abcdef0" } }] }',
      message:
        'Windows does not support efsVolumeConfiguration. Remove it. EFS is for Linux on EC2, Fargate and Managed Instances.',
      pointer: '/volumes/0/efsVolumeConfiguration',
      fixes: [
        {
          title: 'Remove efsVolumeConfiguration',
          result: {
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
            volumes: [{ name: 'data' }],
          },
        },
      ],
    },
  ],
  right: [
    {
      name: 'what asks for nothing',
      document: {
        requiresCompatibilities: ['FARGATE'],
        networkMode: 'awsvpc',
        placementConstraints: [],
        volumes: [{ name: 'data', host: {} }],
        containerDefinitions: [
          {
            links: [],
            extraHosts: [],
            dnsServers: [],
            dnsSearchDomains: [],
            disableNetworking: false,
            privileged: false,
            dockerSecurityOptions: [],
            resourceRequirements: [],
            hostname: '',
            linuxParameters: {
              devices: [],
              capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] },
              tmpfs: [{ containerPath: '/tmp', size: 64 }],
            },
          },
        ],
      },
    },
    { name: 'task process ids', document: { requiresCompatibilities: ['FARGATE'], pidMode: 'task' } },
    {
      name: 'a restart policy that is switched off, on Windows',
      document: {
        requiresCompatibilities: ['FARGATE'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        containerDefinitions: [{ restartPolicy: { enabled: false } }],
      },
    },
    {
      name: 'an empty host block, and a volume from which the container only reads, on Linux',
      document: {
        requiresCompatibilities: ['FARGATE'],
        volumes: [{ name: 'data', host: {} }],
        containerDefinitions: [
          { mountPoints: [{ sourceVolume: 'data', containerPath: '/data', readOnly: true }] },
        ],
      },
    },
    {
      name: 'a network mode that Fargate does not take either, which another rule reports',
      document: { requiresCompatibilities: ['FARGATE', 'MANAGED_INSTANCES'], networkMode: 'bridge' },
    },
    {
      name: 'a log router on Windows that a container uses, which another rule reports there',
      document: {
        requiresCompatibilities: ['FARGATE'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        containerDefinitions: [
          { name: 'web', logConfiguration: { logDriver: 'awsfirelens' } },
          { name: 'log', firelensConfiguration: { type: 'fluentbit' } },
        ],
      },
    },
    {
      name: 'no launch type and no network mode',
      document: { ipcMode: 'host', containerDefinitions: [{ links: ['db'], privileged: true }] },
    },
    {
      name: 'an object that says nothing',
      document: {
        requiresCompatibilities: ['FARGATE'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        containerDefinitions: [{ linuxParameters: {} }],
      },
    },
    { name: 'a value left open', document: { requiresCompatibilities: ['FARGATE'], ipcMode: '${IPC_MODE}' } },
    {
      name: 'EC2 in bridge mode',
      document: {
        requiresCompatibilities: ['EC2'],
        networkMode: 'bridge',
        containerDefinitions: [{ links: ['db'], hostname: 'web' }],
      },
    },
  ],
});

const LAUNCH: Record<Place, object> = {
  Fargate: { requiresCompatibilities: ['FARGATE'] },
  'Fargate on Windows': {
    requiresCompatibilities: ['FARGATE'],
    runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
  },
  Windows: { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
  'Windows on EC2': {
    requiresCompatibilities: ['EC2'],
    runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
  },
  External: { requiresCompatibilities: ['EXTERNAL'] },
  'Managed Instances': { requiresCompatibilities: ['MANAGED_INSTANCES'] },
  awsvpc: { networkMode: 'awsvpc' },
  bridge: { networkMode: 'bridge' },
  host: { networkMode: 'host' },
  none: { networkMode: 'none' },
};

/** The smallest value that each row refuses. */
function refusedValue({ path, places, refused, items }: SupportRow): unknown {
  const member = path.at(-1);
  if (member === 'pidMode') return places.includes('Fargate on Windows') ? 'task' : 'host';
  if (member === 'networkMode') return 'bridge';
  if (refused === 'true') return true;
  if (items) return member === 'add' ? ['NET_ADMIN'] : [{ type: 'GPU', value: '1' }];
  if (member === 'maxSwap' || member === 'swappiness' || member === 'sharedMemorySize') return 64;
  if (member === 'ipcMode' || member === 'hostname' || member === 'sourcePath') return 'host';
  if (
    /^(links|extraHosts|dnsServers|dnsSearchDomains|portMappings|placementConstraints|dockerSecurityOptions|devices|systemControls|credentialSpecs)$/.test(
      String(member),
    )
  )
    return ['x'];
  if (member === 'restartPolicy') return { enabled: true };
  return { x: 1 };
}

/** What asks for nothing, of the same kind: AWS takes it. */
function emptyValue(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === 'object') return {};
  if (typeof value === 'boolean') return false;
  return typeof value === 'string' ? '' : '${LEFT_OPEN}';
}

function documentOf(row: SupportRow, place: Place, value = refusedValue(row)): object {
  const nested = row.path.reduceRight<unknown>(
    (inner, step) => (step === '*' ? [inner] : { [step]: inner }),
    value,
  );
  return { ...LAUNCH[place], ...(nested as object) };
}

function run(document: object) {
  const text = JSON.stringify(document);
  const { definition } = new Analysis(text, 'task-definition.json', true);
  if (!definition) throw new Error('no definition');
  return runRules([rule], definition, DEFAULT_SETTINGS, text.length, (line) => {
    throw new Error(line);
  });
}

/** The others are tested with `windows-member-unconfirmed`. */
const ROWS = SUPPORT.filter(({ severity }) => severity !== 'info');

describe('every row of the table', () => {
  for (const row of ROWS) {
    for (const place of row.places) {
      it(`${place}: ${row.path.join('/')}`, () => {
        const findings = run(documentOf(row, place));
        const pointer = `/${row.path.join('/').replaceAll('*', '0')}${row.items ? '/0' : ''}`;
        expect(findings.map((finding) => [finding.pointer, finding.severity])).toEqual([
          [pointer, row.severity ?? 'error'],
        ]);
      });
      it(`${place}: ${row.path.join('/')} that asks for nothing`, () => {
        expect(run(documentOf(row, place, emptyValue(refusedValue(row))))).toEqual([]);
      });
    }
    it(`elsewhere: ${row.path.join('/')}`, () => {
      expect(run({ ...documentOf(row, 'Fargate'), requiresCompatibilities: ['EC2'] })).toEqual([]);
    });
  }
});
