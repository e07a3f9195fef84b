import { either } from '../words';

/** CPU units of a task-level `cpu` as AWS reads it: "256", "1 vCPU", ".25 vcpu"; undefined when it reads none. */
export function parseCpu(text: string): number | undefined {
  return parse(text, /^([0-9]+|[0-9]*\.?[0-9]+(?= *vcpu$))( *vcpu)?$/i);
}

/** MiB of a task-level `memory` as AWS reads it: "512", "1GB", "0.5 gb"; undefined when it reads none. */
export function parseMemory(text: string): number | undefined {
  return parse(text, /^([0-9]+|[0-9]*\.?[0-9]+(?= *gb$))( *gb)?$/i);
}

/** CPU units; no instance type of ECS has more than 192 vCPU. */
export const MOST_CPU = 192 * 1024;

/** Both units are 1024 of the plain ones: 1 vCPU is 1024 CPU units, 1 GB is 1024 MiB. */
function parse(text: string, form: RegExp): number | undefined {
  const match = text.length <= 64 ? form.exec(text) : null;
  if (!match?.[1]) return undefined;
  return match[2] ? Number(match[1]) * 1024 : Number(match[1]);
}

/** The CPU units a person meant where AWS reads none: "1 vCPUs", "0.5", " 2 vCPU", "512 cpu". */
export function guessCpu(text: string): number | undefined {
  const form = /^([0-9]*\.?[0-9]+)[\s_-]*(v?cpus?|v?cores?)?$/i;
  const units = guess(text, form, 1024);
  return units !== undefined && units > MOST_CPU ? guess(text, form, 1) : units;
}

/** The MiB a person meant where AWS reads none: "2048MB", "2 GiB", "512m". */
export function guessMemory(text: string): number | undefined {
  const mib = guess(text, /^([0-9]*\.?[0-9]+)[\s_-]*(m|mb|mib|megabytes?)$/i, 1);
  return mib ?? guess(text, /^([0-9]*\.?[0-9]+)[\s_-]*(g|gb|gib|gbs|gigabytes?)$/i, 1024);
}

function guess(text: string, form: RegExp, unit: number): number | undefined {
  const match = text.length <= 64 ? form.exec(text.trim()) : null;
  const value = match?.[1] ? Number(match[1]) * unit : undefined;
  return value !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;
}

/** CPU units as a person would write them who has written `like`: with a unit where that has one. */
export function spellCpu(units: number, like: string): string {
  const [, blank, unit] = /(\s*)(vcpu)s?\s*$/i.exec(like) ?? [];
  return unit && isEven(units) ? `${units / 1024}${blank ? ' ' : ''}${unit}` : String(units);
}

/** MiB as a person would write them who has written `like`: in GB where that is in GB, GiB or G. */
export function spellMemory(mib: number, like: string): string {
  const [, blank, unit] = /(\s*)(gb|gib|g)s?\s*$/i.exec(like) ?? [];
  if (!unit || !isEven(mib)) return String(mib);
  return `${mib / 1024}${blank ? ' ' : ''}${unit.toLowerCase() === 'gb' ? unit : 'GB'}`;
}

/** Whether it has few decimals in the larger unit. */
const isEven = (amount: number): boolean => amount % 128 === 0;

/** "0.5 vCPU" for 512 CPU units; "300 CPU units" for what is no even part of a vCPU. */
export function formatCpu(units: number): string {
  return isEven(units) ? `${units / 1024} vCPU` : `${units} CPU units`;
}

/** "1 GB" for 1024 MiB, "0.5 GB" for 512; "700 MiB" for what is no half of a GB. */
export function formatMemory(mib: number): string {
  return mib % 512 === 0 ? `${mib / 1024} GB` : `${mib} MiB`;
}

/** "0.5, 1 or 2 vCPU" */
export function listCpu(units: readonly number[]): string {
  return `${either(units.map((value) => value / 1024))} vCPU`;
}

/** "0.5, 1 or 2 GB"; a longer list by its ends and steps: "4 to 16 GB in steps of 1 GB". */
export function listMemory(mib: readonly number[]): string {
  const [first = 0, second = 0, ...more] = mib.map((value) => value / 1024);
  const last = more.at(-1);
  return last === undefined || more.length < 3
    ? `${either(mib.map((value) => value / 1024))} GB`
    : `${first} to ${last} GB in steps of ${second - first} GB`;
}
