import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { plainEfs } from './efs';
import { defineRule } from './rule';

export default defineRule({
  id: 'efs-port-without-tls',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'efsVolumeConfiguration',
  facts: ['VOL-11'],
  docs: {
    title: 'An EFS encryption port without encryption',
    why: 'transitEncryptionPort is the local port of the TLS tunnel to EFS. Without transitEncryption there is no tunnel.',
    answer: 'TransitEncryptionPort requires that TransitEncryption is enabled',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html'],
    factors: ['IV'],
  },
  messages: {
    plain:
      'Port {port} is for encrypted traffic to EFS, and transitEncryption is not "ENABLED" (the default is off). Enable it, or remove transitEncryptionPort.',
  },
  check(volume, { report }) {
    const plain = plainEfs(volume);
    const port = plain?.efs.integer('transitEncryptionPort');
    // 0 is no port; how AWS counts it is not known.
    if (!plain || !port || port.value <= 0) return;
    report('plain', atValue(port.node), {
      data: { port: port.value },
      fixes: [
        { ...plain.encrypt, safe: false },
        {
          title: 'Remove transitEncryptionPort',
          changes: [{ kind: 'remove', pointer: pointerOf(port.node) }],
          safe: false,
        },
      ],
    });
  },
});
