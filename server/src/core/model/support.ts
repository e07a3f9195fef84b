import type { Severity } from '../finding';
import { childOf, type Node } from '../syntax/tree';
import { isPlaceholder } from './placeholder';
import type { TaskDefinition } from './taskDefinition';

/** Where a task runs, or how it is connected: what may refuse a member. */
export type Place =
  | 'Fargate'
  | 'Fargate on Windows'
  | 'Windows'
  | 'Windows on EC2'
  | 'External'
  | 'Managed Instances'
  | 'awsvpc'
  | 'bridge'
  | 'host'
  | 'none';

/** Which values are refused. Empty lists and objects, `false` and empty strings never are. */
export type Refused = 'any' | 'true' | ((value: Node) => boolean);

export interface SupportRow {
  /** Steps to the member; `*` is every item of a list. */
  readonly path: readonly string[];
  /** Places that refuse it. When several hold, the first one is named. */
  readonly places: readonly Place[];
  /** Default: `any`. */
  readonly refused?: Refused;
  /** Report each item of the list, instead of the list. */
  readonly items?: true;
  /** What to call it in a message. Default: the key. */
  readonly noun?: string;
  readonly facts: readonly string[];
  /** Default: error. */
  readonly severity?: Severity;
  /** A value that is taken in place of the one refused, on Linux. */
  readonly taken?: string;
  /** What to do instead, a sentence. */
  readonly instead: string;
}

const container = (...path: string[]) => ['containerDefinitions', '*', ...path];
const linux = (...path: string[]) => container('linuxParameters', ...path);

const ON_WINDOWS_EC2 = {
  places: ['Windows on EC2'],
  facts: ['WIN-1'],
  severity: 'info',
  instead: 'Whether AWS refuses it or takes no notice is not known; remove it to be safe.',
} as const;

