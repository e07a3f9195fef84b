/** One way in which our schema differs from the AWS SDK on purpose. */
export interface Difference {
  path: string;
  kind: 'member' | 'type' | 'required' | 'deprecated' | 'values';
  sdk: string;
  ours: string;
}

/**
 * Where we differ from the SDK's model, and why. The SDK test fails on every difference that is not listed here,
 * and on every entry that no longer differs.
 */
export const intendedDifferences: (Difference & { reason: string })[] = [
  {
    path: 'containerDefinitions[].name',
    kind: 'required',
    sdk: 'optional',
    ours: 'required',
    reason: 'The service refuses a container without a name: "should not be null or empty".',
  },
  {
    path: 'containerDefinitions[].image',
    kind: 'required',
    sdk: 'optional',
    ours: 'required',
    reason: 'The service refuses a container without an image: "should not be null or empty".',
  },
  {
    path: 'containerDefinitions[].portMappings[].protocol',
    kind: 'values',
    sdk: 'tcp, udp',
    ours: 'any',
    reason: 'The API reference says that any other value registers and is treated as tcp.',
  },
  {
    path: 'containerDefinitions[].environment[].name',
    kind: 'required',
    sdk: 'optional',
    ours: 'required',
    reason: 'The service refuses it: "Environment variable name cannot be null or blank".',
  },
  {
    path: 'containerDefinitions[].mountPoints[].sourceVolume',
    kind: 'required',
    sdk: 'optional',
    ours: 'required',
    reason: 'The service refuses a mount point that names no volume of the task: "Unknown volume".',
  },
  {
    path: 'containerDefinitions[].volumesFrom[].sourceContainer',
    kind: 'required',
    sdk: 'optional',
    ours: 'required',
    reason: 'The service refuses an entry that names no container: "Invalid \'volumesFrom\' setting".',
  },
  {
    path: 'containerDefinitions[].resourceRequirements[].sharingStrategy.nvidiaMps',
    kind: 'required',
    sdk: 'optional',
    ours: 'required',
    reason: 'A union holds exactly one member, and this is the only one so far.',
  },
  {
    path: 'proxyConfiguration.properties',
    kind: 'type',
    sdk: 'KeyValuePair[]',
    ours: 'ProxyConfigurationProperty[]',
    reason: 'Environment variables need a name, proxy settings need a value: one shape cannot say both.',
  },
  {
    path: 'proxyConfiguration.properties[].value',
    kind: 'required',
    sdk: 'optional',
    ours: 'required',
    reason: 'The service refuses it: "properties value cannot be null".',
  },
];
