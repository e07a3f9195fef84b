import { textOf } from '../../model/labels';
import type { Container } from '../../model/taskDefinition';
import { childOf, type Node } from '../../syntax/tree';
import { type DiagramBuilder, rangeOf } from './builder';

/** Where the lines of a container go. */
interface Destination {
  /** "CloudWatch Logs" */
  readonly what: string;
  /** The node that says it best: the name of the log group, else the driver. */
  readonly named: Node;
  readonly lines: readonly string[];
}

export function addLogs(builder: DiagramBuilder, container: Container, id: string): void {
  const configuration = container.object('logConfiguration');
  const driver = configuration?.get('logDriver');
  const name = textOf(driver);
  if (!driver || name === undefined) return;
  const options = configuration?.object('options')?.node;
  if (name !== 'awsfirelens') {
    connect(builder, id, id, directly(name, driver, options));
    return;
  }
  const router = routerOf(builder, driver);
  builder.connect(
    {
      from: id,
      to: router,
      kind: 'logs',
      label: 'logs',
    },
    id,
    `sends its logs to the log router ${builder.nameOf(router)}`,
  );
  const output = childOf(options, 'Name') ?? childOf(options, '@type');
  if (output && textOf(output) !== undefined) connect(builder, router, id, routed(output, options));
}

/** @param of the container whose logs they are, which may come through another */
function connect(
  builder: DiagramBuilder,
  from: string,
  of: string,
  { what, named, lines }: Destination,
): void {
  const name = textOf(named) ?? '';
  const to = `logs ${JSON.stringify([what, name, lines])}`;
  builder.add({ id: to, kind: 'logs', what, name, lines, place: rangeOf(named) });
  const fact = `logs to ${name} (${[what, ...lines].join(', ')})`;
  builder.connect({ from, to, kind: 'logs', label: '' }, of, fact);
}

/** The first container with a FireLens configuration. */
function routerOf(builder: DiagramBuilder, driver: Node): string {
  const index = builder.definition.containers.findIndex(({ node }) => childOf(node, 'firelensConfiguration'));
  const id = `container ${index}`;
  if (builder.nodes.has(id)) return id;
  const missing = 'missing log router';
  builder.add({
    id: missing,
    kind: 'missing',
    what: 'container',
    name: 'log router',
    lines: ['no container is one'],
    place: rangeOf(driver),
  });
  return missing;
}

/** What each driver is told to write to. */
const TARGETS: Readonly<Record<string, readonly [what: string, option: string]>> = {
  awslogs: ['CloudWatch Logs', 'awslogs-group'],
  splunk: ['Splunk', 'splunk-url'],
  fluentd: ['Fluentd', 'fluentd-address'],
  gelf: ['GELF', 'gelf-address'],
  syslog: ['syslog', 'syslog-address'],
};

function directly(driver: string, node: Node, options: Node | undefined): Destination {
  const [what, option] = (Object.hasOwn(TARGETS, driver) && TARGETS[driver]) || ['log driver', ''];
  const target = childOf(options, option);
  const region = driver === 'awslogs' ? textOf(childOf(options, 'awslogs-region')) : undefined;
  return {
    what,
    named: target && textOf(target) !== undefined ? target : node,
    lines: region === undefined ? [] : [region],
  };
}

/** The outputs of Fluent Bit and Fluentd that are seen most, with the option that names the place. */
const OUTPUTS: Readonly<Record<string, readonly [what: string, ...options: string[]]>> = {
  cloudwatch: ['CloudWatch Logs', 'log_group_name'],
  cloudwatch_logs: ['CloudWatch Logs', 'log_group_name'],
  firehose: ['Amazon Data Firehose', 'delivery_stream'],
  kinesis: ['Kinesis Data Streams', 'stream'],
  kinesis_firehose: ['Amazon Data Firehose', 'delivery_stream'],
  kinesis_streams: ['Kinesis Data Streams', 'stream'],
  s3: ['Amazon S3', 'bucket'],
  datadog: ['Datadog', 'dd_service'],
  es: ['Elasticsearch', 'Host', 'host'],
  opensearch: ['OpenSearch', 'Host', 'host'],
};

function routed(output: Node, options: Node | undefined): Destination {
  const name = textOf(output) ?? '';
  const known = Object.hasOwn(OUTPUTS, name) ? OUTPUTS[name] : undefined;
  const [what, ...keys] = known ?? ['output', 'Host', 'host'];
  const target = keys.map((key) => childOf(options, key)).find((node) => textOf(node) !== undefined);
  const region = textOf(childOf(options, 'region'));
  return { what: known ? what : name, named: target ?? output, lines: region === undefined ? [] : [region] };
}
