import type { Json } from '../finding';

/** A ready-made value, offered where the cursor may use it. `$1`, `${2:text}` are tab stops. */
export interface Piece {
  readonly label: string;
  readonly description: string;
  readonly body: Json;
}

/** @param stop number of the first of three tab stops */
const awslogs = (stop: number) => ({
  logDriver: 'awslogs',
  options: {
    'awslogs-group': `/ecs/\${${stop}:my-app}`,
    'awslogs-region': `\${${stop + 1}:eu-west-1}`,
    'awslogs-stream-prefix': `\${${stop + 2}:app}`,
  },
});

/** Pieces by the schema definition (an AWS struct) whose place they fill. */
export const PIECES: Readonly<Record<string, readonly Piece[]>> = {
  ContainerDefinition: [
    {
      label: 'container',
      description: 'A container with a port and logs',
      body: {
        name: '${1:app}',
        image: '${2:nginx:1.27}',
        essential: true,
        portMappings: [{ containerPort: '^${3:80}' }],
        logConfiguration: awslogs(4),
      },
    },
    {
      label: 'sidecar: log router (FireLens)',
      description: 'Fluent Bit from AWS; the other containers then use the log driver awsfirelens',
      body: {
        name: 'log-router',
        image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:${1:stable}',
        essential: true,
        memoryReservation: 50,
        user: '0',
        firelensConfiguration: { type: 'fluentbit' },
      },
    },
    {
      label: 'sidecar: X-Ray and metrics (ADOT collector)',
      description: 'The AWS Distro for OpenTelemetry collector with its default ECS configuration',
      body: {
        name: 'aws-otel-collector',
        image: 'public.ecr.aws/aws-observability/aws-otel-collector:${1:v0.43.1}',
        essential: false,
        command: ['--config=/etc/ecs/ecs-default-config.yaml'],
        logConfiguration: awslogs(2),
      },
    },
    {
      label: 'init container: runs first and ends',
      description: 'Not essential; others wait for it with the condition SUCCESS',
      body: { name: '${1:init}', image: '${2:busybox:1.37}', essential: false, command: ['${3:true}'] },
    },
  ],
  PortMapping: [
    {
      label: 'named port',
      description: 'With a name, for Service Connect',
      body: { name: '${1:http}', containerPort: '^${2:80}', protocol: 'tcp', appProtocol: '${3:http}' },
    },
    { label: 'port', description: 'A container port', body: { containerPort: '^${1:80}', protocol: 'tcp' } },
  ],
  LogConfiguration: [
    { label: 'awslogs', description: 'Amazon CloudWatch Logs', body: awslogs(1) },
    {
      label: 'awsfirelens',
      description: 'Through a FireLens log router in the same task',
      body: { logDriver: 'awsfirelens', options: { Name: '${1:cloudwatch_logs}', region: '${2:eu-west-1}' } },
    },
    {
      label: 'splunk',
      description: 'Splunk, the token from a secret',
      body: {
        logDriver: 'splunk',
        options: { 'splunk-url': 'https://${1:example.com}:8088' },
        secretOptions: [
          {
            name: 'splunk-token',
            valueFrom: 'arn:aws:secretsmanager:${2:eu-west-1}:${3:123456789012}:secret:${4:name}',
          },
        ],
      },
    },
  ],
  HealthCheck: [
    {
      label: 'health check with curl',
      description: 'For images that have curl',
      body: {
        command: ['CMD-SHELL', 'curl -f http://localhost:${1:80}/${2} || exit 1'],
        interval: 30,
        timeout: 5,
        retries: 3,
        startPeriod: 10,
      },
    },
    {
      label: 'health check with wget',
      description: 'For Alpine and BusyBox images',
      body: {
        command: ['CMD-SHELL', 'wget -qO- http://localhost:${1:80}/${2} || exit 1'],
        interval: 30,
        timeout: 5,
        retries: 3,
      },
    },
  ],
  Secret: [
    {
      label: 'secret from Secrets Manager',
      description: 'One key of a JSON secret',
      body: {
        name: '${1:DB_PASSWORD}',
        valueFrom: 'arn:aws:secretsmanager:${2:eu-west-1}:${3:123456789012}:secret:${4:name}:${5:key}::',
      },
    },
    {
      label: 'secret from Parameter Store',
      description: 'An SSM parameter by its ARN',
      body: {
        name: '${1:DB_PASSWORD}',
        valueFrom: 'arn:aws:ssm:${2:eu-west-1}:${3:123456789012}:parameter/${4:name}',
      },
    },
  ],
  KeyValuePair: [
    { label: 'variable', description: 'A name and its value', body: { name: '${1:NAME}', value: '${2}' } },
  ],
  MountPoint: [
    {
      label: 'mount point',
      description: 'A volume of the task in this container',
      body: { sourceVolume: '${1:data}', containerPath: '${2:/data}', readOnly: false },
    },
  ],
  ContainerDependency: [
    {
      label: 'dependency',
      description: 'Start after another container',
      body: { containerName: '${1:name}', condition: '${2:START}' },
    },
  ],
  Volume: [
    {
      label: 'scratch volume',
      description: 'Shared by the containers, gone with the task',
      body: { name: '${1:scratch}' },
    },
    {
      label: 'EFS volume',
      description: 'Encrypted in transit, through an access point',
      body: {
        name: '${1:data}',
        efsVolumeConfiguration: {
          fileSystemId: 'fs-${2:0123456789abcdef0}',
          transitEncryption: 'ENABLED',
          authorizationConfig: { accessPointId: 'fsap-${3:0123456789abcdef0}', iam: 'ENABLED' },
        },
      },
    },
    {
      label: 'EBS volume, configured at launch',
      description: 'Described when the task or service starts',
      body: { name: '${1:data}', configuredAtLaunch: true },
    },
  ],
};
