import { PROXY_PROPERTIES } from '../../knowledge/values';
import { proxyProperty } from '../../model/proxy';
import { memberName } from '../members';
import * as arns from './arns';
import * as containers from './containers';
import * as environment from './environment';
import { commandItems } from './health';
import { images } from './images';
import * as linux from './linux';
import { listed } from './listed';
import { optionValues, secretOptions } from './logs';
import * as names from './names';
import { type Choice, choices, othersIn, type Place, type Provider, textBeside } from './place';
import * as ports from './ports';
import * as sizes from './sizes';
import { stop } from './snippet';
import * as volumes from './volumes';

/** Who knows the values of a member, by its name; of a list the values of its items. All others: the schema. */
const PROVIDERS: Readonly<Record<string, Provider>> = {
  family: names.families,
  taskRoleArn: arns.taskRole,
  executionRoleArn: arns.executionRole,
  cpu: sizes.taskCpu,
  memory: sizes.taskMemory,
  'ephemeralStorage.sizeInGiB': () => choices([30, 50, 100, 200]),
  'placementConstraints.expression': () => [
    { value: `attribute:ecs.instance-type =~ ${stop('t3.*')}` },
    { value: `attribute:ecs.availability-zone == ${stop('eu-west-1a')}` },
    { value: `attribute:${stop('<NAME>')} == ${stop('<VALUE>')}` },
  ],
  'proxyConfiguration.containerName': containers.proxies,
  'proxyConfiguration.properties.name': proxyNames,
  'proxyConfiguration.properties.value': (place) =>
    choices([proxyProperty(textBeside(place, 'name') ?? '', place.definition)]),

  'containerDefinitions.name': names.containers,
  'containerDefinitions.image': images,
  'containerDefinitions.repositoryCredentials.credentialsParameter': arns.credentials,
  'containerDefinitions.cpu': sizes.remaining('cpu'),
  'containerDefinitions.memory': sizes.remaining('memory'),
  'containerDefinitions.memoryReservation': sizes.remaining('memoryReservation'),
  'containerDefinitions.links': containers.linked,
  'containerDefinitions.portMappings.containerPort': ports.containerPorts,
  'containerDefinitions.portMappings.hostPort': ports.hostPorts,
  'containerDefinitions.portMappings.name': ports.portNames,
  'containerDefinitions.portMappings.containerPortRange': ports.portRanges,
  'containerDefinitions.environment.name': environment.variableNames,
  'containerDefinitions.environment.value': environment.variableValues,
  'containerDefinitions.environmentFiles.value': arns.environmentFile,
  'containerDefinitions.mountPoints.sourceVolume': volumes.sources,
  'containerDefinitions.mountPoints.containerPath': volumes.paths,
  'containerDefinitions.volumesFrom.sourceContainer': containers.volumeSources,
  'containerDefinitions.linuxParameters.capabilities.add': linux.addedCapabilities,
  'containerDefinitions.linuxParameters.capabilities.drop': linux.droppedCapabilities,
  'containerDefinitions.linuxParameters.tmpfs.mountOptions': linux.mountOptions,
  'containerDefinitions.secrets.name': environment.secretNames,
  'containerDefinitions.secrets.valueFrom': arns.valueFrom,
  'containerDefinitions.dependsOn.containerName': containers.awaited,
  'containerDefinitions.dependsOn.condition': containers.conditions,
  'containerDefinitions.dockerSecurityOptions': linux.securityOptions,
  'containerDefinitions.ulimits.name': linux.ulimits,
  'containerDefinitions.ulimits.softLimit': linux.limits('hardLimit'),
  'containerDefinitions.ulimits.hardLimit': linux.limits('softLimit'),
  'containerDefinitions.logConfiguration.secretOptions.name': secretOptions,
  'containerDefinitions.logConfiguration.secretOptions.valueFrom': arns.valueFrom,
  'containerDefinitions.healthCheck.command': commandItems,
  'containerDefinitions.systemControls.namespace': linux.systemControls,
  'containerDefinitions.systemControls.value': linux.systemControlValues,
  'containerDefinitions.credentialSpecs': arns.credentialSpec,

  'volumes.name': volumes.names,
  'volumes.efsVolumeConfiguration.fileSystemId': arns.fileSystem,
  'volumes.efsVolumeConfiguration.authorizationConfig.accessPointId': arns.accessPoint,
  'volumes.s3filesVolumeConfiguration.fileSystemArn': arns.s3FileSystem,
  'volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter':
    arns.credentials,
};

const OPTIONS = /^containerDefinitions\.(?:logConfiguration|firelensConfiguration)\.options\./;

/** What may stand at a place that takes a text, a number or a switch; the best first. */
export function valuesFor(place: Place): readonly Choice[] {
  const name = memberName(place.path);
  if (OPTIONS.test(name)) return optionValues(place);
  return (Object.hasOwn(PROVIDERS, name) && PROVIDERS[name]?.(place)) || listed(place);
}

function proxyNames(place: Place): Choice[] {
  const there = othersIn(place, ['proxyConfiguration', 'properties'], 'name');
  return Object.entries(PROXY_PROPERTIES)
    .filter(([name]) => !there.has(name))
    .map(([value, note]) => ({ value, note }));
}
