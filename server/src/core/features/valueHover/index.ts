import { isPlaceholder } from '../../model/placeholder';
import { marksOf } from '../../model/references';
import { memberName } from '../members';
import { arn, role, valueFrom } from './arn';
import { containerCpu, containerMemory, containerReservation } from './containerSize';
import { image } from './image';
import {
  accelerator,
  capability,
  healthCommand,
  listed,
  mountOption,
  optionValue,
  protocol,
  proxyProperty,
  proxyValue,
  secretOption,
  securityOption,
  storageId,
  systemControl,
  systemControlValue,
} from './listed';
import { condition, name } from './names';
import { explainMark } from './placeholder';
import { containerPort, containerPortRange, hostPort, mountPort } from './ports';
import type { Answer, Explain, Question } from './question';
import { ephemeralStorage, gpuMemory, maxSwap, sharedMemory, tmpfsSize } from './storage';
import { taskCpu, taskMemory } from './taskSize';
import { healthCheckNumber, restartAttemptPeriod, startTimeout, stopTimeout } from './times';
import { ulimit } from './ulimits';

const CONTAINER: Readonly<Record<string, Explain>> = {
  name,
  image,
  cpu: containerCpu,
  memory: containerMemory,
  memoryReservation: containerReservation,
  'portMappings.containerPort': containerPort,
  'portMappings.hostPort': hostPort,
  'portMappings.containerPortRange': containerPortRange,
  'portMappings.protocol': protocol,
  'portMappings.name': name,
  links: name,
  'mountPoints.sourceVolume': name,
  'volumesFrom.sourceContainer': name,
  'dependsOn.containerName': name,
  'dependsOn.condition': condition,
  'secrets.valueFrom': valueFrom,
  'logConfiguration.secretOptions.name': secretOption,
  'logConfiguration.secretOptions.valueFrom': valueFrom,
  'healthCheck.command': healthCommand,
  'healthCheck.interval': healthCheckNumber,
  'healthCheck.timeout': healthCheckNumber,
  'healthCheck.retries': healthCheckNumber,
  'healthCheck.startPeriod': healthCheckNumber,
  startTimeout,
  stopTimeout,
  'restartPolicy.restartAttemptPeriod': restartAttemptPeriod,
  'linuxParameters.sharedMemorySize': sharedMemory,
  'linuxParameters.maxSwap': maxSwap,
  'linuxParameters.tmpfs.size': tmpfsSize,
  'linuxParameters.tmpfs.mountOptions': mountOption,
  'linuxParameters.capabilities.add': capability,
  'linuxParameters.capabilities.drop': capability,
  'resourceRequirements.sharingStrategy.nvidiaMps.memory': gpuMemory,
  'resourceRequirements.value': accelerator,
  dockerSecurityOptions: securityOption,
  'systemControls.namespace': systemControl,
  'systemControls.value': systemControlValue,
  'ulimits.softLimit': ulimit,
  'ulimits.hardLimit': ulimit,
};

const TASK: Readonly<Record<string, Explain>> = {
  cpu: taskCpu,
  memory: taskMemory,
  taskRoleArn: role,
  executionRoleArn: role,
  'ephemeralStorage.sizeInGiB': ephemeralStorage,
  'volumes.name': name,
  'volumes.efsVolumeConfiguration.fileSystemId': storageId,
  'volumes.efsVolumeConfiguration.authorizationConfig.accessPointId': storageId,
  'volumes.efsVolumeConfiguration.transitEncryptionPort': mountPort,
  'volumes.fsxWindowsFileServerVolumeConfiguration.fileSystemId': storageId,
  'volumes.s3filesVolumeConfiguration.transitEncryptionPort': mountPort,
  'proxyConfiguration.containerName': name,
  'proxyConfiguration.properties.name': proxyProperty,
  'proxyConfiguration.properties.value': proxyValue,
};

const PREFIX = 'containerDefinitions.';
const OPTIONS = /^(?:logConfiguration|firelensConfiguration)\.options\./;

const optionOrArn: Explain = (question) => arn(question) ?? optionValue(question);

/** What is to be said about one value, beyond what holds for every value of its member. */
export function explainValue(question: Question): Answer | undefined {
  const { analysis, node, path } = question;
  const member = memberName(path);
  const inContainer = member.startsWith(PREFIX) ? member.slice(PREFIX.length) : undefined;
  const table = inContainer === undefined ? TASK : CONTAINER;
  const key = inContainer ?? member;
  const isOption = inContainer !== undefined && OPTIONS.test(inContainer);
  const explain = isOption ? optionOrArn : Object.hasOwn(table, key) ? table[key] : undefined;
  const answer =
    explain?.(question) ?? (node.kind === 'string' ? (arn(question) ?? listed(question)) : undefined);
  if (answer || !isPlaceholder(node)) return answer;
  const mark = marksOf(analysis).find((one) => one.node === node);
  // The mark may stand beside the cursor.
  return mark && { ...explainMark(analysis, mark), range: node };
}
