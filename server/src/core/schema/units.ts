import { parseCpu, parseMemory } from '../model/size';
import type { Site } from './sites';

/** What a number counts, for messages: "an integer in MiB", "between 5 and 300 seconds". */
export type Unit = 'seconds' | 'MiB' | 'GiB' | 'CPU units';

const UNITS: Readonly<Record<string, Unit>> = {
  'ContainerDefinition.cpu': 'CPU units',
  'ContainerDefinition.memory': 'MiB',
  'ContainerDefinition.memoryReservation': 'MiB',
  'ContainerDefinition.startTimeout': 'seconds',
  'ContainerDefinition.stopTimeout': 'seconds',
  'ContainerRestartPolicy.restartAttemptPeriod': 'seconds',
  'EphemeralStorage.sizeInGiB': 'GiB',
  'HealthCheck.interval': 'seconds',
  'HealthCheck.startPeriod': 'seconds',
  'HealthCheck.timeout': 'seconds',
  'LinuxParameters.maxSwap': 'MiB',
  'LinuxParameters.sharedMemorySize': 'MiB',
  'Tmpfs.size': 'MiB',
};

export function unitOf({ parent, path }: Site): Unit | undefined {
  const name = `${parent?.schema?.struct}.${path.at(-1)}`;
  return Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
}

/** A number written with its unit, as Docker Compose and people do: "30s", "1m30s", "512 MB", ".25 vCPU". */
export function readAmount(text: string, unit: Unit): number | undefined {
  if (text.length > 32) return undefined;
  if (unit === 'seconds') return readSeconds(text);
  if (unit === 'CPU units') return parseCpu(text);
  if (unit === 'MiB') return readMebibytes(text);
  const gibibytes = /^(\d+) *gi?b?$/i.exec(text);
  return gibibytes ? Number(gibibytes[1]) : undefined;
}

function readSeconds(text: string): number | undefined {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+) ?s)?$/.exec(text);
  if (!parts || text === '') return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}

function readMebibytes(text: string): number | undefined {
  const mebibytes = /^(\d+) *mi?b?$/i.exec(text);
  if (mebibytes) return Number(mebibytes[1]);
  return parseMemory(text.replace(/ *(?:gib?|g)$/i, ' GB'));
}
