import type { Json } from '../../finding';
import { proxyProperty } from '../../model/proxy';
import { executionRole } from './arns';
import { conditionsOf } from './containers';
import { commands, recipes, saying } from './health';
import { fitting } from './listed';
import {
  accountOf,
  type Choice,
  child,
  containerOf,
  first,
  nameOf,
  type Place,
  type Provider,
  stemOf,
} from './place';
import { bareStop, stop } from './snippet';
import { valuesFor } from './values';

/** Containers to depend on that are offered. */
const MOST = 5;

/** The log of a container in CloudWatch Logs; of one that is still to be written, its prefix is called `name`. */
function awslogs(place: Place, name = nameOf(containerOf(place)) ?? 'app') {
  const { region } = accountOf(place);
  return {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': `/ecs/${stop(stemOf(place) ?? '<NAME>')}`,
      'awslogs-region': region,
      'awslogs-stream-prefix': stop(name),
    },
  };
}

/** On EC2 a container needs memory where its task has none. */
function memoryOf({ definition: { task } }: Place): { memory?: string } {
  return task?.lacks('memory') && task.lacks('requiresCompatibilities') ? { memory: bareStop(512) } : {};
}

/** What fills a place in which an object is expected, by the name of the object in AWS's model. */
export const PIECES: Readonly<Record<string, Provider>> = {
  TaskDefinition: (place) => [
    {
      label: 'task on Fargate',
      note: 'A container with a port and logs, in the smallest size.',
      value: {
        family: stop(firstOf(place, 'family') ?? '<NAME>'),
        requiresCompatibilities: ['FARGATE'],
        networkMode: 'awsvpc',
        cpu: stop('256'),
        memory: stop('512'),
        executionRoleArn: executionRole(place)[0]?.value ?? '',
        containerDefinitions: [service(place, {})],
      },
    },
    {
      label: 'task on EC2',
      note: 'A container with a port and logs, behind the bridge of Docker.',
      value: {
        family: stop(firstOf(place, 'family') ?? '<NAME>'),
        requiresCompatibilities: ['EC2'],
        networkMode: 'bridge',
        containerDefinitions: [service(place, { memory: bareStop(512) })],
      },
    },
  ],
  ContainerDefinition: (place) => [
    {
      label: 'container',
      note: 'A container with a port and logs.',
      value: service(place, memoryOf(place)),
    },
    {
      label: 'sidecar: log router (FireLens)',
      note: 'Fluent Bit from AWS; the other containers then use the log driver awsfirelens.',
      value: {
        name: 'log-router',
        image: `public.ecr.aws/aws-observability/aws-for-fluent-bit:${stop('stable')}`,
        essential: true,
        memoryReservation: bareStop(50),
        user: '0',
        firelensConfiguration: { type: 'fluentbit' },
        logConfiguration: awslogs(place, 'firelens'),
      },
    },
    {
      label: 'sidecar: X-Ray and metrics (ADOT collector)',
      note: 'The AWS Distro for OpenTelemetry collector with its default configuration for ECS.',
      value: {
        name: 'aws-otel-collector',
        image: `public.ecr.aws/aws-observability/aws-otel-collector:${stop('<TAG>')}`,
        essential: false,
        ...memoryOf(place),
        command: ['--config=/etc/ecs/ecs-default-config.yaml'],
        logConfiguration: awslogs(place, 'otel'),
      },
    },
    {
      label: 'init container: runs first and ends',
      note: 'Not essential; others wait for it with the condition SUCCESS.',
      value: {
        name: stop('init'),
        image: stop('<IMAGE>'),
        essential: false,
        ...memoryOf(place),
        command: [stop('<COMMAND>')],
      },
    },
  ],
  PortMapping: (place) => {
    const port = bareStop(Number(firstOf(place, 'containerPort') ?? 80));
    return [
      { label: 'port', note: 'A port of the container.', value: { containerPort: port, protocol: 'tcp' } },
      {
        label: 'named port',
        note: 'With a name, for Service Connect.',
        value: {
          name: stop(firstOf(place, 'name') ?? 'http'),
          containerPort: port,
          protocol: 'tcp',
          appProtocol: stop('http'),
        },
      },
    ];
  },
  LogConfiguration: (place) => {
    const { region } = accountOf(place);
    const all: (Choice & { driver: string })[] = [
      { driver: 'awslogs', label: 'awslogs', note: 'Amazon CloudWatch Logs.', value: awslogs(place) },
      {
        driver: 'awsfirelens',
        label: 'awsfirelens',
        note: 'Through a FireLens log router in the same task.',
        value: { logDriver: 'awsfirelens', options: { Name: stop('cloudwatch_logs'), region } },
      },
      {
        driver: 'splunk',
        label: 'splunk',
        note: 'Splunk, the token from a secret.',
        value: {
          logDriver: 'splunk',
          options: { 'splunk-url': `https://${stop('splunk.example.com')}:8088` },
          secretOptions: [{ name: 'splunk-token', valueFrom: secret(place, 'splunk-token') }],
        },
      },
      {
        driver: 'json-file',
        label: 'json-file',
        note: 'Files on the instance, closed and dropped by size.',
        value: { logDriver: 'json-file', options: { 'max-size': stop('10m'), 'max-file': stop('3') } },
      },
    ];
    const drivers = all.map(({ driver }) => ({ value: driver }));
    const driver = child(place, 'logDriver');
    const taken = (driver ? fitting(driver, drivers) : drivers).map(({ value }) => value);
    return all.filter(({ driver }) => taken.includes(driver)).map(({ driver: _, ...piece }) => piece);
  },
  HealthCheck: (place) => {
    const known = recipes(place).map((recipe): Choice => {
      const { command, ...times } = recipe.healthCheck;
      return { ...saying(recipe), value: { command: [...command], ...stopped(times) } };
    });
    if (known.length > 0) return known;
    const times = stopped({ interval: 30, timeout: 5, retries: 3, startPeriod: 10 });
    return commands(place).map(({ value }) => ({
      label: 'health check',
      value: { command: value, ...times },
    }));
  },
  Secret: (place) => {
    const name = stop(firstOf(place, 'name') ?? '<NAME>');
    return valuesOf(place, 'valueFrom').map(({ label, value, ...said }) => ({
      ...said,
      label: label ?? String(value),
      value: { name, valueFrom: value },
    }));
  },
  KeyValuePair: (place) => [
    {
      label: 'variable',
      note: 'A name and its value.',
      value: { name: stop(firstOf(place, 'name') ?? '<NAME>'), value: stop() },
    },
  ],
  MountPoint: (place) => {
    const volume = firstOf(place, 'sourceVolume');
    return [
      {
        label: 'mount point',
        note: 'A volume of the task in this container.',
        value: {
          sourceVolume: stop(volume ?? '<VOLUME>'),
          containerPath: stop(volume ? `/${volume}` : '<PATH>'),
          readOnly: bareStop(false),
        },
      },
    ];
  },
  ContainerDependency: (place) =>
    [...valuesOf(place, 'containerName').slice(0, MOST), { value: '<CONTAINER>' }].map(
      ({ value }, i, all) => {
        const name = String(value);
        const isOpen = i === all.length - 1;
        const member = child(place, 'condition');
        const condition = isOpen || !member ? undefined : first(conditionsOf(name, member));
        return {
          label: isOpen ? 'dependency' : `dependency on ${name}`,
          note: 'Starts after another container.',
          value: { containerName: stop(name), condition: stop(condition ?? 'START') },
        };
      },
    ),
  Volume: (place) => {
    const name = stop(firstOf(place, 'name') ?? 'data');
    const all: (Choice & { member?: string })[] = [
      {
        label: 'scratch volume',
        note: 'Shared by the containers, gone with the task.',
        value: { name },
      },
      {
        member: 'efsVolumeConfiguration',
        label: 'EFS volume',
        note: 'Encrypted on its way, through an access point.',
        value: {
          name,
          efsVolumeConfiguration: {
            fileSystemId: `fs-${stop('<ID>')}`,
            transitEncryption: 'ENABLED',
            authorizationConfig: { accessPointId: `fsap-${stop('<ID>')}`, iam: 'ENABLED' },
          },
        },
      },
      {
        member: 'configuredAtLaunch',
        label: 'EBS volume, configured at launch',
        note: 'Described when the task or service starts.',
        value: { name, configuredAtLaunch: true },
      },
      {
        member: 'host',
        label: 'folder of the host',
        note: 'On EC2 and external instances.',
        value: { name, host: { sourcePath: stop('/var/lib/<NAME>') } },
      },
    ];
    const fargate = place.definition.requires('FARGATE') !== undefined;
    const external = place.definition.requires('EXTERNAL') !== undefined;
    return all
      .filter(({ member }) => !(fargate && member === 'host') && !(external && member && member !== 'host'))
      .map(({ member: _, ...piece }) => piece);
  },
  ProxyConfiguration: (place) => [
    {
      label: 'App Mesh proxy',
      value: {
        type: 'APPMESH',
        containerName: stop(firstOf(place, 'containerName') ?? '<CONTAINER>'),
        properties: ['IgnoredUID', 'ProxyIngressPort', 'ProxyEgressPort', 'AppPorts', 'EgressIgnoredIPs'].map(
          (name) => ({ name, value: stop(proxyProperty(name, place.definition) ?? '') }),
        ),
      },
    },
  ],
};

function service(place: Place, memory: Readonly<Record<string, Json>>): Record<string, Json> {
  const name = firstOf(place, 'name') ?? 'app';
  return {
    name: stop(name),
    image: stop('<IMAGE>'),
    essential: true,
    ...memory,
    portMappings: [{ containerPort: bareStop(80) }],
    logConfiguration: awslogs(place, name),
  };
}

function secret(place: Place, name: string): string {
  const { partition, id, region } = accountOf(place);
  return `arn:${partition}:secretsmanager:${region}:${id}:secret:${stop(name)}`;
}

const stopped = (numbers: Readonly<Record<string, number>>): Record<string, Json> =>
  Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, bareStop(value)]));

/** The values of a member of the object that the piece is to be. */
function valuesOf(place: Place, key: string): readonly Choice[] {
  const member = child(place, key);
  return member ? valuesFor(member) : [];
}

const firstOf = (place: Place, key: string): string | undefined => first(valuesOf(place, key));
