import type { PortMapping } from '@aws-sdk/client-ecs';
import { type NetworkMode, networkModeOf } from '../../model/network';
import { isPortRange, LAST_PORT, readPortRange } from '../../model/ports';
import type { TaskDefinition } from '../../model/taskDefinition';
import { View } from '../../model/view';
import { sayCount } from './amounts';
import { type Explain, type Question, watchOut, wholeNumber } from './question';

/** What usually listens there. */
const SERVICES: Readonly<Record<number, string>> = {
  22: 'SSH',
  25: 'SMTP',
  53: 'DNS',
  80: 'HTTP',
  443: 'HTTPS',
  1433: 'SQL Server',
  1521: 'Oracle Database',
  1883: 'MQTT',
  2000: 'X-Ray daemon (udp)',
  2049: 'NFS, as EFS uses it',
  2375: 'Docker',
  2376: 'Docker over TLS',
  3306: 'MySQL, MariaDB',
  3389: 'Remote Desktop',
  4222: 'NATS',
  4317: 'OpenTelemetry over gRPC',
  4318: 'OpenTelemetry over HTTP',
  5432: 'PostgreSQL',
  5672: 'AMQP, as RabbitMQ uses it',
  6379: 'Redis, Valkey',
  8080: 'HTTP of programs without root',
  8125: 'StatsD (udp)',
  8126: 'Datadog traces',
  8200: 'Vault',
  8443: 'HTTPS of programs without root',
  8500: 'Consul',
  9090: 'Prometheus',
  9092: 'Kafka',
  9200: 'Elasticsearch, OpenSearch',
  9901: 'Envoy administration',
  11211: 'Memcached',
  15000: 'Envoy, incoming',
  15001: 'Envoy, outgoing',
  24224: 'Fluentd, Fluent Bit',
  27017: 'MongoDB',
  50051: 'gRPC',
  51678: 'the ECS agent',
  51679: 'the ECS agent',
  51680: 'the ECS agent',
};

export const containerPort: Explain = (question) => {
  const port = wholeNumber(question.node);
  if (port === undefined || port === 0) return undefined;
  return {
    is: isPort(port) ? sayPort(port) : 'no port',
    facts: [
      ['Reached', isPort(port) ? sayReach(port, mappingOf(question), question.definition) : undefined],
      watchOut(!isPort(port) && `Ports end at ${LAST_PORT}.`),
    ],
  };
};

export const hostPort: Explain = (question) => {
  const port = wholeNumber(question.node);
  if (port === undefined) return undefined;
  const mode = networkModeOf(question.definition);
  const inside = mappingOf(question)?.integer('containerPort')?.value;
  if (port === 0) {
    return mode === 'awsvpc' || mode === 'host'
      ? {
          is: 'no port',
          facts: [watchOut(`In the network mode \`${mode}\` there are no dynamic ports: leave it out.`)],
        }
      : {
          is: 'a free port of the instance, chosen when the task starts',
          facts: [
            ['From', 'the ephemeral ports of the kernel, often 32768 to 60999, else 49153 to 65535'],
            ['Found by', 'a load balancer or service discovery, which ECS tells the port'],
          ],
        };
  }
  const reach = {
    awsvpc: 'has to be the container port; it can be left out',
    host: 'has to be the container port; one copy of the task fits on an instance',
    bridge: `traffic to it on the instance goes to the container port${inside === undefined ? '' : ` ${inside}`}; one copy of the task fits on an instance`,
    none: 'nothing: the network mode `none` takes no port mappings',
  };
  return {
    is: isPort(port)
      ? `${sayPort(port)}, ${mode === 'awsvpc' ? 'at the task itself' : 'on the instance'}`
      : 'no port',
    facts: [
      ['Means', mode && isPort(port) ? reach[mode] : undefined],
      watchOut(
        (mode === 'awsvpc' || mode === 'host') &&
          inside !== undefined &&
          inside !== port &&
          `The container port is ${inside}.`,
        mode === 'bridge' &&
          port >= 32768 &&
          isPort(port) &&
          'Dynamic ports of other tasks may come from here.',
        !isPort(port) && `Ports end at ${LAST_PORT}.`,
      ),
    ],
  };
};

export const containerPortRange: Explain = ({ node, definition }) => {
  const range = node.kind === 'string' ? readPortRange(node.value) : undefined;
  if (!range) return undefined;
  if (!isPortRange(range)) {
    return {
      is: 'no range of ports',
      facts: [watchOut(`A range goes from a lower port to a higher one, from 1 to ${LAST_PORT}.`)],
    };
  }
  const mode = networkModeOf(definition);
  return {
    is: `${sayCount(range.high - range.low + 1, 'port')}, ${range.low} to ${range.high}`,
    facts: [
      [
        'Reached',
        mode === 'bridge'
          ? 'each through a port of the instance, chosen when the task starts'
          : sayMode(mode),
      ],
      watchOut((mode === 'host' || mode === 'none') && `The network mode \`${mode}\` takes no ranges.`),
    ],
  };
};

/** The port of the helper that encrypts a mount. */
export const mountPort: Explain = (question) => {
  const port = wholeNumber(question.node);
  if (port === undefined || !isPort(port)) return undefined;
  return {
    is: `port ${port}, where the mount helper listens`,
    facts: [['Without it', 'the helper takes a port that is free']],
  };
};

const isPort = (port: number): boolean => port >= 1 && port <= LAST_PORT;

function sayPort(port: number): string {
  const service = SERVICES[port];
  return service === undefined ? `port ${port}` : `port ${port}, usually ${service}`;
}

function mappingOf({ node }: Question): View<PortMapping> | undefined {
  return node.parent?.kind === 'object' ? new View<PortMapping>(node.parent) : undefined;
}

function sayReach(port: number, mapping: View<PortMapping> | undefined, definition: TaskDefinition): string {
  const mode = networkModeOf(definition);
  if (mode !== 'bridge') return sayMode(mode, port);
  const host = mapping?.integer('hostPort')?.value;
  if (host) return `through port ${host} of the instance; one copy of the task fits on an instance`;
  const isKnown = mapping?.lacks('hostPort') || host === 0;
  return isKnown
    ? 'through a free port of the instance, chosen when the task starts'
    : 'through a port of the instance';
}

function sayMode(mode: NetworkMode | undefined, port?: number): string {
  const same = port === undefined ? '' : `, port ${port}`;
  if (mode === 'awsvpc') return `at the address of the task itself${same}`;
  if (mode === 'host')
    return `at the address of the instance${same}; one copy of the task fits on an instance`;
  if (mode === 'none') return 'not at all: the network mode `none` takes no port mappings';
  if (mode === 'bridge') return 'through a port of the instance';
  return 'in the network mode `awsvpc` at the address of the task, in `bridge` through a port of the instance';
}
