/**
 * What Docker Compose, Kubernetes, CloudFormation, Terraform and people call AWS's keys, by struct: AWS's key,
 * then the other names, in lower case without dashes and underscores.
 */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  TaskDefinition: {
    containerDefinitions: 'containers container services',
    cpu: 'taskcpu cpuunits',
    ephemeralStorage: 'storage',
    executionRoleArn: 'executionrole taskexecutionrole taskexecutionrolearn',
    family: 'name taskname taskdefinitionname familyname taskfamily taskdefinitionfamily',
    ipcMode: 'ipc',
    memory: 'mem taskmemory memorymib',
    networkMode: 'network netmode networkingmode',
    pidMode: 'pid',
    proxyConfiguration: 'proxy',
    requiresCompatibilities: 'compatibility launchtypes',
    runtimePlatform: 'platform',
    tags: 'labels',
    taskRoleArn: 'taskrole role rolearn iamrole',
    volumes: 'volume vols',
  },
  ContainerDefinition: {
    command: 'cmd args',
    cpu: 'cpuunits cpushares',
    dependsOn: 'depends',
    dnsSearchDomains: 'dnssearch',
    dnsServers: 'dns',
    dockerLabels: 'labels',
    dockerSecurityOptions: 'securityopt securityoptions',
    environment: 'env envs envvars environmentvariables variables',
    environmentFiles: 'envfile envfiles',
    extraHosts: 'hosts hostaliases',
    firelensConfiguration: 'firelens firelensconfig',
    healthCheck: 'livenessprobe readinessprobe',
    image: 'imagename imageuri imageurl repositoryuri img dockerimage containerimage',
    interactive: 'stdin stdinopen',
    logConfiguration: 'logging logs logconfig',
    memory: 'mem memlimit memorylimit memorylimitmib memorymib',
    memoryReservation: 'memreservation memorysoftlimit memoryreservationmib memoryreserve memoryrequest',
    mountPoints: 'mounts volumemounts',
    name: 'containername id',
    portMappings: 'ports expose port',
    pseudoTerminal: 'tty',
    readonlyRootFilesystem: 'readonly readonlyrootfs',
    resourceRequirements: 'gpus',
    restartPolicy: 'restart',
    stopTimeout: 'stopgraceperiod terminationgraceperiodseconds',
    systemControls: 'sysctls',
    user: 'runasuser',
    workingDirectory: 'workdir workingdir',
  },
  ContainerDependency: { condition: 'state status', containerName: 'name container service' },
  ContainerRestartPolicy: { ignoredExitCodes: 'exitcodes', restartAttemptPeriod: 'period' },
  Device: { hostPath: 'path source', containerPath: 'target' },
  DockerVolumeConfiguration: { driverOpts: 'options opts driveroptions' },
  EFSAuthorizationConfig: { accessPointId: 'accesspoint', iam: 'iamauthorization' },
  EFSVolumeConfiguration: {
    authorizationConfig: 'authorization authconfig',
    fileSystemId: 'filesystem fsid efsid id',
    rootDirectory: 'path directory',
    transitEncryption: 'encryption encryptionintransit tls',
  },
  EnvironmentFile: { value: 'file path arn' },
  EphemeralStorage: { sizeInGiB: 'size sizegib sizeingb' },
  FirelensConfiguration: { type: 'driver' },
  HealthCheck: {
    command: 'test cmd',
    interval: 'intervalseconds periodseconds',
    retries: 'failurethreshold',
    startPeriod: 'initialdelayseconds',
    timeout: 'timeoutseconds',
  },
  HostEntry: { hostname: 'host name', ipAddress: 'ip address' },
  HostVolumeProperties: { sourcePath: 'path source hostpath' },
  KeyValuePair: { name: 'key var variable', value: 'val' },
  LinuxParameters: {
    capabilities: 'kernelcapabilities',
    initProcessEnabled: 'init',
    sharedMemorySize: 'shmsize',
  },
  LogConfiguration: { logDriver: 'driver type name', options: 'opts logoptions' },
  MountPoint: {
    containerPath: 'target destination mountpath path',
    readOnly: 'ro',
    sourceVolume: 'source volume volumename sourcevolumename name',
  },
  PortMapping: {
    containerPort: 'port target targetport container',
    hostPort: 'published publishedport host',
    name: 'portname',
    protocol: 'transport',
  },
  ProxyConfiguration: {
    containerName: 'name container',
    properties: 'property props proxyproperties proxyconfigurationproperties',
  },
  ProxyConfigurationProperty: { name: 'key' },
  RepositoryCredentials: { credentialsParameter: 'arn secretarn secret' },
  ResourceRequirement: { type: 'name', value: 'count' },
  RuntimePlatform: {
    cpuArchitecture: 'arch architecture cpu cpuarch',
    operatingSystemFamily: 'os osfamily operatingsystem family',
  },
  Secret: { name: 'key envname', valueFrom: 'value from arn secretarn valuefromarn' },
  SystemControl: { namespace: 'name key' },
  Tag: { key: 'name', value: 'val' },
  TaskDefinitionPlacementConstraint: { expression: 'expr constraint' },
  Tmpfs: { containerPath: 'path target', mountOptions: 'options' },
  Ulimit: { hardLimit: 'hard', name: 'type', softLimit: 'soft' },
  Volume: {
    dockerVolumeConfiguration: 'docker dockervolume',
    efsVolumeConfiguration: 'efs efsvolume efsvolumeconfig',
    fsxWindowsFileServerVolumeConfiguration: 'fsx',
    name: 'volumename',
  },
  VolumeFrom: { readOnly: 'ro', sourceContainer: 'container containername name' },
};

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([struct, keys]) =>
    Object.entries(keys).flatMap(([key, names]) =>
      names.split(' ').map((name): [string, string] => [`${struct}.${name}`, key]),
    ),
  ),
);

