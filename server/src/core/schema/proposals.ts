import { fillIn, hasMark } from '../fillIn';
import type { Change, Fix, Json } from '../finding';
import { accountOrMarks } from '../model/account';
import { healthChecksFor } from '../model/healthChecks';
import { parseImage } from '../model/image';
import { isName } from '../model/names';
import { proxiesLike, proxyProperty } from '../model/proxy';
import { type Container, containerAt, type TaskDefinition } from '../model/taskDefinition';
import { awslogsOptions, roleForLogs } from '../rules/logging';
import { canBeAwaited, otherContainers } from '../rules/otherContainers';
import { placesFor } from '../rules/secretFixes';
import { childOf, type Node } from '../syntax/tree';
import { fits } from './conversion';
import { show, toJson } from './data';
import { childSchema, type Schema } from './lookup';
import type { Site } from './sites';

/** A value for a key that has to be there. */
interface Proposal {
  readonly value: Json;
  /** What to call it in a title, where that says more than the value itself. */
  readonly words?: string;
  /** What is added beside it, in the same object. */
  readonly beside?: Readonly<Record<string, Json>>;
  /** What has to change elsewhere. */
  readonly also?: readonly Change[];
}

interface Asked {
  /** The object that lacks the key. */
  readonly node: Node;
  readonly definition: TaskDefinition;
  /** The container that the object is part of, or is. */
  readonly container: Container | undefined;
}

/** More to choose from helps nobody. */
const MOST = 3;
/** AWS takes ten containers; looking through thousands of anything for each of them would take seconds. */
const MANY = 100;

/**
 * Repairs for a key that has to be there and is not, or says nothing: what the rest of the document suggests, else a
 * mark for a person to fill in. None where nobody could choose.
 */
export function addRequired(holder: Site, key: string, definition: TaskDefinition | undefined): Fix[] {
  const schema = holder.schema && childSchema(holder.schema, key);
  if (!schema || !definition) return [];
  const present = childOf(holder.node, key);
  return proposals(holder, key, schema, definition)
    .filter(({ value }) => hasMark(value) || fits(schema, value))
    .map(({ value, words, beside = {}, also = [] }): Fix => {
      const said = words ?? show(value);
      const title = present
        ? `Change ${key} to ${said}`
        : words
          ? `Add ${key}: ${words}`
          : `Add ${key} ${said}`;
      const { pointer } = holder;
      return fillIn({
        title,
        changes: [
          present
            ? { kind: 'set', pointer: `${pointer}/${key}`, value }
            : { kind: 'insert', pointer, key, value },
          ...Object.entries(beside).map(
            ([name, member]): Change => ({ kind: 'insert', pointer, key: name, value: member }),
          ),
          ...also,
        ],
        safe: schema.enum?.length === 1,
      });
    });
}

function proposals(holder: Site, key: string, schema: Schema, definition: TaskDefinition): Proposal[] {
  const { node } = holder;
  const propose = PROPOSERS[`${holder.schema?.struct ?? 'TaskDefinition'}.${key}`];
  const proposed = propose?.({ node, definition, container: containerAt(node, definition) });
  return proposed && proposed.length > 0 ? proposed : fallback(schema, key);
}

/** Every value, where there are few; a mark called like the key; the smallest number. */
function fallback({ enum: values = [], type, minimum }: Schema, key: string): Proposal[] {
  if (values.length > 0) return values.length <= MOST ? values.map((value) => ({ value })) : [];
  if (type === 'string') return [{ value: markFor(key) }];
  return type === 'integer' && minimum !== undefined ? [{ value: minimum }] : [];
}

/** `hostPath` to `<HOST_PATH>` */
const markFor = (key: string): string => `<${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}>`;

const values = (...all: readonly (Json | undefined)[]): Proposal[] =>
  all.flatMap((value) => (value === undefined ? [] : [{ value }]));

