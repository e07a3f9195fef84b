import { FIRELENS_OPTIONS, type KnownValue, LOG_OPTIONS } from '../../knowledge/values';
import { isTaken } from '../../model/taken';
import { childOf } from '../../syntax/tree';
import {
  type Choice,
  choices,
  containerOf,
  nameOf,
  othersIn,
  type Path,
  type Place,
  type Provider,
  stemOf,
} from './place';
import { regions } from './regions';
import { hasStops, stop } from './snippet';

/** Options without which AWS refuses the driver, or it does not know where to send what it gets. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  awslogs: ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'],
  awsfirelens: ['Name'],
  splunk: ['splunk-url', 'splunk-token'],
  gelf: ['gelf-address'],
};

/** Of these two only one may be there. */
const EXCLUSIVE = ['awslogs-datetime-format', 'awslogs-multiline-pattern'];

/** Values of options that take no others. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  mode: ['non-blocking', 'blocking'],
  'splunk-format': ['inline', 'json', 'raw'],
  'gelf-compression-type': ['gzip', 'zlib', 'none'],
  'syslog-format': ['rfc5424', 'rfc3164', 'rfc5424micro'],
  'config-file-type': ['file', 's3'],
  'awslogs-create-group': ['true'],
  TLS: ['on', 'off'],
  auto_create_group: ['true', 'false'],
  Name: [
    ...['cloudwatch_logs', 'kinesis_firehose', 'kinesis_streams', 's3', 'opensearch', 'datadog'],
    ...['splunk', 'http', 'loki', 'newrelic', 'es', 'forward'],
  ],
};

/** A key of a map, and what to write behind it. */
export interface MapKey {
  readonly key: string;
  readonly isRequired: boolean;
  readonly value: string;
  readonly detail?: string | undefined;
  readonly note: string;
}

/** Options of the driver that is in use; for the log router those that ECS reads. */
export function optionKeys(place: Place, present: ReadonlySet<string>): MapKey[] {
  const isRouter = place.path.at(-2) === 'firelensConfiguration';
  const driver = isRouter ? undefined : driverOf(place);
  const known = isRouter ? FIRELENS_OPTIONS : (LOG_OPTIONS[driver ?? ''] ?? {});
  const required = (driver && Object.hasOwn(REQUIRED, driver) && REQUIRED[driver]) || [];
  const secret = isRouter
    ? new Set()
    : othersIn(place, [...place.path.slice(0, -1), 'secretOptions'], 'name');
  const plugin = textOf(place, 'Name');
  return Object.entries(known)
    .filter(
      ([key, { note }]) =>
        !secret.has(key) &&
        !(EXCLUSIVE.includes(key) && EXCLUSIVE.some((other) => other !== key && present.has(other))) &&
        isForPlugin(note, plugin),
    )
    .map(([key, option]) => {
      const isRequired = required.includes(key);
      const value = String(valuesOf(place, key, option)[0]?.value ?? '');
      return {
        key,
        isRequired,
        value: hasStops(value) ? value : stop(value),
        detail: isRequired ? 'required' : isWord(option.default) ? `default: ${option.default}` : undefined,
        note: option.default ? `${option.note} Default: ${option.default}.` : option.note,
      };
    });
}

/** The value of one option. */
export const optionValues: Provider = (place) => {
  const key = String(place.path.at(-1));
  const isRouter = place.path.at(-3) === 'firelensConfiguration';
  const options = { ...place, path: place.path.slice(0, -1) };
  const driver = driverOf(options) ?? '';
  const known: Readonly<Record<string, KnownValue>> = isRouter
    ? FIRELENS_OPTIONS
    : (LOG_OPTIONS[driver] ?? {});
  return Object.hasOwn(known, key) ? valuesOf(options, key, known[key]) : [];
};

/** Options that are better kept secret, of the driver in use. */
export const secretOptions: Provider = (place) => {
  const list = place.path.slice(0, -2);
  const there = othersIn(place, list, 'name');
  const options = nodeKeys(place, [...list.slice(0, -1), 'options']);
  const driver = driverOf({ ...place, path: [...list.slice(0, -1), 'options'] });
  const all = Object.entries(LOG_OPTIONS[driver ?? ''] ?? {}).filter(
    ([key]) => !there.has(key) && !options.has(key),
  );
  const isSecret = ([, { note }]: (typeof all)[number]) => note.includes('secretOptions');
  return [...all.filter(isSecret), ...all.filter((option) => !isSecret(option))].map(([value, { note }]) => ({
    value,
    note,
  }));
};

/** @param place the map of options */
function valuesOf(place: Place, key: string, option: KnownValue | undefined): readonly Choice[] {
  if (key === 'awslogs-group' || key === 'log_group_name') {
    const stem = stemOf(place);
    return [
      ...choices(usedElsewhere(place, key), 'in another container'),
      ...(stem ? choices([`/ecs/${stem}`]) : [{ value: `/ecs/${stop('<NAME>')}` }]),
    ];
  }
  if (key === 'awslogs-region' || key === 'region') return regions(place);
  if (key === 'awslogs-stream-prefix' || key === 'log_stream_prefix')
    return choices([...usedElsewhere(place, key), nameOf(containerOf(place)) ?? 'ecs']);
  const usual = option?.default;
  const isSwitch = usual === 'true' || usual === 'false';
  const path = [...place.path, key];
  const known = VALUES[key] ?? (isSwitch ? ['true', 'false'] : isWord(usual) ? [usual] : []);
  // The example first, as the one that is worth writing; what is left out is the default anyway.
  const ordered = new Set([option?.example ?? known.find((value) => value !== usual), ...known]);
  return [...ordered].flatMap((value) =>
    value !== undefined && isTaken(value, path, place.definition)
      ? [{ value, detail: value === usual ? 'default' : undefined }]
      : [],
  );
}

/** Not a sentence. */
function isWord(text: string | undefined): text is string {
  return text !== undefined && !text.includes(' ');
}

function driverOf(options: Place): string | undefined {
  return containerOf(options)?.object('logConfiguration')?.string('logDriver')?.value;
}

/** "Output s3: the bucket" is nothing for another plug-in. */
function isForPlugin(note: string, plugin: string | undefined): boolean {
  const output = /^Output (\w+):/.exec(note)?.[1];
  return !output || !plugin || output === plugin;
}

function usedElsewhere(place: Place, key: string): string[] {
  const own = containerOf(place)?.node;
  return place.definition.containers.flatMap(({ node }) => {
    const value = childOf(childOf(childOf(node, 'logConfiguration'), 'options'), key);
    return node !== own && value?.kind === 'string' && value.value !== '' ? [value.value] : [];
  });
}

function textOf(place: Place, key: string): string | undefined {
  return containerOf(place)?.object('logConfiguration')?.object('options')?.string(key)?.value;
}

function nodeKeys(place: Place, path: Path): Set<string> {
  const options = containerOf({ ...place, path })
    ?.object('logConfiguration')
    ?.object('options')?.node;
  return new Set(options?.properties.map(({ key }) => key));
}
