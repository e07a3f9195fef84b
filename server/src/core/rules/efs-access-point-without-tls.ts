import { atValue } from '../location';
import { plainEfs } from './efs';
import { defineRule } from './rule';

export default defineRule({
  id: 'efs-access-point-without-tls',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'efsVolumeConfiguration',
  facts: ['VOL-9'],
  docs: {
    title: 'An EFS access point needs encryption in transit',
    why: 'An access point can be mounted over TLS only, and transitEncryption is off unless it is switched on.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html'],
    factors: ['IV'],
  },
  messages: {
    plain:
      'The EFS access point "{id}" can be mounted over TLS only, and transitEncryption is not "ENABLED" (the default is off). Enable it.',
  },
  check(volume, { report }) {
    const plain = plainEfs(volume);
    const id = plain?.authorization?.string('accessPointId');
    if (plain && id?.value)
      report('plain', atValue(id.node), { data: { id: id.value }, fixes: [plain.encrypt] });
  },
});