/**
 * Members that a place refuses, one row for each. Fargate's list:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-task-parameters
 * Members that awsvpc refuses:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const SUPPORT: readonly SupportRow[] = [
  // ---- network
  {
    path: container('links'),
    places: ['awsvpc', 'Fargate', 'host', 'none', 'Managed Instances'],
    facts: ['FG-15', 'NET-5', 'LNX-8'],
    instead: 'Containers of one awsvpc task reach each other on localhost.',
  },
  {
    path: container('hostname'),
    places: ['awsvpc', 'Fargate', 'Managed Instances'],
    facts: ['FG-16', 'NET-6', 'LNX-8'],
    instead: 'The name of an awsvpc task comes from its network interface.',
  },
  {
    path: container('extraHosts'),
    places: ['awsvpc', 'Fargate'],
    facts: ['FG-14', 'NET-6'],
    instead: 'Use names that the DNS of the VPC knows.',
  },
  {
    path: container('dnsServers'),
    places: ['awsvpc', 'Fargate', 'Managed Instances'],
    facts: ['FG-12', 'NET-6', 'LNX-8'],
    instead: 'An awsvpc task uses the DNS of the VPC.',
  },
  {
    path: container('dnsSearchDomains'),
    places: ['awsvpc', 'Fargate'],
    facts: ['FG-13', 'NET-6'],
    instead: 'An awsvpc task uses the DNS of the VPC.',
  },
  {
    path: container('disableNetworking'),
    places: ['awsvpc', 'Fargate', 'Managed Instances'],
    refused: 'true',
    facts: ['FG-11', 'NET-6', 'LNX-8'],
    instead: 'Restrict traffic with security groups.',
  },
  {
    path: container('portMappings'),
    places: ['none'],
    facts: ['NET-4'],
    instead: 'A task without a network has no ports.',
  },
  {
    path: ['enableFaultInjection'],
    places: ['External', 'Windows', 'bridge', 'none'],
    refused: 'true',
    facts: ['FIS-1', 'EXT-1'],
    instead: 'Fault injection is for Linux, in the network modes awsvpc and host.',
  },
  {
    // Whether it takes "none" is not known.
    path: ['networkMode'],
    places: ['Managed Instances'],
    refused: (value) => value.kind === 'string' && value.value === 'bridge',
    facts: ['NET-8'],
    instead: 'Its own default is awsvpc, and it takes host too.',
  },
  // ---- Windows on Fargate; before the rows for what stands inside of these members
  {
    path: container('linuxParameters'),
    places: ['Fargate on Windows'],
    facts: ['FG-30'],
    instead: 'These settings exist in the Linux kernel only.',
  },
  {
    path: container('systemControls'),
    places: ['Fargate on Windows'],
    facts: ['FG-30'],
    instead: 'These settings exist in the Linux kernel only.',
  },
  {
    path: container('restartPolicy'),
    places: ['Fargate on Windows'],
    refused: (value) => {
      const enabled = childOf(value, 'enabled');
      return enabled !== undefined && !(enabled.kind === 'boolean' && !enabled.value);
    },
    facts: ['FG-30'],
    instead: 'The service replaces the task when an essential container stops.',
  },
  {
    path: container('firelensConfiguration'),
    places: ['Fargate on Windows'],
    facts: ['FG-30'],
    instead: 'Use the log driver awslogs.',
  },
  {
    path: container('credentialSpecs'),
    places: ['Fargate on Windows'],
    facts: ['FG-30'],
    instead: 'gMSA for Windows containers runs on EC2.',
  },
  {
    // Documented, while the refusal that is known is for the value "host".
    path: ['pidMode'],
    places: ['Fargate on Windows'],
    refused: (value) => value.kind === 'string' && value.value === 'task',
    facts: ['FG-18'],
    severity: 'warning',
    instead: 'Windows containers do not share process ids.',
  },
  // ---- Fargate
  {
    path: ['ipcMode'],
    places: ['Fargate'],
    facts: ['FG-6'],
    instead: 'Containers that share memory can share a volume.',
  },
  {
    path: ['pidMode'],
    places: ['Fargate'],
    refused: (value) => value.kind === 'string' && value.value === 'host',
    taken: 'task',
    facts: ['FG-18'],
    instead: 'Fargate knows "task" only, which shares process ids between the containers of the task.',
  },
  {
    path: ['placementConstraints'],
    places: ['Fargate'],
    facts: ['FG-10', 'BP-FARGATE-PROPS'],
    instead: 'Fargate has no instances to choose from; subnets decide the Availability Zone.',
  },
  {
    path: ['proxyConfiguration'],
    places: ['External', 'Managed Instances'],
    facts: ['EXT-1', 'LNX-8'],
    instead: 'App Mesh has ended; Service Connect is its successor.',
  },
  {
    path: container('dockerSecurityOptions'),
    places: ['Fargate', 'Managed Instances'],
    facts: ['FG-3', 'LNX-8'],
    instead: 'Drop capabilities, or mount the root file system read-only.',
  },
  {
    path: container('privileged'),
    places: ['Fargate'],
    refused: 'true',
    facts: ['FG-17'],
    instead: 'The capability SYS_PTRACE is all that Fargate adds.',
  },
  {
    path: container('resourceRequirements'),
    places: ['Fargate'],
    items: true,
    facts: ['FG-19'],
    instead: 'Tasks with accelerators run on EC2 or Managed Instances.',
  },
  {
    path: linux('devices'),
    places: ['Fargate'],
    facts: ['FG-2'],
    instead: 'Fargate shows a container no device of the host.',
  },
  {
    path: linux('sharedMemorySize'),
    places: ['Fargate', 'Managed Instances'],
    facts: ['FG-8', 'LNX-8'],
    instead: 'A tmpfs mount on /dev/shm does the same.',
  },
  {
    path: linux('maxSwap'),
    places: ['Fargate', 'Managed Instances'],
    facts: ['FG-7', 'LNX-8'],
    instead: 'There is no swap; give the container enough memory.',
  },
  {
    path: linux('swappiness'),
    places: ['Fargate', 'Managed Instances'],
    facts: ['FG-7', 'LNX-8'],
    instead: 'There is no swap; give the container enough memory.',
  },
  {
    path: linux('capabilities', 'add'),
    places: ['Fargate'],
    items: true,
    noun: 'the added capability',
    refused: (value) => value.kind === 'string' && value.value !== 'SYS_PTRACE',
    facts: ['FG-20'],
    instead: 'SYS_PTRACE is the only capability that Fargate adds.',
  },
  // ---- volumes
  {
    path: ['volumes', '*', 'dockerVolumeConfiguration'],
    places: ['Fargate', 'Managed Instances'],
    facts: ['FG-4', 'VOL-14'],
    instead: 'Leave the volume without a type for scratch space, or use EFS.',
  },
  {
    path: ['volumes', '*', 'host', 'sourcePath'],
    places: ['Fargate'],
    facts: ['FG-5'],
    instead: 'Without it the volume is scratch space of the task.',
  },
  {
    path: ['volumes', '*', 'efsVolumeConfiguration'],
    places: ['External', 'Fargate on Windows', 'Windows'],
    facts: ['VOL-12', 'EXT-1', 'FG-30'],
    instead: 'EFS is for Linux on EC2, Fargate and Managed Instances.',
  },
  {
    path: ['volumes', '*', 's3filesVolumeConfiguration'],
    places: ['Windows'],
    facts: ['VOL-15'],
    instead: 'S3 Files is for Linux only.',
  },
  {
    path: ['volumes', '*', 'fsxWindowsFileServerVolumeConfiguration'],
    places: ['Managed Instances'],
    facts: ['VOL-14'],
    instead: 'FSx for Windows File Server needs Windows instances on EC2.',
  },
  {
    // Behind the row for Managed Instances, which is an error: what is found first is told.
    path: ['volumes', '*', 'fsxWindowsFileServerVolumeConfiguration'],
    places: ['Fargate'],
    facts: ['FG-29'],
    severity: 'warning',
    instead: 'FSx for Windows File Server needs Windows instances on EC2.',
  },
  {
    path: ['volumes', '*', 'configuredAtLaunch'],
    places: ['External', 'Fargate on Windows'],
    refused: 'true',
    facts: ['EXT-1', 'FG-30', 'VOL-7'],
    instead: 'EBS volumes are for Linux on Fargate, for EC2 and for Managed Instances.',
  },
  // ---- Windows
  {
    path: container('mountPoints', '*', 'readOnly'),
    places: ['Windows'],
    refused: 'true',
    facts: ['WIN-3'],
    severity: 'warning',
    instead: 'Windows containers mount volumes for reading and writing.',
  },
  // ---- Windows on EC2: documented as unsupported; whether AWS refuses or ignores them is not known. Not here, because
  // rules of their own speak of them: environmentFiles, proxyConfiguration and the size of the task. The page names user
  // too, which Security Hub wants on Windows.
  ...[
    container('dnsSearchDomains'),
    container('dnsServers'),
    container('extraHosts'),
    container('links'),
    container('linuxParameters'),
    container('systemControls'),
    container('ulimits'),
    ['volumes', '*', 'dockerVolumeConfiguration'],
  ].map((path): SupportRow => ({ path, ...ON_WINDOWS_EC2 })),
  { path: container('disableNetworking'), refused: 'true', ...ON_WINDOWS_EC2 },
  { path: container('readonlyRootFilesystem'), refused: 'true', ...ON_WINDOWS_EC2 },
  { path: container('privileged'), refused: 'true', ...ON_WINDOWS_EC2 },
  { path: ['ipcMode'], ...ON_WINDOWS_EC2 },
  { path: ['pidMode'], ...ON_WINDOWS_EC2 },
];

/** A member that a place of the task definition does not take, or perhaps does not take. */
export interface MemberOfPlace {
  readonly row: SupportRow;
  readonly place: Place;
  readonly node: Node;
}