/** AWS's key for another tool's name in this struct, `name` being loose. */
export function synonym(struct: string, name: string): string | undefined {
  return BY_NAME.get(`${struct}.${name}`);
}

/**
 * Keys with a name of their own below the object where people put them: the steps to AWS's key. A single step
 * is a key of the same object.
 */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  'ContainerDefinition.capadd': ['linuxParameters', 'capabilities', 'add'],
  'ContainerDefinition.capdrop': ['linuxParameters', 'capabilities', 'drop'],
  'ContainerDefinition.init': ['linuxParameters', 'initProcessEnabled'],
  'ContainerDefinition.options': ['logConfiguration', 'options'],
  'ContainerDefinition.shmsize': ['linuxParameters', 'sharedMemorySize'],
  'EFSVolumeConfiguration.accesspoint': ['authorizationConfig', 'accessPointId'],
  'FirelensConfiguration.configfiletype': ['options', 'config-file-type'],
  'FirelensConfiguration.configfilevalue': ['options', 'config-file-value'],
  'FirelensConfiguration.enableecslogmetadata': ['options', 'enable-ecs-log-metadata'],
  'LogConfiguration.secrets': ['secretOptions'],
  'TaskDefinition.arch': ['runtimePlatform', 'cpuArchitecture'],
  'TaskDefinition.architecture': ['runtimePlatform', 'cpuArchitecture'],
  'Volume.authorizationconfig': ['efsVolumeConfiguration', 'authorizationConfig'],
  'Volume.filesystemid': ['efsVolumeConfiguration', 'fileSystemId'],
  'Volume.hostpath': ['host', 'sourcePath'],
  'Volume.rootdirectory': ['efsVolumeConfiguration', 'rootDirectory'],
  'Volume.source': ['host', 'sourcePath'],
};

export function movedTo(struct: string, name: string): readonly string[] | undefined {
  const place = `${struct}.${name}`;
  return Object.hasOwn(MOVED, place) ? MOVED[place] : undefined;
}

const SERVICE = 'the service (aws ecs create-service)';
const RUN = 'the request that starts the task (aws ecs run-task)';
const BOTH = 'the service or the request that starts the task (aws ecs create-service, run-task)';
const CLIENT = 'the command line of the AWS CLI';

const ELSEWHERE: readonly (readonly [where: string, keys: string])[] = [
  [
    SERVICE,
    'availabilityZoneRebalancing deploymentConfiguration deploymentController desiredCount ' +
      'healthCheckGracePeriodSeconds loadBalancers schedulingStrategy serviceConnectConfiguration serviceName ' +
      'serviceRegistries volumeConfigurations',
  ],
  [RUN, 'count group overrides containerOverrides referenceId startedBy'],
  [
    BOTH,
    'assignPublicIp awsvpcConfiguration capacityProviderStrategy cluster enableECSManagedTags enableExecuteCommand ' +
      'networkConfiguration placementStrategy platformVersion propagateTags securityGroups subnets taskDefinition',
  ],
  [CLIENT, 'region profile'],
];

const WHERE: ReadonlyMap<string, string> = new Map(
  ELSEWHERE.flatMap(([where, keys]) =>
    keys.split(' ').map((key): [string, string] => [key.toLowerCase(), where]),
  ),
);

/** What takes the key instead, when it is no part of a task definition at all. */
export function outsideTask(name: string): string | undefined {
  return WHERE.get(name);
}

/** The one read-only key that the GitHub deploy action leaves in. */
export const KEPT_BY_DEPLOY_ACTION = 'deleteRequestedAt';
