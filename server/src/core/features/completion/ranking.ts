/**
 * Keys that most task definitions have, by the object that holds them (its name in AWS's model), in the order in which
 * people write them. What is required stands before them, everything else behind.
 */
export const COMMON: Readonly<Record<string, readonly string[]>> = {
  TaskDefinition: [
    ...['requiresCompatibilities', 'networkMode', 'cpu', 'memory', 'executionRoleArn', 'taskRoleArn'],
    ...['runtimePlatform', 'volumes', 'tags'],
  ],
  ContainerDefinition: [
    ...[
      'essential',
      'portMappings',
      'environment',
      'secrets',
      'logConfiguration',
      'healthCheck',
      'cpu',
      'memory',
    ],
    ...[
      'memoryReservation',
      'command',
      'mountPoints',
      'dependsOn',
      'entryPoint',
      'readonlyRootFilesystem',
      'user',
    ],
  ],
  PortMapping: ['containerPort', 'hostPort', 'protocol', 'name', 'appProtocol'],
  LogConfiguration: ['options', 'secretOptions'],
  HealthCheck: ['interval', 'timeout', 'retries', 'startPeriod'],
  MountPoint: ['containerPath', 'readOnly'],
  Volume: ['name', 'efsVolumeConfiguration', 'host'],
  EFSVolumeConfiguration: ['transitEncryption', 'authorizationConfig', 'rootDirectory'],
  LinuxParameters: ['initProcessEnabled', 'capabilities'],
};

/** Members to begin an object with that has no piece of its own, beside those that are required. */
export const USUAL: Readonly<Record<string, readonly string[]>> = {
  RuntimePlatform: ['cpuArchitecture', 'operatingSystemFamily'],
  SystemControl: ['namespace', 'value'],
  Tag: ['key', 'value'],
  TaskDefinitionPlacementConstraint: ['type', 'expression'],
  KernelCapabilities: ['drop'],
  LinuxParameters: ['initProcessEnabled'],
  HostVolumeProperties: ['sourcePath'],
  DockerVolumeConfiguration: ['scope', 'driver'],
  EFSVolumeConfiguration: ['transitEncryption', 'authorizationConfig'],
  EFSAuthorizationConfig: ['accessPointId', 'iam'],
  ResourceRequirement: ['value'],
};

/** Of each group an object can have one only: what excludes a key that is there is not offered. */
export const EXCLUSIVE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Volume: [
    ['host', 'dockerVolumeConfiguration', 'efsVolumeConfiguration', 's3filesVolumeConfiguration'].concat([
      'fsxWindowsFileServerVolumeConfiguration',
      'configuredAtLaunch',
    ]),
  ],
  PortMapping: [
    ['containerPort', 'containerPortRange'],
    ['hostPort', 'containerPortRange'],
  ],
};
