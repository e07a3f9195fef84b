import type { PortMapping } from '@aws-sdk/client-ecs';
import type { View } from './view';

export type Protocol = 'tcp' | 'udp';

/** First and last port of a range, both included. */
export interface PortRange {
  readonly low: number;
  readonly high: number;
}

export const LAST_PORT = 65535;

/** The two numbers of a `containerPortRange`, sensible or not; undefined for a text of another form. */
export function readPortRange(text: string): PortRange | undefined {
  const match = /^([0-9]{1,5})-([0-9]{1,5})$/.exec(text);
  return match ? { low: Number(match[1]), high: Number(match[2]) } : undefined;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
export function isPortRange({ low, high }: PortRange): boolean {
  return low >= 1 && low < high && high <= LAST_PORT;
}

/** AWS takes anything but udp for tcp. Undefined when it is open, no text, or a finding of its own. */
export function protocolOf(mapping: View<PortMapping>): Protocol | undefined {
  const protocol = mapping.string('protocol')?.value;
  if (protocol === undefined) return mapping.lacks('protocol') ? 'tcp' : undefined;
  return protocol === 'udp' ? 'udp' : 'tcp';
}