const PROPOSERS: Readonly<Record<string, (asked: Asked) => Proposal[]>> = {
  'TaskDefinition.family': ({ definition }) => values(definition.containers[0]?.string('name')?.value),
  'TaskDefinition.containerDefinitions': firstContainer,
  'ContainerDefinition.name': containerName,
  'ContainerDependency.containerName': dependencies,
  'ContainerDependency.condition': () => values('START'),
  'ContainerRestartPolicy.enabled': () => values(true),
  'FirelensConfiguration.type': ({ container }) =>
    container?.string('image')?.value.includes('fluentd')
      ? values('fluentd', 'fluentbit')
      : values('fluentbit', 'fluentd'),
  'FSxWindowsFileServerVolumeConfiguration.authorizationConfig': ({ definition }) => [
    {
      value: { credentialsParameter: secretArn(definition), domain: '<DOMAIN>' },
      words: 'a secret and a domain',
    },
  ],
  'FSxWindowsFileServerAuthorizationConfig.credentialsParameter': secret,
  'HealthCheck.command': healthCommands,
  // AWS has ended the service: inference-accelerators-retired removes the whole list.
  'InferenceAccelerator.deviceName': () => [],
  'InferenceAccelerator.deviceType': () => [],
  'LogConfiguration.logDriver': logDriver,
  'MountPoint.sourceVolume': ({ definition }) =>
    values(...definition.volumes.slice(0, MOST).map((volume) => volume.string('name')?.value)),
  'ProxyConfiguration.containerName': ({ definition }) => values(...proxiesLike('envoy', definition)),
  'ProxyConfigurationProperty.value': ({ node, definition }) =>
    values(proxyProperty(textAt(node, 'name') ?? '', definition) ?? ''),
  'RepositoryCredentials.credentialsParameter': secret,
  'ResourceRequirement.type': () => values('GPU'),
  'S3FilesVolumeConfiguration.fileSystemArn': ({ definition }) => {
    const { partition, id, region } = accountOrMarks(definition.node);
    const value = `arn:${partition}:s3files:${region}:${id}:file-system/<FILE_SYSTEM_ID>`;
    return [{ value, words: 'the ARN of a file system' }];
  },
  'Secret.valueFrom': ({ node, definition }) =>
    placesFor(textAt(node, 'name') ?? 'secret', definition).map(({ what, valueFrom }) => ({
      value: valueFrom,
      words: what,
    })),
  'Tmpfs.containerPath': () => values('/tmp'),
  'Tmpfs.size': () => values(64), // MiB
  'Ulimit.hardLimit': ({ node }) => values(numberAt(node, 'softLimit')),
  'Ulimit.name': () => values('nofile'),
  'Ulimit.softLimit': ({ node }) => values(numberAt(node, 'hardLimit')),
  'VolumeFrom.sourceContainer': ({ definition, container }) =>
    values(...otherContainers(container, definition)),
};

/** On EC2 a container needs memory where the task has none. */
function firstContainer({ definition }: Asked): Proposal[] {
  const { task } = definition;
  const family = task?.string('family')?.value;
  const name = isName(family) ? family : 'app';
  const needsMemory = task?.lacks('memory') && !definition.requires('FARGATE');
  const container = { name, image: '<IMAGE>', essential: true, ...(needsMemory && { memory: 512 }) };
  return [{ value: [container], words: `a container called "${name}"` }];
}

/** Called like the image: `public.ecr.aws/nginx/nginx:1.27` makes it nginx, or nginx-2 where that is taken. */
function containerName({ definition, container }: Asked): Proposal[] {
  const { containers } = definition;
  if (containers.length > MANY) return [];
  const image = parseImage(container?.string('image')?.value ?? '').name;
  const stem = image.replace(/[^a-zA-Z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'app';
  const taken = new Set(containers.map((other) => other.string('name')?.value));
  let name = stem;
  for (let number = 2; taken.has(name); number++) name = `${stem}-${number}`;
  return values(name);
}

function dependencies({ node, definition, container }: Asked): Proposal[] {
  if ((container?.items('dependsOn').length ?? 0) > MANY) return [];
  const known = new Set(container?.objects('dependsOn').map((other) => other.string('containerName')?.value));
  const fits = canBeAwaited(textAt(node, 'condition'));
  return values(
    ...otherContainers(
      container,
      definition,
      '',
      (other) => !known.has(other.string('name')?.value) && fits(other),
    ),
  );
}

function healthCommands({ definition, container }: Asked): Proposal[] {
  const recipes = container ? healthChecksFor(container, definition) : [];
  if (recipes.length === 0) return values(['CMD-SHELL', '<COMMAND> || exit 1']);
  return recipes.map(({ asks, needs, healthCheck }) => ({
    value: healthCheck.command,
    words: needs ? `${asks} (if ${needs})` : asks,
  }));
}

/** Options carry the name of their driver, `awslogs-group`, `splunk-token`; without any it may be awslogs. */
function logDriver({ node, definition, container }: Asked): Proposal[] {
  const options = childOf(node, 'options');
  if (options?.kind === 'object') {
    const { properties } = options;
    return values(
      ['awslogs', 'splunk', 'fluentd', 'gelf', 'syslog'].find((driver) =>
        properties.some(({ key }) => key.startsWith(`${driver}-`)),
      ),
    );
  }
  if (options || !container || definition.containers.length > MANY) return [];
  const beside = { options: awslogsOptions(container, definition) };
  return [{ value: 'awslogs', words: '"awslogs", with its options', beside, also: roleForLogs(definition) }];
}

function secret({ definition }: Asked): Proposal[] {
  return [{ value: secretArn(definition), words: 'the ARN of a secret' }];
}

function secretArn(definition: TaskDefinition): string {
  const { partition, id, region } = accountOrMarks(definition.node);
  return `arn:${partition}:secretsmanager:${region}:${id}:secret:<SECRET_NAME>`;
}

function textAt(node: Node, key: string): string | undefined {
  const value = childOf(node, key);
  return value?.kind === 'string' ? value.value : undefined;
}

function numberAt(node: Node, key: string): Json | undefined {
  const value = childOf(node, key);
  return value && value.kind !== 'null' ? toJson(value) : undefined;
}
