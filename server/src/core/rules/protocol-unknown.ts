import type { Fix } from '../finding';
import { atValue } from '../location';
import type { Value } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

const APP_PROTOCOLS: readonly string[] = ['http', 'http2', 'grpc'];

export default defineRule({
  id: 'protocol-unknown',
  severity: 'warning',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'protocol',
  facts: ['NET-11'],
  docs: {
    title: 'A protocol other than tcp and udp',
    why: 'AWS knows the protocols tcp and udp in lower case. It accepts every other text, and takes it for tcp without a word.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html'],
    factors: ['VII'],
  },
  messages: {
    udp: 'AWS takes "{protocol}" for tcp, since it knows "udp" in lower case only: no UDP traffic arrives. Change it to "udp".',
    other: 'AWS takes the protocol "{protocol}" for "tcp": it knows "tcp" and "udp" in lower case only.',
  },
  check(container, { report }) {
    for (const mapping of container.objects('portMappings')) {
      const protocol = mapping.string('protocol');
      if (!protocol || protocol.value === 'tcp' || protocol.value === 'udp') continue;
      const { value, node }: Value<string> = protocol;
      const pointer = pointerOf(node);
      const lower = value.toLowerCase();
      const change = (to: string): Fix => ({
        title: `Change protocol to "${to}"`,
        changes: [{ kind: 'set', pointer, value: to }],
        safe: false,
      });
      if (lower === 'udp') {
        report('udp', atValue(node), { data: { protocol: value }, fixes: [change('udp')] });
        continue;
      }
      const fixes = [change('tcp')];
      if (APP_PROTOCOLS.includes(lower) && mapping.lacks('appProtocol')) {
        const at = pointerOf(mapping.node);
        fixes.push({
          title: `Move "${value}" to appProtocol`,
          changes: [
            { kind: 'set', pointer, value: 'tcp' },
            { kind: 'insert', pointer: at, key: 'appProtocol', value: lower },
          ],
          safe: false,
        });
      }
      report('other', atValue(node), {
        data: { protocol: value },
        severity: 'info',
        fixes,
        droppedByDeployAction: value === '',
      });
    }
  },
});