/** Every member that is refused where this task runs. */
export function refusedMembers(definition: TaskDefinition): MemberOfPlace[] {
  return membersOfPlaces(definition, isRefused);
}

/** Members that may be refused: a template leaves their value open. */
export function openMembers(definition: TaskDefinition): MemberOfPlace[] {
  return membersOfPlaces(definition, isPlaceholder);
}

/** Whether the document has nothing that would be refused if the task were in this place too. */
export function fitsPlace(place: Place, { task }: TaskDefinition): boolean {
  const isHarmless = (row: SupportRow): boolean =>
    row.severity !== undefined ||
    !row.places.includes(place) ||
    !task ||
    !nodesAt(task.node, row).some((node) => isPlaceholder(node) || isRefused(node, row));
  return SUPPORT.every(isHarmless);
}

function membersOfPlaces(
  definition: TaskDefinition,
  counts: (node: Node, row: SupportRow) => boolean,
): MemberOfPlace[] {
  const found: MemberOfPlace[] = [];
  const places = placesOf(definition);
  if (!definition.task || places.size === 0) return found;
  for (const row of SUPPORT) {
    const place = row.places.find((candidate) => places.has(candidate));
    if (!place) continue;
    for (const node of nodesAt(definition.task.node, row)) {
      if (counts(node, row) && !isInside(node, found)) found.push({ row, place, node });
    }
  }
  return found;
}

/** Whether the member, or one that holds it, is among those found: one mistake is said once. */
function isInside(node: Node, found: readonly MemberOfPlace[]): boolean {
  if (found.length === 0) return false;
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (found.some((other) => other.node === at)) return true;
  }
  return false;
}

/** Everywhere that the task runs, as far as the document says. */
export function placesOf(definition: TaskDefinition): Set<Place> {
  const places = new Set<Place>();
  if (definition.requires('FARGATE')) places.add('Fargate');
  if (definition.requires('FARGATE') && definition.windows) places.add('Fargate on Windows');
  if (definition.windows) places.add('Windows');
  if (definition.windows && definition.requires('EC2')) places.add('Windows on EC2');
  if (definition.requires('EXTERNAL')) places.add('External');
  if (definition.requires('MANAGED_INSTANCES')) places.add('Managed Instances');
  const mode = definition.networkMode?.value;
  if (mode === 'awsvpc' || mode === 'bridge' || mode === 'host' || mode === 'none') places.add(mode);
  return places;
}

function nodesAt(task: Node, { path, items }: SupportRow): Node[] {
  let nodes: Node[] = [task];
  for (const step of path) {
    nodes = nodes.flatMap((node) => (step === '*' ? itemsOf(node) : (childOf(node, step) ?? [])));
  }
  return items ? nodes.flatMap(itemsOf) : nodes;
}

const itemsOf = (node: Node): readonly Node[] => (node.kind === 'array' ? node.items : []);

/** Whether the value is one that the places of the row refuse. */
export function isRefused(node: Node, { refused = 'any' }: SupportRow): boolean {
  // Said by the schema already, or left open by a template.
  if (node.kind === 'null' || isPlaceholder(node)) return false;
  if (refused === 'true') return node.kind === 'boolean' && node.value;
  if (typeof refused === 'function') return refused(node);
  if (node.kind === 'array') return node.items.length > 0;
  if (node.kind === 'object') return node.properties.length > 0;
  return node.kind !== 'string' || node.value !== '';
}
