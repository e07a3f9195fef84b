/** "2048 MiB (2 GiB)", "300 MiB" */
export function sayMebibytes(mib: number): string {
  return `${mib} MiB${mib % 128 === 0 && mib > 0 ? ` (${mib / 1024} GiB)` : ''}`;
}

/** "0.5 vCPU (512 CPU units)", "300 CPU units" */
export function sayCpu(units: number): string {
  const said = sayCount(units, 'CPU unit');
  return units % 128 === 0 && units > 0 ? `${units / 1024} vCPU (${said})` : said;
}

/** "45 seconds", "1 minute 30 seconds", "2 hours" */
export function saySeconds(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => sayCount(count, unit));
  return said.join(' ') || '0 seconds';
}

/** "1 port", "11 ports" */
export function sayCount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const BYTES: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Bytes of a size as Docker writes it: "25m", "512k", "1g", "1000". */
export function readBytes(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d{1,12})([kmg]?)b?$/i.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (BYTES[unit.toLowerCase()] ?? 1);
}

/** "64 MiB", "1.5 GiB", "1000 bytes" */
export function sayBytes(bytes: number): string {
  const units = ['KiB', 'MiB', 'GiB', 'TiB'];
  let amount = bytes;
  let unit = 'bytes';
  for (const next of units) {
    if (amount < 1024 || amount % 64 !== 0) break;
    amount /= 1024;
    unit = next;
  }
  return `${amount} ${unit}`;
}

/** "25 %", "less than 1 %" */
export function sayShare(part: number, whole: number): string {
  const percent = (part / whole) * 100;
  return percent > 0 && percent < 1 ? 'less than 1 %' : `${Math.round(percent)} %`;
}
