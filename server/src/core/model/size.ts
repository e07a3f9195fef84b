/** CPU units of a task-level `cpu` as AWS reads it: "256", "1 vCPU", ".25 vcpu"; undefined when it reads none. */
export function parseCpu(text: string): number | undefined {
  return parse(text, /^([0-9]+|[0-9]*\.?[0-9]+(?= *vcpu$))( *vcpu)?$/i);
}

/** MiB of a task-level `memory` as AWS reads it: "512", "1GB", "0.5 gb"; undefined when it reads none. */
export function parseMemory(text: string): number | undefined {
  return parse(text, /^([0-9]+|[0-9]*\.?[0-9]+(?= *gb$))( *gb)?$/i);
}

/** Both units are 1024 of the plain ones: 1 vCPU is 1024 CPU units, 1 GB is 1024 MiB. */
function parse(text: string, form: RegExp): number | undefined {
  const match = text.length <= 64 ? form.exec(text) : null;
  if (!match?.[1]) return undefined;
  return match[2] ? Number(match[1]) * 1024 : Number(match[1]);
}

/** "0.5 vCPU" for 512 CPU units. */
export function formatCpu(units: number): string {
  return `${units / 1024} vCPU`;
}

/** "1 GB" for 1024 MiB, "0.5 GB" for 512. */
export function formatMemory(mib: number): string {
  return `${mib / 1024} GB`;
}
