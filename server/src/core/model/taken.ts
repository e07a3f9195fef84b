import { refusalsOf } from './refusal';
import type { TaskDefinition } from './taskDefinition';

type Takes = (definition: TaskDefinition, value: string) => boolean;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-logging */
const FARGATE_DRIVERS = ['awslogs', 'splunk', 'awsfirelens'];

/** Values that a place does not take, where the table of members does not say so: a rule of its own does. */
const TAKES: Readonly<Record<string, Takes>> = {
  networkMode: (definition, value) =>
    (!definition.requires('FARGATE') || value === 'awsvpc') &&
    (!definition.requires('EXTERNAL') || value !== 'awsvpc') &&
    (!definition.windows || value === 'awsvpc' || value === 'bridge'),
  'runtimePlatform.cpuArchitecture': ({ windows }, value) => !windows || value === 'X86_64',
  'runtimePlatform.operatingSystemFamily': (definition, value) =>
    value === 'LINUX' ||
    (!definition.requires('MANAGED_INSTANCES') &&
      (!definition.requires('FARGATE') || /SERVER_20(?:19|22|25)_/.test(value)) &&
      definition.task?.object('runtimePlatform')?.string('cpuArchitecture')?.value !== 'ARM64'),
  'containerDefinitions.logConfiguration.logDriver': (definition, value) =>
    (!definition.requires('FARGATE') || FARGATE_DRIVERS.includes(value)) &&
    (!definition.requires('MANAGED_INSTANCES') || [...FARGATE_DRIVERS, 'json-file'].includes(value)) &&
    (!definition.windows || value !== 'awsfirelens'),
  // AWS has ended Elastic Inference.
  'containerDefinitions.resourceRequirements.type': (_, value) => value !== 'InferenceAccelerator',
  'containerDefinitions.firelensConfiguration.options.config-file-type': (definition, value) =>
    !definition.requires('FARGATE') || value === 'file',
};

/**
 * Whether the value can be written there as far as the launch types, the network mode and the system are concerned.
 *
 * @param path steps in the task definition; a bare list of containers counts as `containerDefinitions`
 */
export function isTaken(
  value: string,
  path: readonly (string | number)[],
  definition: TaskDefinition,
): boolean {
  const member = path.filter((step) => typeof step === 'string').join('.');
  return (
    TAKES[member]?.(definition, value) !== false && refusalsOf(definition).ofValue(path, value) === undefined
  );
}
