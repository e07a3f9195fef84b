import type { Json } from '../finding';
import type { Node } from '../syntax/tree';
import { type Conversion, fits, likely, safe } from './conversion';
import { asString } from './data';
import { childSchema, type Schema } from './lookup';
import { healthCommand } from './words';

/** Structs that are pairs, and so are often written as a map: the keys of the two halves. */
export const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  KeyValuePair: ['name', 'value'],
  ProxyConfigurationProperty: ['name', 'value'],
  Secret: ['name', 'valueFrom'],
  SystemControl: ['namespace', 'value'],
  Tag: ['key', 'value'],
  HostEntry: ['hostname', 'ipAddress'],
};

type Reader = (text: string, node: Node) => Conversion | undefined;

/** Short forms, mostly Docker's, of objects that AWS wants written out. */
const READERS: Readonly<Record<string, Reader>> = {
  ContainerDependency: (text) => likely({ containerName: text, condition: 'START' }),
  ContainerRestartPolicy: (_, node) => (node.kind === 'boolean' ? safe({ enabled: node.value }) : undefined),
  EnvironmentFile: (text) => (text.startsWith('arn:') ? safe({ type: 's3', value: text }) : undefined),
  EphemeralStorage: (text) => (/^\d{1,9}$/.test(text) ? safe({ sizeInGiB: Number(text) }) : undefined),
  FirelensConfiguration: (text) => safe({ type: text }),
  HealthCheck: (text, node) => (node.kind === 'string' ? safe({ command: healthCommand(text) }) : undefined),
  HostEntry: (text) => pair('HostEntry', /^([^:=\s]+)[:=](\S+)$/.exec(text)),
  HostVolumeProperties: (text) => (/^[/\\]|^[A-Za-z]:/.test(text) ? safe({ sourcePath: text }) : undefined),
  KeyValuePair: (text) => pair('KeyValuePair', /^([^=\s]+)=(.*)$/s.exec(text)),
  MountPoint: mountPoint,
  PortMapping: portMapping,
  ProxyConfigurationProperty: (text) => pair('ProxyConfigurationProperty', /^([^=\s]+)=(.*)$/s.exec(text)),
  RepositoryCredentials: (text) =>
    text.startsWith('arn:') ? safe({ credentialsParameter: text }) : undefined,
  Secret: (text) => pair('Secret', /^([^=\s]+)=(arn:\S+)$/.exec(text)),
  SystemControl: (text) => pair('SystemControl', /^([^=\s]+)=(.*)$/s.exec(text)),
  Tag: (text) => pair('Tag', /^([^=]+)=(.*)$/s.exec(text)),
  Volume: (text) => safe({ name: text }),
  VolumeFrom: volumeFrom,
};

/** The object that a scalar stands for: 80 in portMappings, "A=b" in environment, an ARN in environmentFiles. */
export function fromScalar(schema: Schema, node: Node, text: string): Conversion | undefined {
  const reader = schema.struct === undefined ? undefined : READERS[schema.struct];
  const scalar = asString(node, text);
  const read = scalar === undefined ? undefined : reader?.(scalar, node);
  if (!read) return undefined;
  const members = Object.entries(read.value as Record<string, Json>);
  return members.every(([key, value]) => fits(childSchema(schema, key) ?? {}, value)) ? read : undefined;
}

function pair(struct: string, match: RegExpExecArray | null): Conversion | undefined {
  const keys = PAIRS[struct];
  const [, first, second] = match ?? [];
  return keys && first !== undefined && second !== undefined
    ? safe({ [keys[0]]: first, [keys[1]]: second })
    : undefined;
}

/** `80`, `"80"`, `"8080:80"` (host first, as Docker has it), `"8000-8010"`, each with `/tcp` or `/udp` behind it. */
function portMapping(text: string): Conversion | undefined {
  const [, host, port, to, protocol] =
    /^(?:(\d{1,5}):)?(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp))?$/i.exec(text) ?? [];
  if (port === undefined || (to !== undefined && host !== undefined)) return undefined;
  const value = {
    ...(to === undefined ? { containerPort: Number(port) } : { containerPortRange: `${port}-${to}` }),
    ...(host !== undefined && { hostPort: Number(host) }),
    ...(protocol !== undefined && { protocol: protocol.toLowerCase() }),
  };
  return host === undefined || host === port ? safe(value) : likely(value);
}

/** `"data:/var/lib/data"`, with `:ro` or `:rw` behind it. */
function mountPoint(text: string): Conversion | undefined {
  const [, sourceVolume, containerPath, mode] =
    /^([\w-]+):((?:[A-Za-z]:)?[/\\][^:]*)(?::(ro|rw))?$/.exec(text) ?? [];
  if (sourceVolume === undefined || containerPath === undefined) return undefined;
  return safe({ sourceVolume, containerPath, ...(mode && { readOnly: mode === 'ro' }) });
}

/** `"web"`, with `:ro` or `:rw` behind it. */
function volumeFrom(text: string): Conversion | undefined {
  const [, sourceContainer, mode] = /^([\w-]+)(?::(ro|rw))?$/.exec(text) ?? [];
  return sourceContainer === undefined
    ? undefined
    : safe({ sourceContainer, ...(mode && { readOnly: mode === 'ro' }) });
}
